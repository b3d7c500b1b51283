package org.holdpoint.flight.navigation.far;

/**
 * How wrong the target's orbit may be that was loaded, 1 sigma each, independent: as an orbit is
 * known that others saw once or twice. All zero: the orbit is as good as the first guess of the
 * relative state says.
 *
 * @param semiMajorAxis_m by an error of speed
 * @param alongTrack_m at the time of the load
 * @param crossTrack_m in each of two directions of tilt
 */
public record Cue(double semiMajorAxis_m, double alongTrack_m, double crossTrack_m) {
  public static final Cue NONE = new Cue(0, 0, 0);

  public boolean isNone() {
    return semiMajorAxis_m == 0 && alongTrack_m == 0 && crossTrack_m == 0;
  }
}
