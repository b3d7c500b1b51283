package org.holdpoint.world.fault;

/**
 * What the acting faults make of one sensor's sample, in SI.
 *
 * @param offset error about or along each axis; a scalar's is the first
 * @param offsetRate its rate of change
 * @param noiseFactor on the unit's own noise
 * @param dropout the unit delivers nothing
 * @param zero the unit delivers zeros
 * @param frozen the unit repeats its last value
 * @param stuck the unit reports {@code stuckAt} whatever it sees
 * @param delay_ticks by which the sample comes later than the unit's own latency has it
 * @param swapped pair of axes that are exchanged: 0 x and y, 1 y and z, 2 z and x; -1 none
 */
public record UnitErrors(
    double[] offset,
    double[] offsetRate,
    double noiseFactor,
    boolean dropout,
    boolean zero,
    boolean frozen,
    boolean stuck,
    double stuckAt,
    int delay_ticks,
    int swapped) {

  /** A healthy unit. */
  public static final UnitErrors NONE =
      new UnitErrors(new double[3], new double[3], 1, false, false, false, false, 0, 0, -1);

  /** The same, later by the delay of the box that the unit sits in. */
  public UnitErrors inside(int boxDelay_ticks) {
    return boxDelay_ticks == 0
        ? this
        : new UnitErrors(
            offset,
            offsetRate,
            noiseFactor,
            dropout,
            zero,
            frozen,
            stuck,
            stuckAt,
            delay_ticks + boxDelay_ticks,
            swapped);
  }
}
