package org.holdpoint.flight.telemetry;

import java.util.Arrays;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/** Sequence counts of APIDs and counters of PUS message types. */
final class PacketCounters implements Retained {
  private static final int SEQUENCE_MASK = 0x3FFF;
  private static final int MESSAGE_MASK = 0xFFFF;

  /** APIDs, and kinds of message from each: more are not declared. */
  private static final int MOST = 64;

  // the first `size` are in use, keys ascending
  private final int[] keys = new int[MOST];
  private final int[] next = new int[MOST];
  private int size;

  /** Sequence count of the APID's next packet, 0..16383. */
  int sequenceCount(int apid) {
    return take(apid << 16, SEQUENCE_MASK);
  }

  /** Count of the next message of this type from this APID, 0..65535. */
  int messageCount(int apid, int service, int subtype) {
    return take(apid << 16 | service << 8 | subtype, MESSAGE_MASK);
  }

  private int take(int key, int mask) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    if (at < 0) {
      at = -at - 1;
      System.arraycopy(keys, at, keys, at + 1, size - at);
      System.arraycopy(next, at, next, at + 1, size - at);
      keys[at] = key;
      next[at] = 0;
      size++;
    }
    int value = next[at];
    next[at] = (value + 1) & mask;
    return value;
  }

  @Override
  public void save(StateWriter out) {
    out.put(size);
    for (int i = 0; i < size; i++) {
      out.put(keys[i]).put(next[i]);
    }
  }

  @Override
  public void restore(StateReader in) {
    size = in.getInt();
    for (int i = 0; i < size; i++) {
      keys[i] = in.getInt();
      next[i] = in.getInt();
    }
  }
}
