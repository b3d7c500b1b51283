package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.Mode;

/**
 * Everything that a safety rule may look at, in one tick.
 *
 * @param mode claimed by the mode logic; it arms rules and is never evidence
 * @param ownAge_s age of the monitor's own state; infinite while it is not usable
 * @param range_m monitor's own
 * @param position3sigma_m monitor's own, half the hull not included
 * @param closing_m_s positive when closing, monitor's own
 * @param speed_m_s relative speed, monitor's own
 * @param velocity3sigma_m_s of both
 * @param speedLimit_m_s total speed allowed at this range
 * @param offVbar_deg angle of the line from the target to the chaser from V-bar
 * @param corridorArmed a forced V-bar leg is being flown
 * @param tubeOffset_m distance from the claimed reference, less the monitor's 3 sigma; 0 when no
 *     tube
 * @param tubeRadius_m of the tube about the plan; 0 when none
 * @param brakingNeeded_m to stop with one thruster failed
 * @param brakingLeft_m to the keep-out sphere at 3 sigma
 * @param outlookAge_s age of the drift outlook; infinite before the first
 * @param driftSmallest_m smallest 3-sigma range with thrust off over the required time
 * @param driftSafeFor_s until thrust off enters the keep-out sphere at 3 sigma; a day at most
 * @param claimAge_s how long navigation has not been VALID; infinite before it first was
 * @param disagreement_m between navigation's claimed position and the monitor's
 * @param disagreementLimit_m allowed between them
 * @param propellant_kg by the tank gauge
 * @param reserve_kg kept for safing
 * @param rate_deg_s body rate by IMU B
 * @param imuAge_s since IMU B last gave a usable sample
 * @param wheelMomentum_N_m_s largest of the three axes, by the tachometers
 * @param thrustAge_s age of the mean of force and torque; infinite before the first
 * @param force_N that nobody commanded, mean of five seconds, less what thrusters may be off
 * @param torque_N_m the same of torque
 * @param attitudeAge_s 0 while the monitor's attitude is usable, infinite otherwise
 * @param sunAngle_deg of the Sun off the cameras' axis; 180 in shadow
 * @param batteryAge_s since the power unit last spoke; infinite before it first did
 * @param batteryCharge 0 to 1
 * @param missedTicks of the flight software in the last minute
 * @param groundHeardAge_s since carrier or telecommand
 * @param contactsMissed in a row in which no telecommand was accepted; counted to 2
 * @param blind_s how long the monitor's own state has not been VALID; 0 before it first was
 */
record MonitorPicture(
    Mode mode,
    double ownAge_s,
    double range_m,
    double position3sigma_m,
    double closing_m_s,
    double speed_m_s,
    double velocity3sigma_m_s,
    double speedLimit_m_s,
    double offVbar_deg,
    boolean corridorArmed,
    double tubeOffset_m,
    double tubeRadius_m,
    double brakingNeeded_m,
    double brakingLeft_m,
    double outlookAge_s,
    double driftSmallest_m,
    double driftSafeFor_s,
    double claimAge_s,
    double disagreement_m,
    double disagreementLimit_m,
    double propellant_kg,
    double reserve_kg,
    double rate_deg_s,
    double imuAge_s,
    double wheelMomentum_N_m_s,
    double thrustAge_s,
    double force_N,
    double torque_N_m,
    double attitudeAge_s,
    double sunAngle_deg,
    double batteryAge_s,
    double batteryCharge,
    int missedTicks,
    double groundHeardAge_s,
    int contactsMissed,
    double blind_s) {

  /** The larger of force and torque that nobody commanded, in parts of 0.15 N and 0.1 N.m. */
  double unexplained() {
    return Math.max(force_N / 0.15, torque_N_m / 0.1);
  }

  double nearest_m() {
    return range_m - position3sigma_m;
  }
}
