package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * What control shall follow in this tick.
 *
 * @param translation what to do with translation
 * @param r_reference_L_m reference position, target-centred QSW
 * @param v_reference_L_m_s reference velocity in the rotating frame
 * @param deltaVToGo_L_m_s for BURN: delta-v still to be given
 * @param q_BL_reference wanted attitude, L to body
 * @param rate_B_reference_rad_s wanted inertial body rate, body frame
 * @param nextEvent next event foreseen
 * @param timeToNextEvent_s until it; 0 when none
 * @param tubeRadius_m half-width of the tube about the reference that the monitor may check; 0 when
 *     none
 * @param corridorArmed on forced V-bar legs
 * @param legComplete the leg's end is reached
 * @param burnMissed a burn of the leg was not given in time: the leg cannot be finished as planned
 */
public record GuidanceReference(
    Translation translation,
    Vec3 r_reference_L_m,
    Vec3 v_reference_L_m_s,
    Vec3 deltaVToGo_L_m_s,
    Quaternion q_BL_reference,
    Vec3 rate_B_reference_rad_s,
    NextEvent nextEvent,
    double timeToNextEvent_s,
    double tubeRadius_m,
    boolean corridorArmed,
    boolean legComplete,
    boolean burnMissed) {

  /** A reference of a leg that goes as planned. */
  public GuidanceReference(
      Translation translation,
      Vec3 r_reference_L_m,
      Vec3 v_reference_L_m_s,
      Vec3 deltaVToGo_L_m_s,
      Quaternion q_BL_reference,
      Vec3 rate_B_reference_rad_s,
      NextEvent nextEvent,
      double timeToNextEvent_s,
      double tubeRadius_m,
      boolean corridorArmed,
      boolean legComplete) {
    this(
        translation,
        r_reference_L_m,
        v_reference_L_m_s,
        deltaVToGo_L_m_s,
        q_BL_reference,
        rate_B_reference_rad_s,
        nextEvent,
        timeToNextEvent_s,
        tubeRadius_m,
        corridorArmed,
        legComplete,
        false);
  }

  /** Kinds of translation control. */
  public enum Translation {
    /** No thrust for translation. */
    COAST,
    /** Keep the reference within a deadband, cheaply. */
    STATION_KEEP,
    /** Follow the moving reference closely. */
    TRACK,
    /** Give the delta-v to go as fast as the thrusters can. */
    BURN
  }
}
