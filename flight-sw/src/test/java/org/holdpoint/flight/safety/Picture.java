package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.Mode;

/** A quiet picture of which a test changes what its story is about. */
final class Picture {
  Mode mode = Mode.HOLD;
  double ownAge_s;
  double range_m = 250;
  double position3sigma_m = 0.4;
  double closing_m_s;
  double speed_m_s = 0.001;
  double velocity3sigma_m_s = 0.001;
  double offVbar_deg;
  boolean corridorArmed;
  double tubeOffset_m;
  double tubeRadius_m;
  double brakingNeeded_m;
  double driftSmallest_m = 200;
  double driftSafeFor_s = 40000;
  double outlookAge_s;
  double claimAge_s;
  double disagreement_m = 0.3;
  double propellant_kg = 11;
  double rate_deg_s = 0.06;
  double imuAge_s;
  double wheelMomentum_N_m_s = 1;
  double thrustAge_s;
  double force_N;
  double torque_N_m;
  double attitudeAge_s;
  double sunAngle_deg = 90;
  double batteryAge_s;
  double batteryCharge = 1;
  int missedTicks;
  double groundHeardAge_s;
  int contactsMissed;
  double blind_s;

  static Picture in(Mode mode) {
    Picture picture = new Picture();
    picture.mode = mode;
    return picture;
  }

  MonitorPicture build() {
    return new MonitorPicture(
        mode,
        ownAge_s,
        range_m,
        position3sigma_m,
        closing_m_s,
        speed_m_s,
        velocity3sigma_m_s,
        0.1 + 2 * 1.1068e-3 * range_m,
        offVbar_deg,
        corridorArmed,
        tubeOffset_m,
        tubeRadius_m,
        brakingNeeded_m,
        range_m - position3sigma_m - 30,
        outlookAge_s,
        driftSmallest_m,
        driftSafeFor_s,
        claimAge_s,
        disagreement_m,
        5,
        propellant_kg,
        2,
        rate_deg_s,
        imuAge_s,
        wheelMomentum_N_m_s,
        thrustAge_s,
        force_N,
        torque_N_m,
        attitudeAge_s,
        sunAngle_deg,
        batteryAge_s,
        batteryCharge,
        missedTicks,
        groundHeardAge_s,
        contactsMissed,
        blind_s);
  }
}
