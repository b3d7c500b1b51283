package org.holdpoint.world.sample;

/** Three components in a frame that the holder's name tells. */
public record Xyz(double x, double y, double z) {

  /** The three components from an index on. */
  public static Xyz of(double[] values, int from) {
    return new Xyz(values[from], values[from + 1], values[from + 2]);
  }

  public double norm() {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
