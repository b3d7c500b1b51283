package org.holdpoint.flight.state;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/** Reads what a {@link StateWriter} wrote, in the same order. */
public final class StateReader {
  /** No array in a state is longer; a larger length means a damaged state. */
  private static final int MAX_LENGTH = 1 << 20;

  private final ByteBuf buffer;

  public StateReader(byte[] bytes) {
    buffer = Unpooled.wrappedBuffer(bytes);
  }

  public double getDouble() {
    return Double.longBitsToDouble(buffer.readLong());
  }

  public long getLong() {
    return buffer.readLong();
  }

  public int getInt() {
    return buffer.readInt();
  }

  public boolean getBoolean() {
    return buffer.readBoolean();
  }

  public <E extends Enum<E>> E getEnum(Class<E> type) {
    return type.getEnumConstants()[getInt()];
  }

  public Vec3 getVec3() {
    return new Vec3(getDouble(), getDouble(), getDouble());
  }

  public Quaternion getQuaternion() {
    return new Quaternion(getDouble(), getDouble(), getDouble(), getDouble());
  }

  public double[] getDoubles() {
    double[] values = new double[length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getDouble();
    }
    return values;
  }

  public byte[] getBytes() {
    byte[] values = new byte[length()];
    buffer.readBytes(values);
    return values;
  }

  /** True when everything has been read. */
  public boolean atEnd() {
    return !buffer.isReadable();
  }

  private int length() {
    int length = buffer.readInt();
    if (length < 0 || length > MAX_LENGTH) {
      throw new IllegalArgumentException("damaged state: array length " + length);
    }
    return length;
  }
}
