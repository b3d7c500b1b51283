package org.holdpoint.flight.safety;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.mode.ModeDecision;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.far.FarSolution;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * A chaser with a monitor and a gate on top of {@link TwoOrbits}: rigid body, thrusters, wheels,
 * the monitor's four sensors with noise, and a nominal chain that the test flies.
 */
final class Chaser {
  static final long START = 2_180_000_000L * 1_000_000_000L;
  static final double HULL_M = 1.5;
  private static final double MASS_KG = 250;
  private static final Vec3 INERTIA = new Vec3(40, 45, 50);

  final TwoOrbits truth;
  final Seeded noise;
  final FlightConfiguration configuration;
  SafetyMonitor monitor;
  ActuatorGate gate;
  SafetyVerdict verdict;
  AppliedActuation applied;
  final List<EventReport> events = new ArrayList<>();
  final List<CommandReport> reports = new ArrayList<>();
  final List<ReceivedCommand> uplink = new ArrayList<>();

  Quaternion q_BI = Quaternion.IDENTITY;
  Vec3 rate_B = Vec3.ZERO;
  long number;

  Mode mode = Mode.HOLD;
  Rung handled = Rung.NONE;
  ContactState contact = ContactState.IN_TOUCH;
  Validity navigationValidity = Validity.VALID;
  Vec3 navigationError_L = Vec3.ZERO;
  Vec3 reference_L;
  double tube_m;
  boolean corridor;
  double tank_kg = 12;
  Vec3 wheelMomentum_B = Vec3.ZERO;
  int failedThruster = -1;
  double wanted_m_s2;
  Vec3 wantedDirection_L = Vec3.ZERO;

  boolean rangerOn = true;
  boolean thermalOn = true;
  boolean imuOn = true;
  boolean starTrackerOn = true;
  double rangeError_m;
  java.util.function.UnaryOperator<MonitorSamples> meddling = samples -> samples;
  private Vec3 sensedDeltaV_B = Vec3.ZERO;
  private boolean free;

  Chaser(long seed, Vec3 r_L, Vec3 v_L) {
    truth = TwoOrbits.at(r_L, v_L);
    noise = new Seeded(seed);
    configuration =
        new FlightConfiguration(
            START,
            truth.r_T_I().plus(noise.normal3(30)),
            truth.v_T_I().plus(noise.normal3(0.03)),
            r_L.plus(noise.normal3(5)),
            v_L.plus(noise.normal3(0.02)),
            5,
            0.02,
            238,
            12,
            2,
            HULL_M,
            1,
            List.of(),
            new Vec3(0, -1000, 0));
    monitor = new SafetyMonitor(configuration);
    gate = new ActuatorGate(configuration);
    reference_L = r_L;
    point();
  }

  Tick tick() {
    return new Tick(number, START + number * Tick.PERIOD_NS);
  }

  void send(ChaserCommand command) {
    uplink.add(new ReceivedCommand(new RequestId(0x1864, (int) (0xC000 | number)), command));
  }

  /** Nominal attitude: +x body to the target, held perfectly. */
  void point() {
    Vec3 x = truth.toI(truth.r_L().times(-1)).unit();
    Vec3 z = truth.z_L();
    Vec3 y = Math.abs(z.dot(x)) < 0.9 ? z.cross(x).unit() : truth.x_L().cross(x).unit();
    Quaternion next = TwoOrbits.fromRows(x, y, x.cross(y));
    Quaternion turn = next.times(q_BI.conjugate()).normalized();
    rate_B =
        number == 0
            ? Vec3.ZERO
            : new Vec3(turn.q1(), turn.q2(), turn.q3()).times(-2 / Tick.PERIOD_S);
    q_BI = next;
  }

  MonitorSamples samples() {
    long now = tick().tai_ns();
    boolean second = number % 10 == 3;
    Vec3 toTarget_B = q_BI.rotate(truth.toI(truth.r_L().times(-1)).unit());
    boolean inView = toTarget_B.x() > 0.9 && truth.range_m() < 3000;
    double range_m = truth.range_m() - 0.4 * HULL_M + rangeError_m;
    return meddling.apply(
        new MonitorSamples(
            starTrackerOn
                ? new AttitudeFix(
                    now,
                    Quaternion.ofBodyTurn(
                            new Vec3(
                                2.4e-5 * noise.normal(),
                                2.4e-5 * noise.normal(),
                                1.5e-4 * noise.normal()))
                        .times(q_BI)
                        .normalized())
                : null,
            imuOn
                ? new InertialSample(
                    now, rate_B.plus(noise.normal3(2e-6)), sensedDeltaV_B.plus(noise.normal3(5e-6)))
                : null,
            thermalOn && second && inView
                ? new BearingFix(now, toTarget_B.plus(noise.normal3(1.745e-3)).unit(), 1.745e-3)
                : null,
            rangerOn && second && inView
                ? new RangeFix(now, range_m + (0.1 + 0.001 * range_m) * noise.normal())
                : null));
  }

  NominalClaims claims() {
    double[] upper = new double[21];
    upper[0] = upper[6] = upper[11] = 0.04;
    upper[15] = upper[18] = upper[20] = 1e-6;
    NavigationSolution navigation =
        new NavigationSolution(
            navigationValidity,
            truth.r_L().plus(navigationError_L),
            truth.v_L(),
            new Covariance6(upper),
            q_BI,
            truth.q_LI(),
            rate_B,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            1.1e-3,
            new Vec3(0, 0, 1),
            MASS_KG,
            tank_kg,
            new NavigationSolution.FilterStatistics(0, 0, 0, 0, 0, 0),
            FarSolution.NONE);
    ModeDecision decision =
        new ModeDecision(
            mode,
            0,
            0,
            new PlanPacket.Leg(LegKind.NONE, 0, new Xyz(0, 0, 0), 0),
            1,
            false,
            Pointing.values()[0],
            handled);
    GuidanceReference reference =
        new GuidanceReference(
            GuidanceReference.Translation.COAST,
            reference_L,
            Vec3.ZERO,
            Vec3.ZERO,
            Quaternion.IDENTITY,
            Vec3.ZERO,
            NextEvent.values()[0],
            0,
            tube_m,
            corridor,
            false);
    return new NominalClaims(navigation, decision, reference);
  }

  /** One tick: monitor, gate, world. */
  void tickOnce() {
    verdict =
        monitor.step(
            tick(),
            samples(),
            new Vitals(tank_kg, wheelMomentum_B, !uplink.isEmpty(), contact),
            List.copyOf(uplink),
            claims());
    uplink.clear();
    events.addAll(verdict.events());
    reports.addAll(verdict.reports());
    applied =
        gate.step(
            tick(),
            new WantedActuation(ActuatorCommands.NONE, Vec3.ZERO, 0),
            verdict,
            monitor.own());
    monitor.gave(applied);
    handled = verdict.active();
    advance();
  }

  void fly(double seconds) {
    long until = number + Math.round(seconds / Tick.PERIOD_S);
    while (number < until) {
      tickOnce();
    }
  }

  private void advance() {
    number++;
    if (applied.substituted() || free) {
      free = true;
      thrust();
    } else {
      Vec3 deltaV_L = wantedDirection_L.times(wanted_m_s2 * Tick.PERIOD_S);
      truth.kick_L(deltaV_L.times(0.5));
      truth.step(Tick.PERIOD_S);
      truth.kick_L(deltaV_L.times(0.5));
      point();
      sensedDeltaV_B = q_BI.rotate(truth.toI(deltaV_L));
      monitor.thrustWatch().gave(sensedDeltaV_B.times(MASS_KG), Vec3.ZERO);
    }
  }

  private void thrust() {
    Vec3 force = Vec3.ZERO;
    Vec3 torque = applied.commands().wheelTorque_B_N_m();
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      if (i != failedThruster) {
        double duty = applied.commands().onTime_ms(i) / 100.0;
        force = force.plus(ThrusterGeometry.THRUSTERS.get(i).force_B_N().times(duty));
        torque = torque.plus(ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(duty));
      }
    }
    Vec3 deltaV_B = force.times(Tick.PERIOD_S / MASS_KG);
    Vec3 deltaV_L = truth.toL(q_BI.conjugate().rotate(deltaV_B));
    truth.kick_L(deltaV_L.times(0.5));
    truth.step(Tick.PERIOD_S);
    truth.kick_L(deltaV_L.times(0.5));
    Vec3 momentum =
        new Vec3(INERTIA.x() * rate_B.x(), INERTIA.y() * rate_B.y(), INERTIA.z() * rate_B.z());
    Vec3 moment = torque.minus(rate_B.cross(momentum));
    Vec3 acceleration =
        new Vec3(moment.x() / INERTIA.x(), moment.y() / INERTIA.y(), moment.z() / INERTIA.z());
    Vec3 mean = rate_B.plus(acceleration.times(Tick.PERIOD_S / 2));
    q_BI = Quaternion.ofBodyTurn(mean.times(Tick.PERIOD_S)).times(q_BI).normalized();
    rate_B = rate_B.plus(acceleration.times(Tick.PERIOD_S));
    sensedDeltaV_B = deltaV_B;
  }

  /** Gives a delta-v in L by constant thrust of 3 N, as control would. */
  void burn_L(Vec3 deltaV_L) {
    double size = deltaV_L.norm();
    int ticks = (int) Math.max(1, Math.ceil(size / (3.0 / MASS_KG * Tick.PERIOD_S)));
    wantedDirection_L = size > 0 ? deltaV_L.unit() : Vec3.ZERO;
    wanted_m_s2 = size / (ticks * Tick.PERIOD_S);
    for (int i = 0; i < ticks; i++) {
      tickOnce();
    }
    wanted_m_s2 = 0;
  }

  /** Two-impulse velocity in L by the CW equations, for the test's own pilot. */
  static Vec3 departure(double n, Vec3 from, Vec3 to, double seconds) {
    double[] phi = new double[36];
    FreeDrift.transition(n, seconds, phi);
    double gx = to.x() - phi[0] * from.x();
    double gy = to.y() - phi[6] * from.x() - from.y();
    double gz = to.z() - phi[14] * from.z();
    double det = phi[3] * phi[10] - phi[4] * phi[9];
    return new Vec3(
        (phi[10] * gx - phi[4] * gy) / det,
        (phi[3] * gy - phi[9] * gx) / det,
        Math.abs(phi[17]) < 1 ? 0 : gz / phi[17]);
  }

  /** Keeps station like a deadband controller: every 30 s towards the point, 3 cm/s at most. */
  void keep(Vec3 point_L, double seconds) {
    for (double t = 0; t < seconds; t += 30) {
      Vec3 error = truth.r_L().minus(point_L);
      Vec3 wanted = error.times(-1 / 300.0);
      Vec3 change = wanted.minus(truth.v_L());
      if (error.norm() > 1.0 || change.norm() > 0.004) {
        burn_L(change);
      }
      fly(30 - (number % 300) * 0.1 > 1 ? 30 - (number % 300) * 0.1 : 30);
    }
  }

  boolean has(ChaserEvent event) {
    return events.stream().anyMatch(report -> report.event() == event);
  }

  Quaternion q_BL() {
    return q_BI.times(truth.q_LI().conjugate());
  }

  private static final org.holdpoint.dictionary.event.Severity HIGH =
      org.holdpoint.dictionary.event.Severity.HIGH;

  List<EventReport> alarms() {
    return events.stream().filter(report -> report.event().severity() == HIGH).toList();
  }
}
