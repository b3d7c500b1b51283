package org.holdpoint.flight.state;

import java.util.List;
import java.util.zip.CRC32;

/**
 * The state of the whole flight software as bytes: identification, version, every component in its
 * fixed order, CRC-32. Configuration is not in it: a state is restored with the one it was started
 * with.
 */
public final class FlightState {
  private static final int MAGIC = 0x4850_4653; // "HPFS"

  /** Raised whenever a component writes other fields than before. */
  static final int VERSION = 2;

  private FlightState() {}

  /** The components' state. */
  public static byte[] save(List<Retained> components) {
    StateWriter body = new StateWriter();
    copy(components, body);
    byte[] bytes = body.bytes();
    return new StateWriter().put(MAGIC).put(VERSION).put(crc(bytes)).put(bytes).bytes();
  }

  /** What a processor copies while it runs: the components' state and nothing around it. */
  public static void copy(List<Retained> components, StateWriter into) {
    into.clear();
    for (Retained component : components) {
      component.save(into);
    }
  }

  /**
   * Restores the components from a {@link #copy}.
   *
   * @throws IllegalArgumentException when a component reads other fields than it wrote
   */
  public static void paste(byte[] copy, List<Retained> components) {
    StateReader body = new StateReader(copy);
    components.forEach(component -> component.restore(body));
    if (!body.atEnd()) {
      throw new IllegalArgumentException(
          "damaged flight state: a component read less than it wrote");
    }
  }

  /**
   * Restores the components.
   *
   * @throws IllegalArgumentException when the bytes are damaged or of another version
   */
  public static void restore(byte[] state, List<Retained> components) {
    try {
      StateReader in = new StateReader(state);
      int magic = in.getInt();
      int version = in.getInt();
      if (magic != MAGIC || version != VERSION) {
        throw new IllegalArgumentException(
            String.format(
                "not a flight state of version %d: identification %08X, version %d",
                VERSION, magic, version));
      }
      long crc = in.getLong();
      byte[] bytes = in.getBytes();
      if (crc(bytes) != crc || !in.atEnd()) {
        throw new IllegalArgumentException("damaged flight state: checksum or length is wrong");
      }
      paste(bytes, components);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("damaged flight state: too short", e);
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
