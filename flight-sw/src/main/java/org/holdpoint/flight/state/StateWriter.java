package org.holdpoint.flight.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/** Writes state fields one after the other; doubles as raw bits, big-endian. */
public final class StateWriter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[4096];
  private int length;

  public StateWriter put(double value) {
    return put(Double.doubleToRawLongBits(value));
  }

  public StateWriter put(long value) {
    int at = room(Long.BYTES);
    LONG.set(bytes, at, value);
    return this;
  }

  public StateWriter put(int value) {
    int at = room(Integer.BYTES);
    INT.set(bytes, at, value);
    return this;
  }

  public StateWriter put(boolean value) {
    int at = room(1);
    bytes[at] = (byte) (value ? 1 : 0);
    return this;
  }

  public StateWriter put(Enum<?> value) {
    return put(value.ordinal());
  }

  public StateWriter put(Vec3 value) {
    return put(value.x()).put(value.y()).put(value.z());
  }

  public StateWriter put(Quaternion value) {
    return put(value.q0()).put(value.q1()).put(value.q2()).put(value.q3());
  }

  public StateWriter put(double[] values) {
    put(values.length);
    int at = room(Double.BYTES * values.length);
    for (double value : values) {
      LONG.set(bytes, at, Double.doubleToRawLongBits(value));
      at += Double.BYTES;
    }
    return this;
  }

  public StateWriter put(byte[] values) {
    put(values.length);
    return putAll(values);
  }

  /** What another writer wrote, as if it had been written here. */
  public StateWriter putAll(byte[] written) {
    int at = room(written.length);
    System.arraycopy(written, 0, bytes, at, written.length);
    return this;
  }

  /** Forgets what was written, to be used again without a new allocation. */
  public void clear() {
    length = 0;
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private int room(int more) {
    int at = length;
    length += more;
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length, 2 * bytes.length));
    }
    return at;
  }
}
