package org.holdpoint.flight.navigation.far;

import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.Vec3;

/** What a cue's errors are in position and velocity, at the time of the load. */
final class CueCovariance {
  /**
   * J2's short periods turn this part of an along-track error into one of semi-major axis and
   * shape, and the plane's tilt turns its own.
   */
  private static final double SHAPE_PART = 0.01;

  private CueCovariance() {}

  /** Of the target in its own L, seen in the rotating frame. */
  static Covariance6 of(Cue cue, double[] target) {
    double n = OrbitModel.meanMotion_rad_s(target);
    double slack_m = SHAPE_PART * cue.alongTrack_m();
    double[] upper = new double[21];
    // An error of speed keeps the place: 2 dv / n is that of the semi-major axis.
    add(upper, new Vec3(0, 0, 0), new Vec3(0, n / 2 * cue.semiMajorAxis_m(), 0));
    add(upper, new Vec3(0, cue.alongTrack_m(), 0), Vec3.ZERO);
    add(upper, new Vec3(0, 0, cue.crossTrack_m()), Vec3.ZERO);
    add(upper, Vec3.ZERO, new Vec3(0, 0, n * cue.crossTrack_m()));
    // Radial: with the speed that keeps the semi-major axis; and the one that turns the apsis.
    add(upper, new Vec3(slack_m, 0, 0), new Vec3(0, -2 * n * slack_m, 0));
    add(upper, Vec3.ZERO, new Vec3(n * slack_m, 0, 0));
    add(upper, Vec3.ZERO, new Vec3(0, n / 2 * slack_m, 0));
    return new Covariance6(upper);
  }

  private static void add(double[] upper, Vec3 r_m, Vec3 v_m_s) {
    double[] x = {r_m.x(), r_m.y(), r_m.z(), v_m_s.x(), v_m_s.y(), v_m_s.z()};
    int at = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        upper[at++] += x[i] * x[j];
      }
    }
  }
}
