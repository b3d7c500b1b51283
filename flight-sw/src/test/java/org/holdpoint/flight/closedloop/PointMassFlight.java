package org.holdpoint.flight.closedloop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.guidance.Guidance;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.guidance.GuidanceStep;
import org.holdpoint.flight.mode.Health;
import org.holdpoint.flight.mode.ModeLogic;
import org.holdpoint.flight.mode.ModeStep;
import org.holdpoint.flight.mode.ProcessorWord;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.far.FarSolution;
import org.holdpoint.flight.safety.MonitorUnits;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Mode logic and guidance in closed loop with a point-mass truth: navigation is the truth with
 * wandering errors, burns are given as asked with up to 3.4 N, the monitor is whatever the test
 * says.
 */
public final class PointMassFlight {
  static final long START_TAI_NS = 2_182_000_000L * 1_000_000_000L;
  private static final double THRUST_N = 3.4;
  private static final double EXHAUST_M_S = 220 * 9.80665 * 0.57;
  private static final double KEEP_RAD_S = 0.004;
  private static final double TRACK_RAD_S = 0.03;

  /** Where the flight is after a tick. */
  public record Moment(
      double time_s,
      Vec3 r_L_m,
      Vec3 v_L_m_s,
      double range_m,
      double deltaV_m_s,
      ModeStep mode,
      GuidanceReference reference,
      double deltaVUsed_m_s) {}

  /** An event and when it came. */
  public record Said(double time_s, EventReport report) {}

  public final List<Said> events = new ArrayList<>();
  public final List<CommandReport> reports = new ArrayList<>();
  private final FlightConfiguration configuration;
  private ModeLogic modeLogic;
  private Guidance guidance;
  private final TwoBodyTruth truth;
  private Noise positionNoise;
  private Noise velocityNoise;
  private double positionSigma_m;
  private double velocitySigma_m_s;
  private long tick;
  private int requests;
  private double mass_kg = 250;
  private double deltaV_m_s;
  private Vec3 sensed = Vec3.ZERO;
  private Vec3 acceleration = Vec3.ZERO;
  private Quaternion q_BL = Quaternion.IDENTITY;
  private @Nullable GuidanceReference reference;
  private @Nullable SafetyVerdict verdict;
  private Predicate<Moment> inhibited = moment -> false;
  private Validity validity = Validity.VALID;
  private AuthorityToken token =
      new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.SEQUENCED, 1);
  private double smallestRange_m = Double.MAX_VALUE;
  private @Nullable Moment last;

  /** First approach as a plan: hop, circumnavigation, retreat. */
  public static List<Leg> firstApproach() {
    return List.of(
        new Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -250, 0), 0),
        new Leg(LegKind.CIRCUMNAVIGATE, 2, new Xyz(100, 200, 100), 0),
        new Leg(LegKind.RETREAT, 3, new Xyz(0, -1000, 0), 0));
  }

  public static FlightConfiguration configuration(Vec3 start_L_m, List<Leg> plan) {
    return new FlightConfiguration(
        START_TAI_NS,
        Vec3.ZERO,
        Vec3.ZERO,
        start_L_m,
        Vec3.ZERO,
        20,
        0.02,
        238,
        12,
        2,
        2,
        1,
        plan,
        new Vec3(0, -1000, 0));
  }

  public PointMassFlight(Vec3 start_L_m, List<Leg> plan) {
    configuration = configuration(start_L_m, plan);
    modeLogic = new ModeLogic(configuration);
    guidance = new Guidance(configuration);
    truth = new TwoBodyTruth(start_L_m, Vec3.ZERO);
    noise(0, 0, 1);
  }

  /** Navigation errors, 1 sigma; the covariance says the same. */
  public PointMassFlight noise(double position_m, double velocity_m_s, long seed) {
    positionSigma_m = position_m;
    velocitySigma_m_s = velocity_m_s;
    positionNoise = new Noise(2 * seed, position_m, 60);
    velocityNoise = new Noise(2 * seed + 1, velocity_m_s, 60);
    return this;
  }

  /** While this holds the thrusters give nothing. */
  public PointMassFlight inhibit(Predicate<Moment> when) {
    inhibited = when;
    return this;
  }

  public void navigation(Validity now) {
    validity = now;
  }

  public void propellant(double left_kg) {
    mass_kg = 238 + left_kg;
  }

  public void token(AuthorityToken now) {
    token = now;
  }

  /** The monitor's response from now on. */
  public void safing(Rung rung, boolean abortBurning) {
    verdict = verdict(rung, abortBurning);
  }

  /** Sends a command into the next tick and runs it; gives its last report. */
  public CommandReport send(ChaserCommand command) {
    RequestId request = new RequestId(0x1800, ++requests);
    int before = reports.size();
    step(List.of(new ReceivedCommand(request, command)));
    return reports.subList(before, reports.size()).get(reports.size() - before - 1);
  }

  /** GO for the gate at hand. */
  public CommandReport go() {
    var gate = now().mode().gate();
    return send(new Go(1, gate.gate_id(), gate.plan_hash(), gate.onboard_tai_s() + 60));
  }

  public void fly(double seconds) {
    for (int i = 0; i < seconds * 10; i++) {
      step(List.of());
    }
  }

  /** Flies until the condition holds. */
  public Moment flyUntil(Predicate<Moment> condition, double atMost_s) {
    for (int i = 0; i < atMost_s * 10; i++) {
      step(List.of());
      if (condition.test(now())) {
        return now();
      }
    }
    throw new AssertionError("not reached in " + atMost_s + " s; now " + now() + "\n" + events);
  }

  public Moment now() {
    Moment moment = last;
    if (moment == null) {
      throw new IllegalStateException("no tick yet");
    }
    return moment;
  }

  public double smallestRange_m() {
    return smallestRange_m;
  }

  public double orbit_s() {
    return 2 * Math.PI / truth.meanMotion_rad_s();
  }

  public List<ChaserEvent> eventNames() {
    return events.stream().map(said -> said.report().event()).toList();
  }

  public byte[] save() {
    StateWriter out = new StateWriter();
    modeLogic.save(out);
    guidance.save(out);
    return out.bytes();
  }

  /** Replaces both components by new ones with the state of the old. */
  public void saveAndRestore() {
    StateReader in = new StateReader(save());
    modeLogic = new ModeLogic(configuration);
    guidance = new Guidance(configuration);
    modeLogic.restore(in);
    guidance.restore(in);
    if (!in.atEnd()) {
      throw new AssertionError("state not read to its end");
    }
  }

  private void step(List<ReceivedCommand> commands) {
    if (verdict == null) {
      verdict = verdict(Rung.NONE, false);
    }
    truth.step(acceleration);
    Tick now = new Tick(tick, START_TAI_NS + tick * Tick.PERIOD_NS);
    NavigationSolution navigation = navigation();
    ModeStep mode =
        modeLogic.step(
            now,
            commands,
            token,
            navigation,
            ProcessorWord.STEADY,
            Health.GOOD,
            reference,
            verdict);
    GuidanceStep guided = guidance.step(now, mode.decision(), navigation);
    reference = guided.reference();
    q_BL = guided.reference().q_BL_reference();
    reports.addAll(mode.reports());
    double time_s = tick * Tick.PERIOD_S;
    mode.events().forEach(event -> events.add(new Said(time_s, event)));
    guided.events().forEach(event -> events.add(new Said(time_s, event)));
    smallestRange_m = Math.min(smallestRange_m, truth.range_m());
    Moment moment =
        new Moment(
            time_s,
            truth.r_CT_L_m(),
            truth.v_CT_L_m_s(),
            truth.range_m(),
            deltaV_m_s,
            mode,
            guided.reference(),
            guided.deltaVUsed_m_s());
    last = moment;
    thrust(navigation, guided.reference(), moment);
    tick++;
  }

  private void thrust(NavigationSolution navigation, GuidanceReference wanted, Moment moment) {
    double most = THRUST_N / mass_kg;
    Vec3 asked =
        switch (wanted.translation()) {
          case COAST -> Vec3.ZERO;
          case BURN -> wanted.deltaVToGo_L_m_s().times(1 / Tick.PERIOD_S);
          case STATION_KEEP, TRACK -> {
            double keep = wanted.translation() == Translation.TRACK ? TRACK_RAD_S : KEEP_RAD_S;
            Vec3 off = wanted.r_reference_L_m().minus(navigation.r_CT_L_m());
            Vec3 offV = wanted.v_reference_L_m_s().minus(navigation.v_CT_L_m_s());
            yield off.times(keep * keep).plus(offV.times(1.8 * keep));
          }
        };
    double size = asked.norm();
    Vec3 given = size > most ? asked.times(most / size) : asked;
    acceleration = inhibited.test(moment) ? Vec3.ZERO : given;
    sensed = acceleration.times(Tick.PERIOD_S);
    deltaV_m_s += sensed.norm();
    mass_kg -= mass_kg * sensed.norm() / EXHAUST_M_S;
  }

  private NavigationSolution navigation() {
    Vec3[] axes = truth.axes();
    Quaternion q_LI = Rotations.ofAxes(axes[0], axes[1], axes[2]);
    double[] upper = new double[21];
    int at = 0;
    for (int i = 0; i < 6; i++) {
      double sigma = i < 3 ? positionSigma_m : velocitySigma_m_s;
      upper[at] = sigma * sigma;
      at += 6 - i;
    }
    return new NavigationSolution(
        validity,
        truth.r_CT_L_m().plus(positionNoise.next()),
        truth.v_CT_L_m_s().plus(velocityNoise.next()),
        new Covariance6(upper),
        q_BL.times(q_LI),
        q_LI,
        Vec3.ZERO,
        sensed,
        truth.r_C_I_m(),
        truth.v_C_I_m_s(),
        truth.r_T_I_m(),
        truth.v_T_I_m_s(),
        truth.meanMotion_rad_s(),
        new Vec3(0, 0, 1),
        mass_kg,
        mass_kg - 238,
        new NavigationSolution.FilterStatistics(2, 1, 0, 0, 0, 0),
        FarSolution.NONE);
  }

  public static SafetyVerdict verdict(Rung active, boolean abortBurning) {
    SafetyPacket packet =
        new SafetyPacket(
            Validity.VALID,
            new Xyz(0, 0, 0),
            new Xyz(0, 0, 0),
            3,
            1000,
            0,
            1,
            0,
            100,
            86400,
            2,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            active,
            active,
            RungVerdict.SAFE,
            100,
            1000,
            RungVerdict.SAFE,
            100,
            1000,
            RungVerdict.SAFE,
            100,
            1000,
            Direction.NONE,
            0,
            0,
            0,
            RungVerdict.SAFE,
            0,
            0,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            Verdict.PASS,
            0,
            180,
            1,
            0,
            0,
            0,
            Verdict.PASS);
    return new SafetyVerdict(
        active,
        abortBurning ? new Vec3(0, -0.5, 0) : null,
        Vec3.ZERO,
        active == Rung.ABORT,
        MonitorUnits.OFF,
        packet,
        List.of(),
        List.of());
  }
}
