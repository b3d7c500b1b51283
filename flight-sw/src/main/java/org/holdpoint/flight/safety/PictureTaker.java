package org.holdpoint.flight.safety;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/** Puts together what the rules look at, from the monitor's state and the claims to be checked. */
final class PictureTaker implements Retained {
  /** Before thrust answers: a tick of delay, the valves, and margin. */
  static final double REACTION_S = 1.0;

  /** Two filters with unlike sensors are never nearer than this in a burn. */
  private static final double LEAST_DISAGREEMENT_M = 5;

  /** Farther than 1.7 km the error of the monitor's bearings, 1.7 mrad each, is more than that. */
  private static final double LEAST_DISAGREEMENT_SHARE = 0.003;

  private final double n;
  private final double hull_m;
  private final double reserve_kg;
  private double claimAge_s = Double.POSITIVE_INFINITY;

  PictureTaker(FlightConfiguration configuration, double meanMotion_rad_s) {
    n = meanMotion_rad_s;
    hull_m = configuration.targetHullRadius_m();
    reserve_kg = configuration.propellantReserve_kg();
  }

  MonitorPicture take(
      MonitorState own,
      Outlooks outlooks,
      Vitals vitals,
      VehicleWatch vehicle,
      ThrustWatch thrust,
      double imuAge_s,
      NominalClaims claims) {
    NavigationSolution navigation = claims.navigation();
    GuidanceReference reference = claims.reference();
    claimAge_s = navigation.validity() == Validity.VALID ? 0 : claimAge_s + Tick.PERIOD_S;
    Vec3 r = own.r_CT_L_m();
    double range_m = own.range_m();
    double position3sigma_m = own.position3sigma_m();
    double closing_m_s = own.closing_m_s();
    double offVbar_deg =
        FastMath.toDegrees(
            FastMath.atan2(Math.sqrt(r.x() * r.x() + r.z() * r.z()), Math.abs(r.y())));
    double tubeOffset_m =
        reference.tubeRadius_m() > 0
            ? Math.max(0, r.minus(reference.r_reference_L_m()).norm() - position3sigma_m)
            : 0;
    double claimed3sigma_m = navigation.covariance().position3sigma_m();
    double disagreementLimit_m =
        Math.max(
            Math.max(LEAST_DISAGREEMENT_M, LEAST_DISAGREEMENT_SHARE * range_m),
            Math.sqrt(claimed3sigma_m * claimed3sigma_m + position3sigma_m * position3sigma_m)
                + hull_m / 2);
    double brakingNeeded_m =
        closing_m_s > 0
            ? closing_m_s * closing_m_s / (2 * outlooks.worstAcceleration_m_s2())
                + REACTION_S * closing_m_s
            : 0;
    return new MonitorPicture(
        claims.mode().mode(),
        own.validity() == Validity.INVALID ? Double.POSITIVE_INFINITY : own.age_s(),
        range_m,
        position3sigma_m,
        closing_m_s,
        own.v_CT_L_m_s().norm(),
        own.velocity3sigma_m_s(),
        speedLimit_m_s(range_m),
        offVbar_deg,
        reference.corridorArmed(),
        tubeOffset_m,
        reference.tubeRadius_m(),
        brakingNeeded_m,
        range_m - position3sigma_m - DriftForecast.KEEP_OUT_M,
        outlooks.age_s(),
        outlooks.driftSmallest_m(),
        outlooks.driftSafeFor_s(),
        claimAge_s,
        navigation.r_CT_L_m().minus(r).norm(),
        disagreementLimit_m,
        vitals.tank_kg(),
        reserve_kg,
        VehicleWatch.rate_deg_s(own.rate_B_rad_s()),
        imuAge_s,
        VehicleWatch.largest(vitals.wheelMomentum_B_N_m_s()),
        thrust.age_s(),
        Math.max(0, thrust.force_N() - thrust.forceTolerance_N()),
        Math.max(0, thrust.torque_N_m() - thrust.torqueTolerance_N_m()),
        vehicle.attitudeAge_s(),
        vehicle.sunAngle_deg(),
        vehicle.batteryAge_s(),
        vehicle.batteryCharge(),
        vehicle.missedTicks(),
        vehicle.groundHeardAge_s(),
        vitals.contact().missed(),
        vehicle.blind_s());
  }

  /** Total speed allowed at a range: 0.1 + 2 n |p| (decisions). */
  private double speedLimit_m_s(double range_m) {
    return SafetyRules.CLOSING_LIMIT_M_S + 2 * n * range_m;
  }

  /** Closing speed still allowed. */
  double closingMargin_m_s(MonitorState own) {
    double range_m = own.range_m();
    double limit_m_s =
        range_m < SafetyRules.NEAR_M ? SafetyRules.CLOSING_LIMIT_M_S : speedLimit_m_s(range_m);
    return limit_m_s - own.closing_m_s();
  }

  @Override
  public void save(StateWriter out) {
    out.put(claimAge_s);
  }

  @Override
  public void restore(StateReader in) {
    claimAge_s = in.getDouble();
  }
}
