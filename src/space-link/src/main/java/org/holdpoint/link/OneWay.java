package org.holdpoint.link;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One direction: units leave the transmitter one behind the other at the channel's rate and arrive
 * the delay later, in order. Each arrives in the first tick that begins at or after its arrival.
 */
final class OneWay {
  private static final long TICK_NS = 100_000_000L;
  private static final double NS_PER_S = 1e9;

  /** Most units under way, however short they are. */
  private static final int MAX_UNITS = 65_536;

  private static final class UnderWay {
    private final long sentAt_ns;
    private final long leftAt_ns;
    private final byte[] bytes;

    /** There was no contact while one of its bits left. */
    private boolean cut;

    private UnderWay(long sentAt_ns, long leftAt_ns, byte[] bytes) {
      this.sentAt_ns = sentAt_ns;
      this.leftAt_ns = leftAt_ns;
      this.bytes = bytes;
    }

    private boolean leavesIn(long tick) {
      return sentAt_ns / TICK_NS <= tick && tick <= (leftAt_ns - 1) / TICK_NS;
    }
  }

  private final Channel channel;
  private final Visibility visibility;
  private final NoiseStream noise;
  private final long delay_ns;
  private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();

  private boolean contact = true;
  private long pathDelay_ns;
  private long transmitterFreeAt_ns;
  private long sent;
  private long arrived;
  private long corrupted;
  private long lost;
  private long withoutSignal;
  private long overflowed;

  OneWay(Channel channel, Visibility visibility, NoiseStream noise) {
    this.channel = channel;
    this.visibility = visibility;
    this.noise = noise;
    this.delay_ns = Math.round(channel.delay_s() * NS_PER_S);
  }

  /**
   * What the geometry of this tick allows; told before the tick's sends. It stays so until told
   * otherwise.
   */
  void see(long tick, boolean contactNow, double pathDelay_s) {
    contact = contactNow;
    pathDelay_ns = Math.round(pathDelay_s * NS_PER_S);
    if (!contact) {
      for (UnderWay unit : underWay) {
        unit.cut |= unit.leavesIn(tick);
      }
    }
  }

  void send(long tick, byte[] unit) {
    sent++;
    long now_ns = tick * TICK_NS;
    long start_ns = Math.max(now_ns, transmitterFreeAt_ns);
    double waiting_bytes = (start_ns - now_ns) / NS_PER_S * channel.rate_bit_s() / 8;
    if (waiting_bytes + unit.length > channel.queueLimit_bytes() || underWay.size() == MAX_UNITS) {
      overflowed++;
      return;
    }
    transmitterFreeAt_ns =
        start_ns + (long) Math.ceil(8.0 * unit.length / channel.rate_bit_s() * NS_PER_S);
    UnderWay sending = new UnderWay(start_ns, transmitterFreeAt_ns, unit.clone());
    sending.cut = !contact && sending.leavesIn(tick);
    underWay.add(sending);
  }

  List<byte[]> arrive(long tick) {
    List<byte[]> arrivals = new ArrayList<>(4);
    UnderWay first = underWay.peek();
    while (first != null && first.leftAt_ns + delay_ns + pathDelay_ns <= tick * TICK_NS) {
      underWay.remove();
      pass(first, arrivals);
      first = underWay.peek();
    }
    return arrivals;
  }

  /** Noise is drawn for every unit, so that signal windows do not shift the stream. */
  private void pass(UnderWay unit, List<byte[]> arrivals) {
    boolean isLost = channel.lossProbability() > 0 && noise.uniform() <= channel.lossProbability();
    int wrongBits = channel.bitErrorProbability() > 0 ? corrupt(unit.bytes) : 0;
    long lastTick = (unit.leftAt_ns - 1) / TICK_NS;
    if (unit.cut || !visibility.throughout(unit.sentAt_ns / TICK_NS, lastTick)) {
      withoutSignal++;
    } else if (isLost) {
      lost++;
    } else {
      arrived++;
      corrupted += wrongBits > 0 ? 1 : 0;
      arrivals.add(unit.bytes);
    }
  }

  /**
   * Inverts bits with the channel's probability: the distances between wrong bits are geometrically
   * distributed, so the effort goes with the errors. StrictMath gives the same bits everywhere.
   */
  private int corrupt(byte[] bytes) {
    double logOfGood = StrictMath.log1p(-channel.bitErrorProbability());
    long bits = 8L * bytes.length;
    int wrong = 0;
    double at = Math.floor(StrictMath.log(noise.uniform()) / logOfGood);
    while (at < bits) {
      int bit = (int) at;
      bytes[bit / 8] ^= (byte) (0x80 >> (bit % 8));
      wrong++;
      at += 1 + Math.floor(StrictMath.log(noise.uniform()) / logOfGood);
    }
    return wrong;
  }

  DirectionCounters counters() {
    return new DirectionCounters(sent, arrived, corrupted, lost, withoutSignal, overflowed);
  }

  void save(DataOutputStream out) throws IOException {
    out.writeLong(noise.counter());
    out.writeBoolean(contact);
    out.writeLong(pathDelay_ns);
    out.writeLong(transmitterFreeAt_ns);
    for (long count : new long[] {sent, arrived, corrupted, lost, withoutSignal, overflowed}) {
      out.writeLong(count);
    }
    out.writeInt(underWay.size());
    for (UnderWay unit : underWay) {
      out.writeLong(unit.sentAt_ns);
      out.writeLong(unit.leftAt_ns);
      out.writeBoolean(unit.cut);
      out.writeInt(unit.bytes.length);
      out.write(unit.bytes);
    }
  }

  void restore(DataInputStream in) throws IOException {
    noise.continueAt(in.readLong());
    contact = in.readBoolean();
    pathDelay_ns = in.readLong();
    transmitterFreeAt_ns = in.readLong();
    sent = in.readLong();
    arrived = in.readLong();
    corrupted = in.readLong();
    lost = in.readLong();
    withoutSignal = in.readLong();
    overflowed = in.readLong();
    underWay.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long sentAt_ns = in.readLong();
      long leftAt_ns = in.readLong();
      boolean cut = in.readBoolean();
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException("a unit of " + length + " bytes does not fit into what is left");
      }
      UnderWay unit = new UnderWay(sentAt_ns, leftAt_ns, in.readNBytes(length));
      unit.cut = cut;
      underWay.add(unit);
    }
  }
}
