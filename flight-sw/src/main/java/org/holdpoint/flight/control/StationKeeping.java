package org.holdpoint.flight.control;

import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.TwoImpulse;
import org.holdpoint.motion.Vec3;

/**
 * Keeps the chaser about a reference that moves naturally (a point at rest on V-bar, or a point on
 * a natural ellipse) with few small impulses. It looks at what the error will do, not where it is:
 * by Clohessy-Wiltshire an error is a mean offset that drifts along-track and an ellipse about it,
 * and only a drift that leaves the deadband, or an ellipse too wide for it, is worth an impulse. A
 * correction smaller than twice its own uncertainty is never made, so noise is not chased.
 *
 * <p>Far outside the deadband two impulses of Clohessy-Wiltshire lead back.
 */
final class StationKeeping implements Retained {
  /** Decisions are taken every 10 s. */
  static final int DECISION_TICKS = 100;

  /** Before navigation knows velocity this well, 1 sigma, nothing is decided. */
  private static final double SETTLED_M_S = 0.001;

  /** A correction on the way back is considered this often. */
  private static final int CORRECTION_TICKS = 1000;

  private static final double SIGMAS = 2;

  /** Further out than this many deadbands the chaser is led back. */
  private static final double LOST_DEADBANDS = 5;

  private static final double RETURN_SPEED_M_S = 0.03;
  private static final double RETURN_MIN_S = 300;
  private static final double RETURN_MAX_S = 1200;
  private static final double RETURN_CORRECTION_M_S = 0.002;

  /** Remainders below this cannot be given: less than half of the smallest firing. */
  private static final double REMAINDER_M_S = 1.5e-4;

  private Vec3 toGo_L_m_s = Vec3.ZERO;
  private boolean returning;
  private long arrivalTick;

  /** Half-width of the deadband along-track: 1 m at 40 m, 1.35 m at 250 m, 3 m from 1 km on. */
  static double deadband_m(double range_m) {
    return Math.max(1.0, Math.min(3.0, 0.8 + 0.0022 * range_m));
  }

  /** Forgets what was under way. */
  void reset() {
    toGo_L_m_s = Vec3.ZERO;
    returning = false;
  }

  /**
   * Delta-v to give now, frame L; null vector when none.
   *
   * @param error navigated state less reference, as of the ticks of {@link #DECISION_TICKS}
   * @param sensed_L_m_s delta-v sensed over the last tick
   * @param mayDecide navigation is good enough to begin something new
   */
  Vec3 step(
      Tick tick,
      RelativeState error,
      double range_m,
      Covariance6 covariance,
      double meanMotion_rad_s,
      Vec3 sensed_L_m_s,
      boolean mayDecide) {
    if (!toGo_L_m_s.equals(Vec3.ZERO)) {
      toGo_L_m_s = toGo_L_m_s.minus(sensed_L_m_s);
      if (toGo_L_m_s.norm() > REMAINDER_M_S) {
        return toGo_L_m_s;
      }
      toGo_L_m_s = Vec3.ZERO;
    }
    if (mayDecide && tick.every(DECISION_TICKS) && settled(covariance)) {
      double deadband = deadband_m(range_m);
      toGo_L_m_s =
          returning || error.range_m() > LOST_DEADBANDS * deadband
              ? ledBack(tick, error, meanMotion_rad_s)
              : kept(error, deadband, covariance, meanMotion_rad_s);
    }
    return toGo_L_m_s;
  }

  private static boolean settled(Covariance6 p) {
    double variance = Math.max(p.at(3, 3), Math.max(p.at(4, 4), p.at(5, 5)));
    return variance < SETTLED_M_S * SETTLED_M_S;
  }

  /** What control could not give is not insisted on. */
  void remainderCannotBeGiven() {
    toGo_L_m_s = Vec3.ZERO;
  }

  private Vec3 ledBack(Tick tick, RelativeState error, double n) {
    boolean begins = !returning;
    if (begins) {
      double time_s =
          Math.max(RETURN_MIN_S, Math.min(RETURN_MAX_S, error.range_m() / RETURN_SPEED_M_S));
      arrivalTick = tick.number() + (long) Math.rint(time_s / Tick.PERIOD_S);
      returning = true;
    }
    double left_s = (arrivalTick - tick.number()) * Tick.PERIOD_S;
    if (left_s <= 0) {
      returning = false;
      return error.v_CT_L_m_s().negated();
    }
    if (!begins && (left_s < 60 || !tick.every(CORRECTION_TICKS))) {
      return Vec3.ZERO;
    }
    Optional<TwoImpulse> back =
        ClohessyWiltshire.twoImpulse(error, new RelativeState(Vec3.ZERO, Vec3.ZERO), n, left_s);
    Vec3 impulse = back.map(TwoImpulse::departure_L_m_s).orElse(Vec3.ZERO);
    return begins || impulse.norm() > RETURN_CORRECTION_M_S ? impulse : Vec3.ZERO;
  }

  private static Vec3 kept(RelativeState error, double deadband, Covariance6 p, double n) {
    return new Vec3(
        radial(error, deadband, p, n),
        alongTrack(error, deadband, p, n),
        crossTrack(error, deadband, p, n));
  }

  /**
   * A tangential impulse changes the drift by -3 times itself. Outside half the deadband the drift
   * shall lead back across it within an orbit or so; inside it shall only not be fast.
   */
  private static double alongTrack(RelativeState error, double deadband, Covariance6 p, double n) {
    Vec3 r = error.r_CT_L_m();
    Vec3 v = error.v_CT_L_m_s();
    double mean = r.y() - 2 * v.x() / n;
    double drift = -1.5 * n * (4 * r.x() + 2 * v.y() / n);
    double orbit_s = 2 * Math.PI / n;
    double wanted = drift;
    if (Math.abs(mean) > deadband / 2) {
      double back = Math.max(deadband, 2 * Math.abs(mean)) / orbit_s;
      if (drift * Math.signum(mean) > -back / 2) {
        wanted = -Math.signum(mean) * back;
      }
    } else if (Math.abs(drift) > 3 * deadband / orbit_s) {
      wanted = 0;
    }
    double variance =
        2.25 * n * n * (16 * p.at(0, 0) + 16 / n * p.at(0, 4) + 4 / (n * n) * p.at(4, 4));
    double change = wanted - drift;
    return Math.abs(change) > SIGMAS * Math.sqrt(Math.max(0, variance)) ? -change / 3 : 0;
  }

  /**
   * A radial impulse takes width off the ellipse when the chaser crosses the mean radius; it shifts
   * the mean along-track by twice the width, so of the two crossings the one is taken that shifts
   * towards the middle.
   */
  private static double radial(RelativeState error, double deadband, Covariance6 p, double n) {
    Vec3 r = error.r_CT_L_m();
    Vec3 v = error.v_CT_L_m_s();
    double a = -(3 * r.x() + 2 * v.y() / n);
    double b = v.x() / n;
    double width = FastMath.hypot(a, b);
    double most = deadband / 4;
    if (width < most || Math.abs(a) > 0.5 * Math.abs(b)) {
      return 0;
    }
    double impulse = -n * (b - Math.copySign(0.3 * most, b));
    double mean = r.y() - 2 * b;
    double after = mean - 2 * impulse / n;
    boolean goodShift = Math.abs(after) < Math.max(Math.abs(mean), deadband / 2);
    boolean certain = Math.abs(impulse) > SIGMAS * Math.sqrt(p.at(3, 3));
    return certain && (goodShift || width > 2 * most) ? impulse : 0;
  }

  /** Cross-track swings are stopped as they cross the plane. */
  private static double crossTrack(RelativeState error, double deadband, Covariance6 p, double n) {
    double z = error.r_CT_L_m().z();
    double vz = error.v_CT_L_m_s().z();
    boolean wide = FastMath.hypot(z, vz / n) > deadband / 2;
    boolean crossing = Math.abs(z) < 0.5 * Math.abs(vz / n);
    boolean certain = Math.abs(vz) > SIGMAS * Math.sqrt(p.at(5, 5));
    return wide && crossing && certain ? -vz : 0;
  }

  @Override
  public void save(StateWriter out) {
    out.put(toGo_L_m_s).put(returning).put(arrivalTick);
  }

  @Override
  public void restore(StateReader in) {
    toGo_L_m_s = in.getVec3();
    returning = in.getBoolean();
    arrivalTick = in.getLong();
  }
}
