package org.holdpoint.flight.control;

import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Turns a translation reference into delta-v to give. Station keeping gives small impulses minutes
 * apart, from a forecast of the free drift: following the noise of the velocity estimate at 10 Hz
 * would cost a hundred times the propellant.
 */
final class TranslationControl implements Retained {
  private static final int DECISION_TICKS = 1200;
  private static final double FORECAST_S = 300;
  private static final double RETURN_S = 700;
  private static final double SMALLEST_DEADBAND_M = 1.5;
  private static final double DEADBAND_PER_RANGE = 0.003;
  private static final double LARGEST_KEEPING_IMPULSE_M_S = 0.05;
  private static final double SMALLEST_KEEPING_IMPULSE_M_S = 0.0005;

  private static final double TRACKING_FREQUENCY_RAD_S = 0.02;
  private static final double TRACKING_DAMPING = 0.9;
  private static final double TRACKING_PULSE_M_S = 0.001;
  private static final double TRACKING_LIMIT_M_S = 0.05;

  private Vec3 keepingToGo_L_m_s = Vec3.ZERO;
  private Vec3 trackingToGo_L_m_s = Vec3.ZERO;
  private boolean pulsing;

  /** Delta-v to give now, L; zero to coast. */
  Vec3 deltaVToGo_L_m_s(Tick tick, GuidanceReference reference, NavigationSolution navigation) {
    return switch (reference.translation()) {
      case COAST -> forget(Vec3.ZERO);
      case BURN -> forget(reference.deltaVToGo_L_m_s());
      case STATION_KEEP -> keepStation(tick, reference, navigation);
      case TRACK -> track(reference, navigation);
    };
  }

  private Vec3 forget(Vec3 answer) {
    keepingToGo_L_m_s = Vec3.ZERO;
    trackingToGo_L_m_s = Vec3.ZERO;
    pulsing = false;
    return answer;
  }

  private Vec3 keepStation(Tick tick, GuidanceReference reference, NavigationSolution navigation) {
    trackingToGo_L_m_s = Vec3.ZERO;
    if (tick.every(DECISION_TICKS)) {
      keepingToGo_L_m_s = keepingImpulse(reference, navigation);
    } else if (keepingToGo_L_m_s.norm() > 0) {
      keepingToGo_L_m_s = keepingToGo_L_m_s.minus(navigation.sensedDeltaV_L_m_s());
      if (keepingToGo_L_m_s.norm() < SMALLEST_KEEPING_IMPULSE_M_S) {
        keepingToGo_L_m_s = Vec3.ZERO;
      }
    }
    return keepingToGo_L_m_s;
  }

  private static Vec3 keepingImpulse(GuidanceReference reference, NavigationSolution navigation) {
    Vec3 hold = reference.r_reference_L_m();
    RelativeState now = new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
    double deadband_m = Math.max(SMALLEST_DEADBAND_M, DEADBAND_PER_RANGE * hold.norm());
    RelativeState later =
        ClohessyWiltshire.propagate(now, navigation.meanMotion_rad_s(), FORECAST_S);
    boolean staysIn =
        now.r_CT_L_m().minus(hold).norm() < deadband_m
            && later.r_CT_L_m().minus(hold).norm() < deadband_m;
    if (staysIn) {
      return Vec3.ZERO;
    }
    return ClohessyWiltshire.twoImpulse(
            now, new RelativeState(hold, Vec3.ZERO), navigation.meanMotion_rad_s(), RETURN_S)
        .map(burns -> limited(burns.departure_L_m_s(), LARGEST_KEEPING_IMPULSE_M_S))
        .orElse(Vec3.ZERO);
  }

  private Vec3 track(GuidanceReference reference, NavigationSolution navigation) {
    keepingToGo_L_m_s = Vec3.ZERO;
    RelativeState wanted =
        new RelativeState(reference.r_reference_L_m(), reference.v_reference_L_m_s());
    Vec3 natural = ClohessyWiltshire.acceleration(wanted, navigation.meanMotion_rad_s());
    Vec3 positionError = wanted.r_CT_L_m().minus(navigation.r_CT_L_m());
    Vec3 velocityError = wanted.v_CT_L_m_s().minus(navigation.v_CT_L_m_s());
    Vec3 acceleration =
        positionError
            .times(TRACKING_FREQUENCY_RAD_S * TRACKING_FREQUENCY_RAD_S)
            .plus(velocityError.times(2 * TRACKING_DAMPING * TRACKING_FREQUENCY_RAD_S))
            .minus(natural);
    trackingToGo_L_m_s =
        limited(
            trackingToGo_L_m_s
                .plus(acceleration.times(Tick.PERIOD_S))
                .minus(navigation.sensedDeltaV_L_m_s()),
            TRACKING_LIMIT_M_S);
    // begins to fire when a pulse has gathered, stops when it is given: whole pulses, no chatter
    double gathered = trackingToGo_L_m_s.norm();
    pulsing = gathered > (pulsing ? TRACKING_PULSE_M_S / 3 : TRACKING_PULSE_M_S);
    return pulsing ? trackingToGo_L_m_s : Vec3.ZERO;
  }

  private static Vec3 limited(Vec3 v, double largest) {
    double size = v.norm();
    return size > largest ? v.times(largest / size) : v;
  }

  @Override
  public void save(StateWriter out) {
    out.put(keepingToGo_L_m_s).put(trackingToGo_L_m_s).put(pulsing);
  }

  @Override
  public void restore(StateReader in) {
    keepingToGo_L_m_s = in.getVec3();
    trackingToGo_L_m_s = in.getVec3();
    pulsing = in.getBoolean();
  }
}
