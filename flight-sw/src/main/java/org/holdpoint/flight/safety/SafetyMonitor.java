package org.holdpoint.flight.safety;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * Watches the flight with its own sensors, estimator and propagation, judges the safety rules and
 * each safing rung, and holds the response in force. It reads what the nominal chain claims only to
 * check it and to know which rules are armed.
 */
public final class SafetyMonitor implements Retained {
  /** Largest age that telemetry shows. */
  private static final double LONGEST_AGE_S = 86400;

  private final MonitorEstimator estimator;
  private final Outlooks outlooks;
  private final PictureTaker pictures;
  private final RuleWatch rules = new RuleWatch(SafetyRules.RULES);
  private final ThrustWatch thrust;
  private final VehicleWatch vehicle = new VehicleWatch();
  private final SafingLatch latch = new SafingLatch();

  /** Of the present tick alone. */
  private OwnState own =
      new OwnState(false, Vec3.ZERO, Vec3.ZERO, Quaternion.IDENTITY, Vec3.ZERO, Vec3.ZERO);

  public SafetyMonitor(FlightConfiguration configuration) {
    estimator = new MonitorEstimator(configuration);
    outlooks = new Outlooks(configuration, estimator);
    thrust = new ThrustWatch(configuration);
    pictures = new PictureTaker(configuration, estimator.meanMotion_rad_s());
  }

  /**
   * @param samples of the monitor's own units, taken at the tick
   * @param vitals of the vehicle
   * @param safing HOLD, RETREAT, ESCAPE, ABORT and RESUME that arrived in this tick, in order
   * @param claims of the nominal chain in this tick
   */
  public SafetyVerdict step(
      Tick tick,
      MonitorSamples samples,
      Vitals vitals,
      List<ReceivedCommand> safing,
      NominalClaims claims) {
    var said = new SafingLatch.Said(new ArrayList<>(), new ArrayList<>());
    MonitorState own = estimator.step(tick, samples, said.events());
    outlooks.step(tick, own, claims.mode().mode());
    vehicle.step(tick, samples, vitals.commanded(), estimator, own.validity());
    this.own =
        new OwnState(
            own.validity() == Validity.VALID && estimator.attitudeUsable(),
            own.r_CT_L_m(),
            own.v_CT_L_m_s(),
            own.q_BL(),
            own.rate_B_rad_s(),
            estimator.q_BI().rotate(vehicle.sun_I()));
    thrust.step(
        estimator.imuSampled(),
        estimator.sensedDeltaV_B_m_s(),
        own.rate_B_rad_s(),
        vitals.wheelMomentum_B_N_m_s());
    MonitorPicture picture =
        pictures.take(own, outlooks, vitals, vehicle, thrust, estimator.imuAge_s(), claims);
    rules.step(picture, said.events());
    latch.step(tick, safing, rules, own, outlooks, claims, said);

    Vec3 toGo_L_m_s = latch.burn().toGo_L_m_s();
    boolean burning = latch.burn().on();
    return new SafetyVerdict(
        latch.active(),
        burning ? own.q_BL().rotate(toGo_L_m_s) : null,
        own.rate_B_rad_s(),
        latch.active() == Rung.ABORT || holdsInDoubt(),
        estimator.units(),
        telemetry(own, picture, toGo_L_m_s.norm()),
        said.events(),
        said.reports());
  }

  public double meanMotion_rad_s() {
    return estimator.meanMotion_rad_s();
  }

  /** What it knows after the step of this tick, for run-time assurance. */
  public OwnState own() {
    return own;
  }

  /** To be told what the gate let through in this tick. */
  public void gave(AppliedActuation applied) {
    thrust.gave(applied.commands());
  }

  ThrustWatch thrustWatch() {
    return thrust;
  }

  /**
   * A hold asked for because navigation and monitor disagree is flown by nobody: keeping a point or
   * stopping at one would burn on the very state that is in doubt. What drifts into danger
   * meanwhile is caught by the other rules, which then go on to the abort.
   */
  private boolean holdsInDoubt() {
    return latch.active() == Rung.HOLD && rules.asks(SafingSource.DISAGREEMENT);
  }

  private SafetyPacket telemetry(MonitorState own, MonitorPicture picture, double toGo_m_s) {
    RungOutlook hold = outlooks.hold();
    RungOutlook retreat = outlooks.retreat();
    RungOutlook escape = outlooks.escape();
    RungOutlook abort = outlooks.abort();
    boolean known = outlooks.age_s() <= Outlooks.STALE_S;
    return new SafetyPacket(
        own.validity(),
        xyz(own.r_CT_L_m()),
        xyz(own.v_CT_L_m_s()),
        own.position3sigma_m(),
        own.range_m(),
        own.closing_m_s(),
        pictures.closingMargin_m_s(own),
        picture.brakingNeeded_m(),
        known ? outlooks.driftSmallest_m() : 0,
        known ? outlooks.driftSafeFor_s() : 0,
        // A claim that is no number has no wire form; the rule's verdict says UNKNOWN then.
        Double.isFinite(picture.disagreement_m()) ? picture.disagreement_m() : 0,
        rules.verdict(SafingSource.KEEP_OUT),
        rules.verdict(SafingSource.CORRIDOR),
        rules.verdict(SafingSource.SPEED),
        rules.verdict(SafingSource.BRAKING),
        rules.verdict(SafingSource.PASSIVE_SAFETY),
        rules.verdict(SafingSource.NAVIGATION),
        rules.verdict(SafingSource.DISAGREEMENT),
        rules.verdict(SafingSource.PROPELLANT),
        rules.asked(),
        latch.active(),
        hold.verdict(),
        hold.smallest_m(),
        hold.validFor_s(),
        retreat.verdict(),
        retreat.smallest_m(),
        retreat.validFor_s(),
        abort.verdict(),
        abort.smallest_m(),
        abort.validFor_s(),
        outlooks.latched(),
        Math.min(outlooks.latchAge_s(), LONGEST_AGE_S),
        toGo_m_s,
        latch.count(),
        escape.verdict(),
        escape.smallest_m(),
        escape.validFor_s(),
        rules.verdict(SafingSource.ATTITUDE_RATE),
        rules.verdict(SafingSource.WHEELS),
        rules.verdict(SafingSource.THRUSTERS),
        rules.verdict(SafingSource.SUN),
        rules.verdict(SafingSource.BATTERY),
        rules.verdict(SafingSource.TICKS),
        rules.verdict(SafingSource.DEAD_MAN),
        picture.rate_deg_s(),
        picture.sunAngle_deg(),
        picture.batteryCharge(),
        Math.min(picture.groundHeardAge_s(), LONGEST_AGE_S),
        picture.force_N(),
        picture.torque_N_m(),
        rules.verdict(SafingSource.CONTACT));
  }

  private static Xyz xyz(Vec3 v) {
    return new Xyz(v.x(), v.y(), v.z());
  }

  @Override
  public void save(StateWriter out) {
    estimator.save(out);
    outlooks.save(out);
    pictures.save(out);
    thrust.save(out);
    vehicle.save(out);
    rules.save(out);
    latch.save(out);
  }

  @Override
  public void restore(StateReader in) {
    estimator.restore(in);
    outlooks.restore(in);
    pictures.restore(in);
    thrust.restore(in);
    vehicle.restore(in);
    rules.restore(in);
    latch.restore(in);
  }
}
