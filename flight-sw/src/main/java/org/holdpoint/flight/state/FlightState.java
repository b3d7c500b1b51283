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
    components.forEach(component -> component.save(body));
    byte[] bytes = body.bytes();
    return new StateWriter().put(MAGIC).put(VERSION).put(crc(bytes)).put(bytes).bytes();
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
      StateReader body = new StateReader(bytes);
      components.forEach(component -> component.restore(body));
      if (!body.atEnd()) {
        throw new IllegalArgumentException(
            "damaged flight state: a component read less than it wrote");
      }
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
