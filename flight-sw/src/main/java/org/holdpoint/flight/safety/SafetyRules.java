package org.holdpoint.flight.safety;

import static org.holdpoint.dictionary.event.ChaserEvent.ATTITUDE_RATE_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.BATTERY_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.BRAKING_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.CONTACT_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.CORRIDOR_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.DEAD_MAN_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.KEEP_OUT_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.NAVIGATION_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.PASSIVE_SAFETY_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.PROPELLANT_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.RANGER_DISAGREEMENT;
import static org.holdpoint.dictionary.event.ChaserEvent.SPEED_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.SUN_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.THRUSTER_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.TICKS_RULE;
import static org.holdpoint.dictionary.event.ChaserEvent.WHEEL_RULE;
import static org.holdpoint.dictionary.telemetry.Mode.ABORT;
import static org.holdpoint.dictionary.telemetry.Mode.ABORT_DRIFT;
import static org.holdpoint.dictionary.telemetry.Mode.CHASE;
import static org.holdpoint.dictionary.telemetry.Mode.CIRCUMNAVIGATION;
import static org.holdpoint.dictionary.telemetry.Mode.DRIFT;
import static org.holdpoint.dictionary.telemetry.Mode.ESCAPE;
import static org.holdpoint.dictionary.telemetry.Mode.FORCED_APPROACH;
import static org.holdpoint.dictionary.telemetry.Mode.HOLD;
import static org.holdpoint.dictionary.telemetry.Mode.PARK;
import static org.holdpoint.dictionary.telemetry.Mode.RETREAT;
import static org.holdpoint.dictionary.telemetry.Mode.SAFE;
import static org.holdpoint.dictionary.telemetry.Mode.TRANSFER;
import static org.holdpoint.flight.safety.SafetyRule.Override.NOBODY;
import static org.holdpoint.flight.safety.SafetyRule.Override.RESUME;
import static org.holdpoint.flight.safety.SafetyRule.Source.ATTITUDE;
import static org.holdpoint.flight.safety.SafetyRule.Source.CLAIM;
import static org.holdpoint.flight.safety.SafetyRule.Source.IMU;
import static org.holdpoint.flight.safety.SafetyRule.Source.OUTLOOK;
import static org.holdpoint.flight.safety.SafetyRule.Source.OWN_STATE;
import static org.holdpoint.flight.safety.SafetyRule.Source.POWER;
import static org.holdpoint.flight.safety.SafetyRule.Source.PRESENT;
import static org.holdpoint.flight.safety.SafetyRule.Source.THRUST;
import static org.holdpoint.flight.safety.SafetyRule.rule;

import java.util.List;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;

/** The safety policy: one row a rule. The operator's table in src/docs/safety.md is generated. */
final class SafetyRules {
  /** Closing speed allowed inside {@link #NEAR_M}. */
  static final double CLOSING_LIMIT_M_S = 0.1;

  static final double NEAR_M = 100;

  /** Inside this range the total speed is limited. */
  static final double SPEED_RANGE_M = 1000;

  private static final double CORRIDOR_DEG = 10;

  /** A minute of many: a burn just given settles, and each way out has been looked at. */
  private static final int CONTACT_PERSISTS_TICKS = 600;

  static final SafetyRule CONTACT_MISSED =
      rule("SAF-170", "a contact missed")
          .reports(SafingSource.CONTACT, CONTACT_RULE)
          .compares("contacts missed in a row", MonitorPicture::contactsMissed)
          .with("1", p -> 1)
          .when("no telecommand accepted in 1 contact", p -> p.contactsMissed() >= 1)
          .staleAfter_s(0, PRESENT)
          .persists_ticks(CONTACT_PERSISTS_TICKS)
          .responds(Rung.RETREAT)
          .clearsWhen("telecommand accepted", p -> p.contactsMissed() == 0)
          .armedIn(HOLD, FORCED_APPROACH)
          .override(RESUME)
          .because(
              "a V-bar hold is safe only while it is kept, and the further out the longer; a leg is"
                  + " finished first, ellipse and waiting place are safe as they are");

  static final SafetyRule TWO_CONTACTS_MISSED =
      rule("SAF-171", "two contacts missed")
          .reports(SafingSource.CONTACT, CONTACT_RULE)
          .compares("contacts missed in a row", MonitorPicture::contactsMissed)
          .with("2", p -> 2)
          .when("no telecommand accepted in 2 contacts", p -> p.contactsMissed() >= 2)
          .staleAfter_s(0, PRESENT)
          .persists_ticks(CONTACT_PERSISTS_TICKS)
          .responds(Rung.ESCAPE)
          .clearsWhen("telecommand accepted", p -> p.contactsMissed() == 0)
          .armedIn(HOLD, FORCED_APPROACH, CIRCUMNAVIGATION)
          .override(RESUME)
          .because(
              "once is an outage, twice is a ground that cannot help: depart onto a path that is"
                  + " clear for a day, while the vehicle is well");

  static final SafetyRule TWO_CONTACTS_MISSED_FAR =
      rule("SAF-172", "two contacts missed in a chase")
          .reports(SafingSource.CONTACT, CONTACT_RULE)
          .compares("contacts missed in a row", MonitorPicture::contactsMissed)
          .with("2", p -> 2)
          .when("no telecommand accepted in 2 contacts", p -> p.contactsMissed() >= 2)
          .staleAfter_s(0, PRESENT)
          .persists_ticks(CONTACT_PERSISTS_TICKS)
          .responds(Rung.HOLD)
          .clearsWhen("telecommand accepted", p -> p.contactsMissed() == 0)
          .armedIn(CHASE)
          .override(RESUME)
          .because("go no nearer; each path without burns was checked, so nothing need be burnt");

  static final List<SafetyRule> RULES =
      List.of(
          rule("SAF-101", "inside the keep-out sphere")
              .reports(SafingSource.KEEP_OUT, KEEP_OUT_RULE)
              .compares("3-sigma range, m", MonitorPicture::nearest_m)
              .with("30", p -> DriftForecast.KEEP_OUT_M)
              .when("range - 3 sigma < 30 m", p -> p.nearest_m() < DriftForecast.KEEP_OUT_M)
              .staleAfter_s(5, OWN_STATE)
              .persists_ticks(3)
              .responds(Rung.ABORT)
              .clearsWhen(
                  "range - 3 sigma > 33 m", p -> p.nearest_m() > 1.1 * DriftForecast.KEEP_OUT_M)
              .armedIn(
                  DRIFT,
                  SAFE,
                  HOLD,
                  TRANSFER,
                  FORCED_APPROACH,
                  CIRCUMNAVIGATION,
                  RETREAT,
                  ESCAPE,
                  ABORT,
                  ABORT_DRIFT,
                  CHASE,
                  PARK)
              .override(NOBODY)
              .because("the target's hull fits inside it; the closest hold is at 40 m"),
          rule("SAF-102", "outside the corridor about V-bar")
              .reports(SafingSource.CORRIDOR, CORRIDOR_RULE)
              .compares("angle off V-bar, deg", MonitorPicture::offVbar_deg)
              .with("10", p -> CORRIDOR_DEG)
              .when(
                  "forced V-bar leg and angle > 10 deg",
                  p -> p.corridorArmed() && p.offVbar_deg() > CORRIDOR_DEG)
              .staleAfter_s(5, OWN_STATE)
              .persists_ticks(10)
              .responds(Rung.RETREAT)
              .clearsWhen("angle < 8 deg or leg left", p -> !(p.offVbar_deg() > 8))
              .armedIn(FORCED_APPROACH)
              .override(RESUME)
              .because("a forced leg has one way in; a hop of 750 m leaves V-bar by 20 deg"),
          rule("SAF-103", "outside the tube about the plan")
              .reports(SafingSource.CORRIDOR, CORRIDOR_RULE)
              .compares("distance from the plan less 3 sigma, m", MonitorPicture::tubeOffset_m)
              .with("tube radius, 50 m on transfers", MonitorPicture::tubeRadius_m)
              .when(
                  "tube given and distance - 3 sigma > its radius",
                  p -> p.tubeRadius_m() > 0 && p.tubeOffset_m() > p.tubeRadius_m())
              .staleAfter_s(5, OWN_STATE, CLAIM)
              .persists_ticks(20)
              .responds(Rung.HOLD)
              .clearsWhen(
                  "distance - 3 sigma < 0.8 of it or no tube",
                  p -> !(p.tubeOffset_m() > 0.8 * p.tubeRadius_m()))
              .armedIn(TRANSFER, CIRCUMNAVIGATION, RETREAT)
              .override(RESUME)
              .because("the plan was checked for missed burns, its neighbourhood was not"),
          rule("SAF-104", "closing too fast inside 100 m")
              .reports(SafingSource.SPEED, SPEED_RULE)
              .compares("closing speed, m/s", MonitorPicture::closing_m_s)
              .with("0.10", p -> CLOSING_LIMIT_M_S)
              .when(
                  "range < 100 m and closing - 3 sigma > 0.10 m/s",
                  p ->
                      p.range_m() < NEAR_M
                          && p.closing_m_s() - p.velocity3sigma_m_s() > CLOSING_LIMIT_M_S)
              .staleAfter_s(2, OWN_STATE)
              .persists_ticks(3)
              .responds(Rung.RETREAT)
              .clearsWhen("closing < 0.08 m/s", p -> p.closing_m_s() < 0.08)
              .armedIn(
                  DRIFT,
                  SAFE,
                  HOLD,
                  TRANSFER,
                  FORCED_APPROACH,
                  CIRCUMNAVIGATION,
                  RETREAT,
                  CHASE,
                  PARK)
              .override(NOBODY)
              .because(
                  "stops within 0.8 m with one thruster failed; the ellipse 100 x 200 x 100 m closes"
                      + " at up to 0.14 m/s, but further out: flown 7 m too small it closes at 0.08"
                      + " m/s inside 100 m"),
          rule("SAF-105", "too fast inside 1 km")
              .reports(SafingSource.SPEED, SPEED_RULE)
              .compares("speed, m/s", MonitorPicture::speed_m_s)
              .with("0.1 + 2 n range", MonitorPicture::speedLimit_m_s)
              .when(
                  "range < 1 km, closing, and speed - 3 sigma > 0.1 + 2 n range",
                  p ->
                      p.range_m() < SPEED_RANGE_M
                          && p.closing_m_s() > p.velocity3sigma_m_s()
                          && p.speed_m_s() - p.velocity3sigma_m_s() > p.speedLimit_m_s())
              .staleAfter_s(2, OWN_STATE)
              .persists_ticks(5)
              .responds(Rung.RETREAT)
              .clearsWhen(
                  "speed < 0.9 of the limit or opening",
                  p -> p.speed_m_s() < 0.9 * p.speedLimit_m_s() || p.closing_m_s() < 0)
              .armedIn(
                  DRIFT,
                  SAFE,
                  HOLD,
                  TRANSFER,
                  FORCED_APPROACH,
                  CIRCUMNAVIGATION,
                  RETREAT,
                  CHASE,
                  PARK)
              .override(NOBODY)
              .because(
                  "run-time assurance bound; natural motion needs up to 2 n range. Not while"
                      + " opening: leaving fast endangers nobody. A hop of 750 m starts with 0.21"
                      + " m/s of 0.65 allowed at its end, the ellipse has 0.25 of 0.32"),
          rule("SAF-106", "too near to brake")
              .reports(SafingSource.BRAKING, BRAKING_RULE)
              .compares("braking distance, m", MonitorPicture::brakingNeeded_m)
              .with("3-sigma range - 30 m", MonitorPicture::brakingLeft_m)
              .when(
                  "closing and braking distance > range - 3 sigma - 30 m",
                  p -> p.closing_m_s() > 0 && p.brakingNeeded_m() > p.brakingLeft_m())
              .staleAfter_s(2, OWN_STATE)
              .persists_ticks(3)
              .responds(Rung.ABORT)
              .clearsWhen("opening", p -> p.closing_m_s() < 0)
              .armedIn(
                  DRIFT,
                  SAFE,
                  HOLD,
                  TRANSFER,
                  FORCED_APPROACH,
                  CIRCUMNAVIGATION,
                  RETREAT,
                  CHASE,
                  PARK)
              .override(NOBODY)
              .because("v2/2a with 1.6 N of one thruster failed and 1 s to react"),
          rule("SAF-107", "drifts into the keep-out sphere soon")
              .reports(SafingSource.PASSIVE_SAFETY, PASSIVE_SAFETY_RULE)
              .compares("smallest 3-sigma range, m", MonitorPicture::driftSmallest_m)
              .with("30", p -> DriftForecast.KEEP_OUT_M)
              .when("thrust off enters within 600 s at 3 sigma", p -> p.driftSafeFor_s() < 600)
              .staleAfter_s(3, OWN_STATE, OUTLOOK)
              .persists_ticks(30)
              .responds(Rung.ABORT)
              .clearsWhen("not within 1200 s", p -> p.driftSafeFor_s() > 1200)
              .armedIn(DRIFT, SAFE, HOLD, TRANSFER, CIRCUMNAVIGATION, RETREAT, ESCAPE, CHASE, PARK)
              .override(NOBODY)
              .because(
                  "a retreat takes 100 s to begin and a person 40 s to take over; the abort takes"
                      + " 80 s"),
          rule("SAF-108", "leg not passively safe")
              .reports(SafingSource.PASSIVE_SAFETY, PASSIVE_SAFETY_RULE)
              .compares(
                  "smallest 3-sigma range over two orbits, m", MonitorPicture::driftSmallest_m)
              .with("30", p -> DriftForecast.KEEP_OUT_M)
              .when(
                  "thrust off, 3 sigma, < 30 m within two orbits",
                  p -> p.driftSmallest_m() < DriftForecast.KEEP_OUT_M)
              .staleAfter_s(3, OWN_STATE, OUTLOOK)
              .persists_ticks(3000)
              .responds(Rung.RETREAT)
              .clearsWhen("> 40 m", p -> p.driftSmallest_m() > 40)
              .armedIn(TRANSFER, CIRCUMNAVIGATION, RETREAT)
              .override(RESUME)
              .because(
                  "a dead chaser must not come back for two orbits; 300 s let a burn finish and the"
                      + " monitor's velocity settle after it, SAF-107 watches the meantime"),
          rule("SAF-109", "hold not passively safe")
              .reports(SafingSource.PASSIVE_SAFETY, PASSIVE_SAFETY_RULE)
              .compares("smallest 3-sigma range over one orbit, m", MonitorPicture::driftSmallest_m)
              .with("30", p -> DriftForecast.KEEP_OUT_M)
              .when(
                  "thrust off, 3 sigma, < 30 m within one orbit",
                  p -> p.driftSmallest_m() < DriftForecast.KEEP_OUT_M)
              .staleAfter_s(3, OWN_STATE, OUTLOOK)
              .persists_ticks(3000)
              .responds(Rung.RETREAT)
              .clearsWhen("> 40 m", p -> p.driftSmallest_m() > 40)
              .armedIn(HOLD)
              .override(RESUME)
              .because(
                  "a V-bar hold is kept by control: 3 m radially drift 113 m in an orbit, so two"
                      + " orbits would ask more than a hold can give; 300 s are 5 % of the time left"),
          rule("SAF-110", "navigation stale or invalid")
              .reports(SafingSource.NAVIGATION, NAVIGATION_RULE)
              .compares("not valid for, s", MonitorPicture::claimAge_s)
              .with("20", p -> 20)
              .when("was valid and has not been for 20 s", p -> p.claimAge_s() > 20)
              .staleAfter_s(1e9, CLAIM)
              .persists_ticks(1)
              .responds(Rung.HOLD)
              .clearsWhen("valid", p -> p.claimAge_s() == 0)
              .armedIn(HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT)
              .override(NOBODY)
              .because("a restart of navigation takes less; no leg goes on without a state"),
          rule("SAF-111", "forced leg without navigation")
              .reports(SafingSource.NAVIGATION, NAVIGATION_RULE)
              .compares("not valid for, s", MonitorPicture::claimAge_s)
              .with("2", p -> 2)
              .when("not valid for 2 s", p -> p.claimAge_s() > 2)
              .staleAfter_s(1e9, CLAIM)
              .persists_ticks(1)
              .responds(Rung.ABORT)
              .clearsWhen("valid", p -> p.claimAge_s() == 0)
              .armedIn(FORCED_APPROACH)
              .override(NOBODY)
              .because("a forced leg is not passively safe and cannot be flown without a state"),
          rule("SAF-112", "forced leg without a monitor")
              .reports(SafingSource.NAVIGATION, NAVIGATION_RULE)
              .compares("age of the monitor's state, s", p -> Math.min(p.ownAge_s(), 1e9))
              .with("10", p -> 10)
              .when("monitor's state older than 10 s", p -> p.ownAge_s() > 10)
              .staleAfter_s(0, PRESENT)
              .persists_ticks(1)
              .responds(Rung.RETREAT)
              .clearsWhen("younger than 5 s", p -> p.ownAge_s() < 5)
              .armedIn(FORCED_APPROACH)
              .override(NOBODY)
              .because("nobody would see a forced leg go wrong"),
          rule("SAF-113", "navigation and monitor disagree")
              .reports(SafingSource.DISAGREEMENT, RANGER_DISAGREEMENT)
              .compares("distance between the two positions, m", MonitorPicture::disagreement_m)
              .with(
                  "5 m, 0.3 % of the range, or 3 sigma of both and half the hull",
                  MonitorPicture::disagreementLimit_m)
              .when("distance > limit", p -> p.disagreement_m() > p.disagreementLimit_m())
              .staleAfter_s(5, OWN_STATE, CLAIM)
              .persists_ticks(30)
              .responds(Rung.HOLD)
              .clearsWhen(
                  "distance < 0.7 of the limit",
                  p -> p.disagreement_m() < 0.7 * p.disagreementLimit_m())
              .armedIn(HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT, CHASE)
              .override(RESUME)
              .because(
                  "one of the two is wrong and onboard nobody can tell which, so nobody burns: the"
                      + " thrusters are closed until they agree or a person says RESUME; SAF-107 and"
                      + " the others watch the drift. Who waits apart burns nothing anyway"),
          rule("SAF-114", "propellant below the reserve")
              .reports(SafingSource.PROPELLANT, PROPELLANT_RULE)
              .compares("propellant, kg", MonitorPicture::propellant_kg)
              .with("reserve, 2 kg", MonitorPicture::reserve_kg)
              .when("propellant < reserve", p -> p.propellant_kg() < p.reserve_kg())
              .staleAfter_s(0, PRESENT)
              .persists_ticks(100)
              .responds(Rung.RETREAT)
              .clearsWhen(
                  "propellant > reserve + 0.1 kg", p -> p.propellant_kg() > p.reserve_kg() + 0.1)
              .armedIn(HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT)
              .override(RESUME)
              .because("the reserve pays the way out while there is one: 2 kg are 18 m/s"),
          rule("SAF-160", "turns too fast")
              .reports(SafingSource.ATTITUDE_RATE, ATTITUDE_RATE_RULE)
              .compares("body rate, deg/s", MonitorPicture::rate_deg_s)
              .with("1.5", p -> 1.5)
              .when("body rate > 1.5 deg/s", p -> p.rate_deg_s() > 1.5)
              .staleAfter_s(1, IMU)
              .persists_ticks(20)
              .responds(Rung.HOLD)
              .clearsWhen("body rate < 1.2 deg/s", p -> p.rate_deg_s() < 1.2)
              .armedIn(HOLD, TRANSFER, CIRCUMNAVIGATION, RETREAT, CHASE, PARK, SAFE)
              .override(RESUME)
              .because(
                  "slews are limited to 1 deg/s: attitude control has lost its hold, so nothing new"
                      + " is begun; a burn now would also send its plume anywhere"),
          rule("SAF-161", "turns on a forced leg")
              .reports(SafingSource.ATTITUDE_RATE, ATTITUDE_RATE_RULE)
              .compares("body rate, deg/s", MonitorPicture::rate_deg_s)
              .with("1.2", p -> 1.2)
              .when("body rate > 1.2 deg/s", p -> p.rate_deg_s() > 1.2)
              .staleAfter_s(1, IMU)
              .persists_ticks(10)
              .responds(Rung.ABORT)
              .clearsWhen("body rate < 1.0 deg/s", p -> p.rate_deg_s() < 1.0)
              .armedIn(FORCED_APPROACH)
              .override(NOBODY)
              .because(
                  "a forced leg needs thrust that goes where it is aimed; the abort fires from the"
                      + " attitude as it is, by plume cones of its own"),
          rule("SAF-162", "wheels nearly full")
              .reports(SafingSource.WHEELS, WHEEL_RULE)
              .compares("momentum of the fullest wheel, N.m.s", MonitorPicture::wheelMomentum_N_m_s)
              .with("7.5", p -> 7.5)
              .when("momentum > 7.5 N.m.s", p -> p.wheelMomentum_N_m_s() > 7.5)
              .staleAfter_s(0, PRESENT)
              .persists_ticks(100)
              .responds(Rung.HOLD)
              .clearsWhen("momentum < 6 N.m.s", p -> p.wheelMomentum_N_m_s() < 6)
              .armedIn(
                  HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT, CHASE, PARK, SAFE)
              .override(RESUME)
              .because(
                  "a wheel holds 8 N.m.s and is unloaded from 5 on: unloading has failed, and a full"
                      + " wheel turns the body no more"),
          rule("SAF-163", "force or torque that nobody commanded")
              .reports(SafingSource.THRUSTERS, THRUSTER_RULE)
              .compares("of 0.15 N or 0.1 N.m", MonitorPicture::unexplained)
              .with("1", p -> 1)
              .when(
                  "mean over 5 s by IMU B, less 5 % of what was commanded, > 0.15 N or 0.1 N.m",
                  p -> p.unexplained() > 1)
              .staleAfter_s(11, THRUST)
              .persists_ticks(100)
              .responds(Rung.HOLD)
              .clearsWhen("< half of both", p -> p.unexplained() < 0.5)
              .armedIn(
                  HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT, CHASE, PARK, SAFE)
              .override(RESUME)
              .because(
                  "a thruster leaks or is stuck open, and its plume goes where nobody looked;"
                      + " isolation shuts it within 1 s, 10 s mean that it has not. The bias of"
                      + " IMU B is 0.01 N, what SAF-107 and the others must catch is watched"
                      + " meanwhile"),
          rule("SAF-164", "Sun on the cameras of a forced leg")
              .reports(SafingSource.SUN, SUN_RULE)
              .compares("Sun off the cameras' axis, deg", MonitorPicture::sunAngle_deg)
              .with("30", p -> 30)
              .when("angle < 30 deg outside Earth's shadow", p -> p.sunAngle_deg() < 30)
              .staleAfter_s(5, ATTITUDE)
              .persists_ticks(100)
              .responds(Rung.HOLD)
              .clearsWhen("angle > 32 deg", p -> p.sunAngle_deg() > 32)
              .armedIn(FORCED_APPROACH)
              .override(RESUME)
              .because(
                  "a blinded camera on a leg that cannot be flown blind; elsewhere the path is safe"
                      + " without a picture, and pointing away would lose the target for navigation"
                      + " and monitor alike"),
          rule("SAF-165", "battery low")
              .reports(SafingSource.BATTERY, BATTERY_RULE)
              .compares("charge, 0 to 1", MonitorPicture::batteryCharge)
              .with("0.35", p -> 0.35)
              .when("charge < 0.35", p -> p.batteryCharge() < 0.35)
              .staleAfter_s(30, POWER)
              .persists_ticks(100)
              .responds(Rung.RETREAT)
              .clearsWhen("charge > 0.45", p -> p.batteryCharge() > 0.45)
              .armedIn(HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT)
              .override(RESUME)
              .because("leave while there is power for a way out and one more eclipse"),
          rule("SAF-166", "flight software misses ticks")
              .reports(SafingSource.TICKS, TICKS_RULE)
              .compares("ticks missed in the last minute", MonitorPicture::missedTicks)
              .with("2", p -> 2)
              .when("more than 2 in a minute", p -> p.missedTicks() > 2)
              .staleAfter_s(0, PRESENT)
              .persists_ticks(1)
              .responds(Rung.HOLD)
              .clearsWhen("none for a minute", p -> p.missedTicks() == 0)
              .armedIn(
                  HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT, CHASE, PARK, SAFE)
              .override(RESUME)
              .because("a restart costs two; more is a processor that cannot keep up"),
          rule("SAF-167", "forced leg without a live link")
              .reports(SafingSource.DEAD_MAN, DEAD_MAN_RULE)
              .compares("ground not heard for, s", MonitorPicture::groundHeardAge_s)
              .with("30", p -> 30)
              .when("neither carrier nor telecommand for 30 s", p -> p.groundHeardAge_s() > 30)
              .staleAfter_s(0, PRESENT)
              .persists_ticks(1)
              .responds(Rung.RETREAT)
              .clearsWhen("heard", p -> p.groundHeardAge_s() == 0)
              .armedIn(FORCED_APPROACH)
              .override(RESUME)
              .because(
                  "a forced leg is not passively safe and is flown only under a person's eye; 30 s"
                      + " bridge a flicker of the link, 3 m at 0.1 m/s"),
          rule("SAF-168", "monitor blind")
              .reports(SafingSource.NAVIGATION, NAVIGATION_RULE)
              .compares("monitor's state not valid for, s", MonitorPicture::blind_s)
              .with("300", p -> 300)
              .when(
                  "was valid, has not been for 300 s, last range < 3 km",
                  p -> p.range_m() < MonitorReach.SENSORS_M && p.blind_s() > 300)
              .staleAfter_s(0, PRESENT)
              .persists_ticks(1)
              .responds(Rung.HOLD)
              .clearsWhen("valid", p -> p.blind_s() == 0)
              .armedIn(HOLD, TRANSFER, CIRCUMNAVIGATION, RETREAT)
              .override(RESUME)
              .because(
                  "nobody would see it go wrong; the path was passively safe when last seen, so"
                      + " nothing new is begun, and a person may go on with one pair of eyes; Sun and"
                      + " Earth blind both heads of its tracker for 210 s of an ellipse's orbit"),
          CONTACT_MISSED,
          TWO_CONTACTS_MISSED,
          TWO_CONTACTS_MISSED_FAR);

  private SafetyRules() {}
}
