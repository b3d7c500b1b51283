package org.holdpoint.flight;

import java.util.List;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.flight.contact.PlannedContact;
import org.holdpoint.flight.navigation.far.Cue;
import org.holdpoint.motion.Vec3;

/**
 * What is loaded onboard before the first tick: everything that mission control knew, nothing of
 * the truth. Reference orbits come from orbit determination and carry its error.
 *
 * @param start_tai_ns time of tick 0
 * @param r_T_I_m target's orbit at tick 0 by the uploaded ephemeris, GCRF
 * @param v_T_I_m_s velocity of the same
 * @param r_CT_L_m first guess of the relative position, target-centred QSW
 * @param v_CT_L_m_s first guess of the relative velocity
 * @param position_1sigma_m uncertainty of the guess, per axis
 * @param velocity_1sigma_m_s uncertainty of the guess, per axis
 * @param dryMass_kg mass without propellant
 * @param propellant_kg propellant loaded
 * @param propellantReserve_kg propellant kept for safing
 * @param targetHullRadius_m half the largest dimension of the target; a ranger hits a facet inside
 *     it
 * @param plan_id identifier of the loaded plan
 * @param plan its legs, at most 8; leg 1 departs from the hold that the flight starts in
 * @param retreat_L_m the outer hold point: where the flight starts when the chaser is near it, and
 *     where RETREAT goes when there is no previous hold point
 * @param cue how wrong the target's orbit may be when only a cue is known; {@link Cue#NONE} else
 * @param contacts when the ground will call, in order of time; at most 96, empty when it always can
 */
public record FlightConfiguration(
    long start_tai_ns,
    Vec3 r_T_I_m,
    Vec3 v_T_I_m_s,
    Vec3 r_CT_L_m,
    Vec3 v_CT_L_m_s,
    double position_1sigma_m,
    double velocity_1sigma_m_s,
    double dryMass_kg,
    double propellant_kg,
    double propellantReserve_kg,
    double targetHullRadius_m,
    int plan_id,
    List<PlanPacket.Leg> plan,
    Vec3 retreat_L_m,
    Cue cue,
    List<PlannedContact> contacts) {
  public FlightConfiguration {
    plan = List.copyOf(plan);
    contacts = List.copyOf(contacts);
  }

  /**
   * With the target's orbit as well known as the first guess says, and a ground that can always
   * call.
   */
  public FlightConfiguration(
      long start_tai_ns,
      Vec3 r_T_I_m,
      Vec3 v_T_I_m_s,
      Vec3 r_CT_L_m,
      Vec3 v_CT_L_m_s,
      double position_1sigma_m,
      double velocity_1sigma_m_s,
      double dryMass_kg,
      double propellant_kg,
      double propellantReserve_kg,
      double targetHullRadius_m,
      int plan_id,
      List<PlanPacket.Leg> plan,
      Vec3 retreat_L_m) {
    this(
        start_tai_ns,
        r_T_I_m,
        v_T_I_m_s,
        r_CT_L_m,
        v_CT_L_m_s,
        position_1sigma_m,
        velocity_1sigma_m_s,
        dryMass_kg,
        propellant_kg,
        propellantReserve_kg,
        targetHullRadius_m,
        plan_id,
        plan,
        retreat_L_m,
        Cue.NONE,
        List.of());
  }
}
