package org.holdpoint.world.event;

import org.jspecify.annotations.Nullable;

/**
 * A site sees the spacecraft. Times are nanoseconds of TAI since 1958.
 *
 * @param aos_tai_ns acquisition of signal, or the begin of the search when it was there already
 * @param los_tai_ns loss of signal, or the end of the search when it was still there
 * @param whole begin and end both lie inside the search
 * @param highest null for a relay satellite
 * @param lit whether the spacecraft sees any of the Sun in the middle of the pass
 */
public record Pass(
    String site,
    long aos_tai_ns,
    long los_tai_ns,
    boolean whole,
    @Nullable Highest highest,
    boolean lit) {
  /**
   * The highest moment of a pass over a station.
   *
   * @param elevation_deg of the spacecraft
   * @param sunElevation_deg of the Sun at the station; below -6 the spacecraft may be seen by eye
   */
  public record Highest(long tai_ns, double elevation_deg, double sunElevation_deg) {}

  public double duration_s() {
    return 1e-9 * (los_tai_ns - aos_tai_ns);
  }
}
