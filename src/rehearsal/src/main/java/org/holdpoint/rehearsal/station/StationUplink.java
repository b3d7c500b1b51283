package org.holdpoint.rehearsal.station;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.ChaserCommand;

/**
 * The ground's end of COP-1 in small: AD frames in a sliding window, go-back-N on request or on
 * time-out, Unlock when the spacecraft is in lockout; BD frames at once, whatever state COP-1 is
 * in. Takes its first sequence number from the first control word.
 */
public final class StationUplink {
  /** Frames under way at most. */
  static final int WINDOW = 10;

  /** Times that a frame is sent before the uplink gives up and starts again. */
  static final int MAX_TRANSMISSIONS = 8;

  /** Commands that may wait for the window. */
  static final int MAX_WAITING = 256;

  private static final int MODULO = 256;
  private static final int BYPASS = 0x2000;
  private static final int CONTROL = 0x1000;
  private static final byte[] UNLOCK = {0};

  private record Outgoing(byte[] packet, int sequence) {}

  private final int timeout_ticks;
  private final TelecommandPackets packets = new TelecommandPackets();
  private final Deque<byte[]> bypassing = new ArrayDeque<>();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final List<Outgoing> unacknowledged = new ArrayList<>();

  private boolean synchronised;
  private boolean stopped;
  private boolean unlock;
  private boolean repeat;
  private int nextSequence;
  private long lastTransmission_tick;
  private long lastUnlock_tick = Long.MIN_VALUE / 2;
  private int transmissions;
  private long framesSent;
  private long framesRepeated;
  private long restarts;

  /**
   * @param timeout_ticks after which unacknowledged frames are sent again; more than a round trip
   */
  public StationUplink(int timeout_ticks) {
    if (timeout_ticks < 2) {
      throw new IllegalArgumentException(
          "uplink time-out of "
              + timeout_ticks
              + " ticks is shorter than any round trip; 2 or more");
    }
    this.timeout_ticks = timeout_ticks;
  }

  /** Queues a command: ABORT by bypass, everything else in sequence. */
  public SentCommand send(ChaserCommand command) {
    return send(command, command instanceof Abort);
  }

  /** Queues a command, by bypass or in sequence. */
  public SentCommand send(ChaserCommand command, boolean bypass) {
    if (waiting.size() >= MAX_WAITING) {
      throw new IllegalStateException(
          MAX_WAITING + " commands wait for the uplink already: is there a signal?");
    }
    byte[] packet = packets.next(command);
    (bypass ? bypassing : waiting).add(packet);
    ByteBuffer header = ByteBuffer.wrap(packet);
    return new SentCommand(
        command, header.getShort(0) & 0xFFFF, header.getShort(2) & 0xFFFF, bypass);
  }

  /** Takes the control word of a TM frame. */
  public void hear(long tick, ControlWord word) {
    if (word.lockout()) {
      unlock = true;
      synchronised = false;
      return;
    }
    unlock = false;
    int acknowledged = Math.floorMod(word.reportValue() - oldestSequence(), MODULO);
    if (!synchronised || acknowledged > unacknowledged.size()) {
      synchronise(word.reportValue());
    } else if (acknowledged > 0) {
      unacknowledged.subList(0, acknowledged).clear();
      transmissions = 1;
      lastTransmission_tick = tick;
    }
    stopped = word.waiting();
    repeat = word.retransmit() && tick - lastTransmission_tick >= timeout_ticks / 2;
  }

  /** CLTUs to radiate in this tick. */
  public List<byte[]> radiate(long tick) {
    List<byte[]> cltus = new ArrayList<>();
    while (!bypassing.isEmpty()) {
      cltus.add(frame(BYPASS, 0, bypassing.remove()));
    }
    if (unlock && tick - lastUnlock_tick >= timeout_ticks) {
      cltus.add(frame(BYPASS | CONTROL, 0, UNLOCK));
      lastUnlock_tick = tick;
    }
    if (synchronised && !stopped) {
      repeatIfDue(tick, cltus);
      while (unacknowledged.size() < WINDOW && !waiting.isEmpty()) {
        Outgoing outgoing = new Outgoing(waiting.remove(), nextSequence);
        nextSequence = (nextSequence + 1) % MODULO;
        if (unacknowledged.isEmpty()) {
          transmissions = 1;
          lastTransmission_tick = tick;
        }
        unacknowledged.add(outgoing);
        cltus.add(frame(0, outgoing.sequence(), outgoing.packet()));
      }
    }
    framesSent += cltus.size();
    return cltus;
  }

  /** Whether every command in sequence has been acknowledged by the spacecraft's FARM-1. */
  public boolean allAcknowledged() {
    return waiting.isEmpty() && unacknowledged.isEmpty() && bypassing.isEmpty();
  }

  /** Frames radiated, repetitions and control frames included. */
  public long framesSent() {
    return framesSent;
  }

  public long framesRepeated() {
    return framesRepeated;
  }

  /** Times that the sequence had to be taken anew from a control word, the first one included. */
  public long restarts() {
    return restarts;
  }

  private void repeatIfDue(long tick, List<byte[]> cltus) {
    boolean timedOut = tick - lastTransmission_tick >= timeout_ticks;
    if (unacknowledged.isEmpty() || !(timedOut || repeat)) {
      return;
    }
    repeat = false;
    if (transmissions == MAX_TRANSMISSIONS) {
      synchronised = false; // the next control word says where to begin again
      return;
    }
    transmissions++;
    lastTransmission_tick = tick;
    for (Outgoing outgoing : unacknowledged) {
      cltus.add(frame(0, outgoing.sequence(), outgoing.packet()));
      framesRepeated++;
    }
  }

  private int oldestSequence() {
    return unacknowledged.isEmpty() ? nextSequence : unacknowledged.get(0).sequence();
  }

  /** Starts from the spacecraft's number; what was under way is sent again, in order. */
  private void synchronise(int reportValue) {
    for (int i = unacknowledged.size() - 1; i >= 0; i--) {
      waiting.addFirst(unacknowledged.get(i).packet());
    }
    unacknowledged.clear();
    nextSequence = reportValue;
    synchronised = true;
    restarts++;
  }

  /** A TC transfer frame of virtual channel 0 (CCSDS 232.0-B-4, 4.1) as a CLTU. */
  private static byte[] frame(int flags, int sequence, byte[] data) {
    int length = 5 + data.length + 2;
    ByteBuffer frame = ByteBuffer.allocate(length);
    frame.putShort((short) (flags | Apid.SPACECRAFT_ID));
    frame.putShort((short) (length - 1));
    frame.put((byte) sequence);
    frame.put(data);
    frame.putShort((short) StationCode.crc16(frame.array(), 0, length - 2));
    return StationCode.cltu(frame.array());
  }
}
