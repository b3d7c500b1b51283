package org.holdpoint.yamcs.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.Drift;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.holdpoint.yamcs.api.messages.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * Where the chaser goes, from telemetry alone: adrift, and along the leg being flown or next. A
 * sketch for the operator by Clohessy-Wiltshire, good within about 2 km; the onboard answer is the
 * one that counts.
 */
final class Predictions {
  /** Thrust-off predictions cover this many orbits. */
  static final double ORBITS = 2;

  private static final int DRIFT_POINTS = 240;
  private static final int LEG_POINTS = 90;

  /**
   * Differential drag, 1 sigma: a third of 1.0e-7 m/s2, which is 4.9 m an orbit at 500 km with
   * 0.005 m2/kg between the ballistic coefficients.
   */
  private static final double DRAG_1SIGMA_M_S2 = 3.4e-8;

  private static final double TWO_PI = 2 * FastMath.PI;

  private Predictions() {}

  /** One leg, flown or next. */
  record Leg(LegKind kind, Vec3 target_L_m, double duration_s, boolean flying, double toGo_s) {}

  /**
   * Thrust off from now, over {@value #ORBITS} orbits.
   *
   * @param covariance 36 entries by rows
   * @param n_rad_s mean motion of the target
   * @param now_s mission time
   */
  static Prediction drift(RelativeState state, double[] covariance, double n_rad_s, double now_s) {
    double horizon_s = ORBITS * TWO_PI / n_rad_s;
    Drift drift =
        Drift.predict(
            state, covariance, n_rad_s, DRAG_1SIGMA_M_S2, horizon_s, horizon_s / DRIFT_POINTS);
    return message(drift, now_s);
  }

  /**
   * The leg's path from here, or null when it has none that a sketch can show.
   *
   * @see #drift
   */
  static @Nullable Prediction leg(
      Leg leg, RelativeState state, double[] covariance, double n_rad_s, double now_s) {
    double period_s = TWO_PI / n_rad_s;
    return switch (leg.kind()) {
      case RADIAL_HOP, TWO_IMPULSE, RETREAT -> {
        double duration_s = leg.duration_s() > 0 ? leg.duration_s() : period_s / 2;
        if (leg.flying()) {
          double toGo_s = leg.toGo_s() > 0 ? Math.min(leg.toGo_s(), period_s) : duration_s;
          yield coast(state, covariance, n_rad_s, toGo_s, now_s);
        }
        RelativeState end = new RelativeState(leg.target_L_m(), Vec3.ZERO);
        yield ClohessyWiltshire.twoImpulse(state, end, n_rad_s, duration_s)
            .map(
                impulses ->
                    coast(
                        state.plusDeltaV(impulses.departure_L_m_s()),
                        covariance,
                        n_rad_s,
                        duration_s,
                        now_s))
            .orElse(null);
      }
      case FORCED_VBAR -> straight(state.r_CT_L_m(), leg.target_L_m(), leg.duration_s(), now_s);
      case CIRCUMNAVIGATE -> ellipse(leg.target_L_m(), 0, period_s, now_s);
      case PARKING_ELLIPSE -> {
        Vec3 to = leg.target_L_m();
        yield ellipse(new Vec3(to.x(), 2 * to.x(), to.z()), to.y(), period_s, now_s);
      }
      case MULTI_IMPULSE, COELLIPTIC, WALKING_ELLIPSE, DEPART ->
          leg.flying() ? coast(state, covariance, n_rad_s, period_s, now_s) : null;
      // A drift leg of hours is no path of the plane that a sketch near the target shows.
      case NONE, HOLD_AT, PHASE -> null;
    };
  }

  private static Prediction coast(
      RelativeState state, double[] covariance, double n_rad_s, double duration_s, double now_s) {
    return message(
        Drift.predict(
            state, covariance, n_rad_s, DRAG_1SIGMA_M_S2, duration_s, duration_s / LEG_POINTS),
        now_s);
  }

  private static Prediction straight(Vec3 from, Vec3 to, double duration_s, double now_s) {
    List<Vec3> points = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int k = 0; k <= LEG_POINTS; k++) {
      double part = (double) k / LEG_POINTS;
      points.add(from.plus(to.minus(from).times(part)));
      times.add(part * Math.max(0, duration_s));
    }
    return nominal(points, times, now_s);
  }

  /**
   * The safety ellipse with parallel e and i vectors: x = -a cos u, y = b sin u, z = c sin u.
   *
   * @param semiAxes_m radial, along-track, cross-track
   * @param centre_m along-track
   */
  private static Prediction ellipse(
      Vec3 semiAxes_m, double centre_m, double period_s, double now_s) {
    List<Vec3> points = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int k = 0; k <= LEG_POINTS; k++) {
      double u = TWO_PI * k / LEG_POINTS;
      points.add(
          new Vec3(
              -semiAxes_m.x() * FastMath.cos(u),
              centre_m + semiAxes_m.y() * FastMath.sin(u),
              semiAxes_m.z() * FastMath.sin(u)));
      times.add(period_s * k / LEG_POINTS);
    }
    return nominal(points, times, now_s);
  }

  private static Prediction nominal(List<Vec3> points, List<Double> times, double now_s) {
    var message = Prediction.newBuilder().setComputedAtS(now_s);
    double smallest = Double.MAX_VALUE;
    for (int k = 0; k < points.size(); k++) {
      Vec3 point = points.get(k);
      message.addTS(times.get(k)).addXM(point.x()).addYM(point.y()).addZM(point.z()).addSigma3M(0);
      smallest = Math.min(smallest, point.norm());
    }
    return message.setSmallestRangeM(smallest).setSmallestRange3SigmaM(smallest).build();
  }

  private static Prediction message(Drift drift, double now_s) {
    var message =
        Prediction.newBuilder()
            .setComputedAtS(now_s)
            .setSmallestRangeM(drift.smallestRange_m())
            .setSmallestRange3SigmaM(drift.smallestRange3sigma_m());
    for (Drift.Point point : drift.points()) {
      Vec3 r = point.state().r_CT_L_m();
      message
          .addTS(point.time_s())
          .addXM(r.x())
          .addYM(r.y())
          .addZM(r.z())
          .addSigma3M(point.largestSigma3_m());
    }
    return message.build();
  }

  /** A leg kind by its telemetered name; NONE for a name that is none. */
  static LegKind kind(String name) {
    for (LegKind kind : LegKind.values()) {
      if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    return LegKind.NONE;
  }
}
