package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * From CLTUs to telecommand packets. Whatever arrives, nothing is thrown: a unit that is not right
 * is counted, reported in an event with the {@link FrameError}, and dropped.
 */
public final class UplinkReceiver implements Retained {
  /** CLTUs looked at in one tick; 32 kbit/s carries 15 of the shortest. */
  static final int MAX_CLTUS = 64;

  /** AD frames that the packet buffer takes in one tick; it is emptied every tick. */
  static final int MAX_AD_FRAMES = 32;

  /** The longest CLTU with some idle bytes before its start sequence. */
  private static final int MAX_CLTU_BYTES = 2 * TcFrame.MAX_BYTES;

  private static final int UNLOCK = 0x00;
  private static final int SET_V_R = 0x8200;

  private final Farm1 farm;
  private final ByteBuf frameBytes = Unpooled.buffer(CltuDecoder.MAX_BLOCKS * BchCode.DATA_BYTES);
  private long framesAccepted;
  private long unitsDropped;
  private long mendedBits;
  private FrameError lastError = FrameError.NONE;

  public UplinkReceiver(FarmWindow window) {
    farm = new Farm1(window);
  }

  /**
   * Receives one tick's uplink.
   *
   * @param tick of the arrival
   * @param cltus as the radio gives them, possibly corrupt
   */
  public UplinkResult receive(Tick tick, List<byte[]> cltus) {
    farm.on(FarmEvent.E10_BUFFER_RELEASE, 0);
    Reception reception = new Reception();
    for (int i = 0; i < cltus.size(); i++) {
      if (i < MAX_CLTUS) {
        reception.take(cltus.get(i));
      } else {
        reception.drop(FrameError.WAIT, cltus.get(i).length);
      }
    }
    UplinkStatus status =
        new UplinkStatus(
            farm.clcw().word(), farm.v_R(), framesAccepted, unitsDropped, mendedBits, lastError);
    return new UplinkResult(reception.packets, reception.events, status);
  }

  /** One tick's harvest. */
  private final class Reception {
    private final List<byte[]> packets = new ArrayList<>(0);
    private final List<EventReport> events = new ArrayList<>(0);
    private int adFrames;

    private void take(byte[] cltu) {
      if (cltu.length > MAX_CLTU_BYTES) {
        invalid(FrameError.OVERSIZE, cltu.length);
        return;
      }
      CltuDecoder.Decoding decoding = CltuDecoder.decode(cltu, frameBytes);
      mendedBits += decoding.mendedBits();
      switch (decoding.end()) {
        case NO_START -> invalid(FrameError.CLTU_CODE, cltu.length);
        case TOO_LONG -> invalid(FrameError.OVERSIZE, cltu.length);
        case TAIL, BAD_BLOCK -> {
          TcFrame.Validation validation =
              TcFrame.validate(frameBytes, decoding.end() == CltuDecoder.End.BAD_BLOCK);
          TcFrame frame = validation.frame();
          if (frame == null) {
            invalid(validation.error(), cltu.length);
          } else {
            take(frame, cltu.length);
          }
        }
      }
    }

    private void take(TcFrame frame, int bytes) {
      if (frame.control()) {
        obey(frame.data(), bytes);
        return;
      }
      int v_R = farm.v_R();
      FarmState before = farm.state();
      FarmEvent event =
          frame.bypass()
              ? FarmEvent.E6_BYPASS
              : farm.classify(frame.sequence(), adFrames < MAX_AD_FRAMES);
      if (farm.on(event, 0)) {
        framesAccepted++;
        adFrames += frame.bypass() ? 0 : 1;
        unpack(frame.data());
        return;
      }
      if (before != FarmState.LOCKOUT && farm.state() == FarmState.LOCKOUT) {
        events.add(new EventReport(ChaserEvent.FARM_LOCKOUT, frame.sequence(), v_R, 0));
      }
      drop(
          switch (farm.state()) {
            case LOCKOUT -> FrameError.LOCKOUT;
            case WAIT -> FrameError.WAIT;
            case OPEN -> FrameError.SEQUENCE;
          },
          bytes);
    }

    /** A BC frame: Unlock is one byte 00; Set V(R) is 82 00 and the new V(R). */
    private void obey(ByteBuf command, int bytes) {
      int length = command.readableBytes();
      if (length == 1 && command.getUnsignedByte(0) == UNLOCK) {
        farm.on(FarmEvent.E7_UNLOCK, 0);
        framesAccepted++;
      } else if (length == 3 && command.getUnsignedShort(0) == SET_V_R) {
        boolean obeyed = farm.state() != FarmState.LOCKOUT;
        farm.on(FarmEvent.E8_SET_V_R, command.getUnsignedByte(2));
        if (obeyed) {
          framesAccepted++;
        } else {
          drop(FrameError.LOCKOUT, bytes);
        }
      } else {
        invalid(FrameError.FRAME_HEADER, bytes);
      }
    }

    /** A frame carries whole packets, one behind the other. */
    private void unpack(ByteBuf data) {
      int at = 0;
      int end = data.readableBytes();
      while (at < end) {
        int left = end - at;
        int length =
            left < TcPacket.PRIMARY_HEADER_BYTES ? left + 1 : TcPacket.claimedLength(data, at);
        FrameError error =
            length > left ? FrameError.PACKET_LENGTH : TcPacket.check(data, at, length);
        if (error != FrameError.NONE) {
          drop(error, left); // its length cannot be trusted, so what follows it goes too
          return;
        }
        packets.add(ByteBufUtil.getBytes(data, at, length));
        at += length;
      }
    }

    private void invalid(FrameError error, int bytes) {
      farm.on(FarmEvent.E9_INVALID, 0);
      drop(error, bytes);
    }

    private void drop(FrameError error, int bytes) {
      unitsDropped++;
      lastError = error;
      events.add(new EventReport(ChaserEvent.FRAME_DROPPED, error.code(), bytes, 0));
    }
  }

  @Override
  public void save(StateWriter out) {
    farm.save(out);
    out.put(framesAccepted).put(unitsDropped).put(mendedBits).put(lastError);
  }

  @Override
  public void restore(StateReader in) {
    farm.restore(in);
    framesAccepted = in.getLong();
    unitsDropped = in.getLong();
    mendedBits = in.getLong();
    lastError = in.getEnum(FrameError.class);
  }
}
