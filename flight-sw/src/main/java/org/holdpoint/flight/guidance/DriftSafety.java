package org.holdpoint.flight.guidance;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.guidance.DriftPlan.Impulse;

/**
 * How near a drift leg could bring the chaser to the target within a day after its thrust is gone:
 * before any burn, after each one, and in the middle of each. Along-track the error grows and is
 * given up; what must hold is that the chaser is away in the plane across it.
 */
final class DriftSafety {
  private static final double HORIZON_S = 86_400;
  private static final double STEP_S = 60;

  private DriftSafety() {}

  /**
   * What navigation does not know, 3 sigma.
   *
   * @param along_m along-track now
   * @param drift_m_s of along-track motion
   * @param across_m in the plane across the track
   */
  record Doubt(double along_m, double drift_m_s, double across_m) {}

  /** Smallest 3-sigma range, metres, not below 0. */
  static double smallest_m(AveragedElements now, List<Impulse> impulses, Doubt doubt) {
    double smallest = drifting_m(now, doubt);
    AveragedElements at = now;
    double clock_s = 0;
    for (Impulse impulse : impulses) {
      double coast_s = impulse.at_s() - clock_s;
      AveragedElements half =
          at.after(coast_s, impulse.tangential_m_s() / 2, impulse.normal_m_s() / 2);
      at = at.after(coast_s, impulse.tangential_m_s(), impulse.normal_m_s());
      clock_s = impulse.at_s();
      smallest = Math.min(smallest, drifting_m(half, doubt));
      smallest = Math.min(smallest, drifting_m(at, doubt));
    }
    return smallest;
  }

  private static double drifting_m(AveragedElements from, Doubt doubt) {
    double smallest = Double.POSITIVE_INFINITY;
    // A turn of the phase by one step: no trigonometric function in the loop.
    double step = from.latitudeRate_rad_s() * STEP_S;
    double cosStep = FastMath.cos(step);
    double sinStep = FastMath.sin(step);
    double cos = FastMath.cos(from.latitude_rad());
    double sin = FastMath.sin(from.latitude_rad());
    for (double t = 0; t <= HORIZON_S; t += STEP_S) {
      double x = from.da_m() - from.dex_m() * cos - from.dey_m() * sin;
      double y = from.dl_m() + from.drift_m_s() * t + 2 * (from.dex_m() * sin - from.dey_m() * cos);
      double z = from.dix_m() * sin - from.diy_m() * cos;
      double slack = doubt.along_m() + doubt.drift_m_s() * t + Math.abs(from.drift_m_s()) * STEP_S;
      double along = Math.max(0, Math.abs(y) - slack);
      double across = Math.max(0, Math.sqrt(x * x + z * z) - doubt.across_m());
      smallest = Math.min(smallest, Math.sqrt(along * along + across * across));
      double next = cos * cosStep - sin * sinStep;
      sin = sin * cosStep + cos * sinStep;
      cos = next;
    }
    return smallest;
  }
}
