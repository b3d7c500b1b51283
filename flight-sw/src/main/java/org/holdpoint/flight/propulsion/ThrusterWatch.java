package org.holdpoint.flight.propulsion;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SetThruster;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.PropulsionPacket;
import org.holdpoint.dictionary.telemetry.ThrusterState;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the thrusters were commanded with what IMU A felt, impulse and angular impulse,
 * tick by tick, and isolates a thruster that gives too little of what it should or gives what it
 * should not. Each thruster has a direction of its own in these six numbers; a failure of a sensor
 * or a wheel has none of them, and is not taken for one.
 *
 * <p>It isolates two by itself at most: with one left out every direction is still reached, and who
 * sees three fail at once looks at a broken sensor. The ground may isolate and restore any.
 */
public final class ThrusterWatch implements Retained {
  private static final int COUNT = ActuatorCommands.THRUSTERS;

  /** Isolated without the ground's word. */
  private static final int MOST_BY_ITSELF = 2;

  /** Inertia, body axes: good to some percent. */
  private static final double[] INERTIA_KG_M2 = {40, 45, 50};

  /** Accelerometers: 5 um/s and 30 um/s2 of bias in 100 ms, on 250 kg. */
  private static final double IMPULSE_SIGMA_N_S = 0.0025;

  /** Gyros: 9 urad/s in two samples on 50 kg m2; friction of wheels, gyroscopic torque. */
  private static final double ANGULAR_SIGMA_N_M_S = 0.001;

  /** Thrusters: 1 % of magnitude, 1 % from pulse to pulse, 0.5 deg, mass and inertia. */
  private static final double MODEL_ERROR = 0.03;

  /** Arm of the 1 N thrusters and a centre of mass that is off. */
  private static final double ARM_M = 0.65;

  /** Of the wheels' torque: their inertia's error. */
  private static final double WHEEL_ERROR = 0.03;

  /**
   * Shares of the evidence kept at each firing or tick: a hard failure in three, a weak in fifty.
   */
  private static final double[] KEPT_FIRING = {0.7, 0.98};

  /** A stuck valve within a second, a small leak within ten. */
  private static final double[] KEPT_TICK = {0.7, 0.99};

  /** Explained residuals squared, at which chance is out of the question: 11 sigma. */
  private static final double CERTAIN = 120;

  /** The hypothesis must explain this part of what is wrong, or something else is. */
  private static final double EXPLAINS = 0.75;

  private static final double FEWEST_FIRINGS = 2;

  /** Losing less than this is lived with. */
  private static final double WEAK_SHARE = 0.25;

  /** Leaking less than this is lived with: 10 mN. */
  private static final double LEAK_SHARE = 0.01;

  /** Suspicion is shown from here on. */
  private static final double SUSPECT = 30;

  private static final double[][] FORCE_N = table(false);
  private static final double[][] TORQUE_N_M = table(true);

  private final ValveResponse[] valves = new ValveResponse[COUNT];
  private final Suspicion[][] weak = bank(KEPT_FIRING);
  private final Suspicion[][] open = bank(KEPT_TICK);
  private final ThrusterState[] states = new ThrusterState[COUNT];
  private boolean hasRate;
  private Vec3 rate_B_rad_s = Vec3.ZERO;
  private Vec3 wheelTorque_B_N_m = Vec3.ZERO;
  private final int[] applied_ms = new int[COUNT];
  private Vec3 appliedTorque_B_N_m = Vec3.ZERO;

  // of one tick
  private final double[] impulse_s = new double[COUNT];
  private final double[] turning_s = new double[COUNT];
  private final double[] impulse = new double[3];
  private final double[] angular = new double[3];

  /**
   * @param configuration nothing of it is needed; every component is made the same way
   */
  public ThrusterWatch(FlightConfiguration configuration) {
    for (int i = 0; i < COUNT; i++) {
      valves[i] = new ValveResponse();
      states[i] = ThrusterState.GOOD;
    }
  }

  /** The vehicle got these commands for the 100 ms that now follow. */
  public void applied(ActuatorCommands commands) {
    for (int i = 0; i < COUNT; i++) {
      applied_ms[i] = commands.onTime_ms(i);
    }
    appliedTorque_B_N_m = commands.wheelTorque_B_N_m();
  }

  /**
   * One tick.
   *
   * @param sample of IMU A over the last tick; null when there is none
   * @param wheelMomentum_B_N_m_s by the tachometers
   * @param mass_kg by the tank gauge
   * @param commands SET_THRUSTER that arrived in this tick
   */
  public ThrusterHealth step(
      Tick tick,
      @Nullable InertialSample sample,
      Vec3 wheelMomentum_B_N_m_s,
      double mass_kg,
      List<ReceivedCommand> commands) {
    List<EventReport> events = new ArrayList<>(0);
    List<CommandReport> reports = new ArrayList<>(0);
    foresee();
    boolean sane = sample != null && timely(tick, sample);
    // Noise never repeats itself: a value that does is a unit that stands still.
    boolean lives = sample != null && !sample.rate_B_rad_s().equals(rate_B_rad_s);
    if (sample != null && sane && hasRate && lives) {
      compare(sample, wheelMomentum_B_N_m_s, mass_kg);
      judge(events);
    }
    hasRate = sample != null && sane;
    rate_B_rad_s = sample != null && sane ? sample.rate_B_rad_s() : Vec3.ZERO;
    wheelTorque_B_N_m = appliedTorque_B_N_m;
    for (ReceivedCommand received : commands) {
      if (received.command() instanceof SetThruster command) {
        obey(received, command, events, reports);
      }
    }
    return new ThrusterHealth(isolated(), this::telemetry, events, reports);
  }

  private static boolean timely(Tick tick, InertialSample sample) {
    double sum = sample.rate_B_rad_s().norm() + sample.deltaV_B_m_s().norm();
    return sample.sampled_tai_ns() == tick.tai_ns() && Double.isFinite(sum) && sum < 2;
  }

  /** What healthy thrusters gave in the last tick, and how much of it the mean rate shows. */
  private void foresee() {
    for (int i = 0; i < COUNT; i++) {
      ValveResponse valve = valves[i];
      double before_s = valve.late_s();
      valve.step(applied_ms[i]);
      boolean closed = isolated(states[i]);
      impulse_s[i] = closed ? 0 : valve.seconds();
      turning_s[i] = closed ? 0 : before_s + valve.seconds() - valve.late_s();
    }
  }

  private void compare(InertialSample sample, Vec3 wheelMomentum, double mass_kg) {
    Vec3 felt = sample.deltaV_B_m_s().times(mass_kg);
    impulse[0] = felt.x();
    impulse[1] = felt.y();
    impulse[2] = felt.z();
    Vec3 rate = sample.rate_B_rad_s();
    Vec3 momentum = inertiaTimes(rate).plus(wheelMomentum);
    // Wheels push all through their tick: half of it shows in its own mean rate.
    Vec3 wheels = wheelTorque_B_N_m.plus(appliedTorque_B_N_m).times(0.5);
    Vec3 turned =
        inertiaTimes(rate.minus(rate_B_rad_s))
            .plus(rate.cross(momentum).minus(wheels).times(Tick.PERIOD_S));
    angular[0] = turned.x();
    angular[1] = turned.y();
    angular[2] = turned.z();
    double pushed = 0;
    for (int i = 0; i < COUNT; i++) {
      double force = ThrusterGeometry.THRUSTERS.get(i).force_N();
      pushed += force * Math.max(impulse_s[i], turning_s[i]);
      for (int k = 0; k < 3; k++) {
        impulse[k] -= impulse_s[i] * FORCE_N[i][k];
        angular[k] -= turning_s[i] * TORQUE_N_M[i][k];
      }
    }
    double modelImpulse = MODEL_ERROR * pushed;
    double modelAngular = ARM_M * modelImpulse + WHEEL_ERROR * wheels.norm() * Tick.PERIOD_S;
    double impulseInformation =
        1 / (IMPULSE_SIGMA_N_S * IMPULSE_SIGMA_N_S + modelImpulse * modelImpulse);
    double angularInformation =
        1 / (ANGULAR_SIGMA_N_M_S * ANGULAR_SIGMA_N_M_S + modelAngular * modelAngular);
    double residual2 =
        impulseInformation * dot(impulse, impulse) + angularInformation * dot(angular, angular);
    for (int i = 0; i < COUNT; i++) {
      if (isolated(states[i])) {
        continue;
      }
      double force2 = impulseInformation * dot(FORCE_N[i], FORCE_N[i]);
      double torque2 = angularInformation * dot(TORQUE_N_M[i], TORQUE_N_M[i]);
      double force = impulseInformation * dot(FORCE_N[i], impulse);
      double torque = angularInformation * dot(TORQUE_N_M[i], angular);
      double a = impulse_s[i];
      double b = turning_s[i];
      if (a > 0 || b > 0) {
        for (Suspicion each : weak[i]) {
          each.add(-a * force, a * a * force2, -b * torque, b * b * torque2, residual2);
        }
      }
      double c = Math.max(0, Tick.PERIOD_S - a);
      double d = Math.max(0, Tick.PERIOD_S - b);
      for (Suspicion each : open[i]) {
        each.add(c * force, c * c * force2, d * torque, d * d * torque2, residual2);
      }
    }
  }

  private void judge(List<EventReport> events) {
    int worst = -1;
    boolean leaks = false;
    double most = CERTAIN;
    double share = 0;
    for (int i = 0; i < COUNT; i++) {
      if (isolated(states[i])) {
        continue;
      }
      double suspect = 0;
      for (int speed = 0; speed < KEPT_FIRING.length; speed++) {
        Suspicion w = weak[i][speed];
        Suspicion o = open[i][speed];
        double weakness = w.explained();
        double opening = o.explained();
        suspect = Math.max(suspect, Math.max(weakness, opening));
        if (weakness > most && w.share() > WEAK_SHARE && sure(w)) {
          worst = i;
          leaks = false;
          most = weakness;
          share = w.share();
        }
        if (opening > most && o.share() > LEAK_SHARE && sure(o)) {
          worst = i;
          leaks = true;
          most = opening;
          share = o.share();
        }
      }
      states[i] = suspect > SUSPECT ? ThrusterState.SUSPECT : ThrusterState.GOOD;
    }
    if (worst < 0 || byItself() >= MOST_BY_ITSELF) {
      return;
    }
    set(worst, leaks ? ThrusterState.ISOLATED_OPEN : ThrusterState.ISOLATED_WEAK, share, events);
  }

  private static boolean sure(Suspicion of) {
    return of.samples() > FEWEST_FIRINGS && of.sure(CERTAIN, EXPLAINS);
  }

  private void obey(
      ReceivedCommand received,
      SetThruster command,
      List<EventReport> events,
      List<CommandReport> reports) {
    int i = command.thruster();
    boolean closes = command.isolated();
    if (closes == isolated(states[i])) {
      reports.add(
          CommandReport.refused(
              received.request(), Stage.START, Refusal.ALREADY_SO, states[i].code(), 0));
      return;
    }
    set(i, closes ? ThrusterState.ISOLATED_BY_GROUND : ThrusterState.GOOD, 0, events);
    reports.add(CommandReport.success(received.request(), Stage.START));
    reports.add(CommandReport.success(received.request(), Stage.COMPLETION));
  }

  /** All evidence was gathered with the old set. */
  private void set(int i, ThrusterState state, double share, List<EventReport> events) {
    states[i] = state;
    ChaserEvent event =
        isolated(state) ? ChaserEvent.THRUSTER_ISOLATED : ChaserEvent.THRUSTER_RESTORED;
    events.add(new EventReport(event, i, state.code(), share));
    for (int k = 0; k < COUNT; k++) {
      for (int speed = 0; speed < KEPT_FIRING.length; speed++) {
        weak[k][speed].clear();
        open[k][speed].clear();
      }
    }
  }

  private static boolean isolated(ThrusterState state) {
    return switch (state) {
      case GOOD, SUSPECT -> false;
      case ISOLATED_WEAK, ISOLATED_OPEN, ISOLATED_BY_GROUND -> true;
    };
  }

  private int byItself() {
    int count = 0;
    for (ThrusterState state : states) {
      if (state == ThrusterState.ISOLATED_WEAK || state == ThrusterState.ISOLATED_OPEN) {
        count++;
      }
    }
    return count;
  }

  private int isolated() {
    int mask = 0;
    for (int i = 0; i < COUNT; i++) {
      mask |= isolated(states[i]) ? 1 << i : 0;
    }
    return mask;
  }

  private PropulsionPacket telemetry() {
    List<PropulsionPacket.Thruster> each = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      each.add(
          new PropulsionPacket.Thruster(
              states[i], Math.min(1, weak[i][1].share()), Math.min(1, open[i][1].share())));
    }
    return new PropulsionPacket(each);
  }

  private static Suspicion[][] bank(double[] keeps) {
    Suspicion[][] bank = new Suspicion[COUNT][keeps.length];
    for (Suspicion[] of : bank) {
      for (int speed = 0; speed < keeps.length; speed++) {
        of[speed] = new Suspicion(keeps[speed]);
      }
    }
    return bank;
  }

  private static Vec3 inertiaTimes(Vec3 rate) {
    return new Vec3(
        INERTIA_KG_M2[0] * rate.x(), INERTIA_KG_M2[1] * rate.y(), INERTIA_KG_M2[2] * rate.z());
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[][] table(boolean torque) {
    double[][] table = new double[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      ThrusterGeometry.Thruster thruster = ThrusterGeometry.THRUSTERS.get(i);
      Vec3 v = torque ? thruster.torque_B_N_m() : thruster.force_B_N();
      table[i] = new double[] {v.x(), v.y(), v.z()};
    }
    return table;
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < COUNT; i++) {
      valves[i].save(out);
      for (int speed = 0; speed < KEPT_FIRING.length; speed++) {
        weak[i][speed].save(out);
        open[i][speed].save(out);
      }
      out.put(states[i]);
      out.put(applied_ms[i]);
    }
    out.put(appliedTorque_B_N_m).put(hasRate).put(rate_B_rad_s).put(wheelTorque_B_N_m);
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < COUNT; i++) {
      valves[i].restore(in);
      for (int speed = 0; speed < KEPT_FIRING.length; speed++) {
        weak[i][speed].restore(in);
        open[i][speed].restore(in);
      }
      states[i] = in.getEnum(ThrusterState.class);
      applied_ms[i] = in.getInt();
    }
    appliedTorque_B_N_m = in.getVec3();
    hasRate = in.getBoolean();
    rate_B_rad_s = in.getVec3();
    wheelTorque_B_N_m = in.getVec3();
  }
}
