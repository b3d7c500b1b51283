package org.holdpoint.world.fault;

/**
 * What the active faults make of one sensor's sample, in SI.
 *
 * @param offset error about or along each axis; a scalar's is the first
 * @param offsetRate its rate of change
 * @param noiseFactor on the unit's own noise
 * @param dropout the unit delivers nothing
 * @param frozen the unit repeats its last value
 */
public record UnitErrors(
    double[] offset, double[] offsetRate, double noiseFactor, boolean dropout, boolean frozen) {

  /** A healthy unit. */
  public static final UnitErrors NONE =
      new UnitErrors(new double[3], new double[3], 1, false, false);
}
