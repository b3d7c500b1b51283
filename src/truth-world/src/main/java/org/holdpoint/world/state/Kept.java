package org.holdpoint.world.state;

import java.nio.ByteBuffer;

/** A model whose state survives a save and restore byte-exactly; doubles go as raw bits. */
public interface Kept {
  void save(ByteBuffer out);

  /** Reads what {@link #save} wrote, in the same order. */
  void restore(ByteBuffer in);

  /** Writes all of an array; its length is fixed by the model. */
  static void put(ByteBuffer out, double[] values) {
    for (double value : values) {
      out.putDouble(value);
    }
  }

  /** Fills an array. */
  static void get(ByteBuffer in, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getDouble();
    }
  }
}
