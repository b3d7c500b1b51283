package org.holdpoint.flight.state;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/** Writes state fields one after the other; doubles as raw bits. */
public final class StateWriter {
  private final ByteBuf buffer = Unpooled.buffer(4096);

  public StateWriter put(double value) {
    buffer.writeLong(Double.doubleToRawLongBits(value));
    return this;
  }

  public StateWriter put(long value) {
    buffer.writeLong(value);
    return this;
  }

  public StateWriter put(int value) {
    buffer.writeInt(value);
    return this;
  }

  public StateWriter put(boolean value) {
    buffer.writeBoolean(value);
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
    for (double value : values) {
      put(value);
    }
    return this;
  }

  public StateWriter put(byte[] values) {
    put(values.length);
    buffer.writeBytes(values);
    return this;
  }

  public byte[] bytes() {
    return ByteBufUtil.getBytes(buffer);
  }
}
