package org.holdpoint.flight.telemetry;

import java.util.TreeMap;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/** Sequence counts of APIDs and counters of PUS message types. */
final class PacketCounters implements Retained {
  private static final int SEQUENCE_MASK = 0x3FFF;
  private static final int MESSAGE_MASK = 0xFFFF;

  private final TreeMap<Integer, Integer> next = new TreeMap<>();

  /** Sequence count of the APID's next packet, 0..16383. */
  int sequenceCount(int apid) {
    return take(apid << 16, SEQUENCE_MASK);
  }

  /** Count of the next message of this type from this APID, 0..65535. */
  int messageCount(int apid, int service, int subtype) {
    return take(apid << 16 | service << 8 | subtype, MESSAGE_MASK);
  }

  private int take(int key, int mask) {
    int value = next.getOrDefault(key, 0);
    next.put(key, (value + 1) & mask);
    return value;
  }

  @Override
  public void save(StateWriter out) {
    out.put(next.size());
    next.forEach((key, value) -> out.put(key).put(value));
  }

  @Override
  public void restore(StateReader in) {
    next.clear();
    for (int left = in.getInt(); left > 0; left--) {
      int key = in.getInt();
      next.put(key, in.getInt());
    }
  }
}
