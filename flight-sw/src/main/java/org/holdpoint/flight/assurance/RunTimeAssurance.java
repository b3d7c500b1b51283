package org.holdpoint.flight.assurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AssuranceConstraint;
import org.holdpoint.dictionary.telemetry.AssurancePacket;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.PlumeCones;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.safety.AbortAllocation;
import org.holdpoint.flight.safety.OwnState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Stands between control and the actuator gate and lets through what control wants, changed as
 * little as keeps the armed constraints in the next tick (active-set invariance filter; Ames et al.
 * 2019, Control Barrier Functions; the constraints are those of Dunlap et al. 2023, Run Time
 * Assurance for Autonomous Spacecraft Inspection, rescaled to this vehicle). It knows where the
 * vehicle is by the monitor's own state alone, and judges only while that is valid.
 *
 * <p>Each constraint is a half space of this tick's delta-v, so that the least change is a
 * projection in three dimensions. What is inside all of them passes as the same object, bit by bit.
 */
public final class RunTimeAssurance implements Retained {
  private static final double KEEP_OUT_M = 30;

  /** Thrust in any direction with one thruster failed. */
  private static final double WORST_FORCE_N = 1.6;

  /** Speed allowed at the target, and for each metre of range, in units of the mean motion. */
  private static final double SPEED_AT_TARGET_M_S = 0.1;

  private static final double SPEED_PER_METRE = 2;
  private static final double SPEED_RANGE_M = 1000;

  /**
   * While circling the chaser stays inside; further out the worst thrust does not beat the orbit.
   */
  private static final double LARGEST_RANGE_M = 300;

  /** Who is further out is on his way in, or gone. */
  private static final double NOT_CIRCLING_M = 330;

  private static final double AXIS_SPEED_M_S = 1.0;

  /** Passive safety is nobody's concern by thrust of a tick from further away. */
  private static final double PATH_RANGE_M = 3000;

  /** What one tick of all 1 N thrusters gives on an axis. */
  private static final double STRONGEST_N = 3.4;

  private static final double SUN_CONE_RAD = FastMath.toRadians(30);

  /** Half of what the wheels can give about the stiffest axis. */
  private static final double SUN_BRAKING_RAD_S2 = 0.002;

  private static final double[] INERTIA_KG_M2 = {40, 45, 50};
  private static final double WHEEL_TORQUE_N_M = 0.2;

  /** Without an intervention for so long it counts as ended. */
  private static final int QUIET_TICKS = 50;

  private static final int TELEMETRY_TICKS = 10;

  /** Constraints that contradict each other leave more than this unmet. */
  private static final double UNMET_M_S = 1e-5;

  private final double n;
  private final double mass_kg;
  private final double braking_m_s2;
  private final PathAhead path;
  private final Halfspaces halfspaces = new Halfspaces();
  private final AssuranceConstraint[] rowOf = new AssuranceConstraint[Halfspaces.MOST];
  private final AbortAllocation allocation = new AbortAllocation();
  private final Budget budget = new Budget();
  private int interventions;
  private int quietTicks = QUIET_TICKS;
  private double passiveRange_m;

  // of one tick
  private final double[] r = new double[3];
  private final double[] free = new double[3];
  private final double[] deltaV = new double[3];
  private final double[] wantedDeltaV = new double[3];

  /**
   * What may pass.
   *
   * @param passed to the actuator gate; the same object as wanted when nothing is changed
   * @param intervened whether it is another
   */
  public record Assured(
      WantedActuation passed,
      boolean intervened,
      AssurancePacket telemetry,
      List<EventReport> events) {
    public Assured {
      events = List.copyOf(events);
    }
  }

  public RunTimeAssurance(FlightConfiguration configuration, double meanMotion_rad_s) {
    n = meanMotion_rad_s;
    mass_kg = configuration.dryMass_kg() + configuration.propellant_kg();
    double fastest_m_s = SPEED_AT_TARGET_M_S + SPEED_PER_METRE * n * LARGEST_RANGE_M;
    // What is left of thrust when tide and Coriolis pull against it.
    braking_m_s2 = WORST_FORCE_N / mass_kg - 3 * n * n * LARGEST_RANGE_M - 2 * n * fastest_m_s;
    path = new PathAhead(n);
  }

  /**
   * One tick.
   *
   * @param own the monitor's state after this tick
   * @param nominalInhibited the gate does not pass what control wants
   */
  public Assured step(
      Tick tick,
      WantedActuation wanted,
      OwnState own,
      Mode mode,
      LegKind leg,
      boolean nominalInhibited) {
    List<EventReport> events = new ArrayList<>(0);
    Arming arming = nominalInhibited ? Arming.of(Mode.ABORT) : Arming.of(mode);
    boolean judging = own.valid() && !arming.constraints().isEmpty();
    Vec3 wanted_L = own.q_BL().conjugate().rotate(deltaV_B_m_s(wanted.commands()));
    WantedActuation passed = wanted;
    Vec3 passed_L = wanted_L;
    AssuranceConstraint active = AssuranceConstraint.NONE;
    AssuranceConstraint nearest = AssuranceConstraint.NONE;
    double margin = 0;
    boolean thrusts = wanted.commands().firesAnyThruster();
    if (judging) {
      set(own, budget.latched() ? Vec3.ZERO : wanted_L);
      layOut(arming, leg, thrusts, tick);
      int tightest = tightest();
      if (tightest >= 0) {
        nearest = rowOf[tightest];
        margin = -halfspaces.excess(tightest, deltaV);
      }
      if (tightest >= 0 && margin < 0) {
        active = project(nearest);
        if (norm(deltaV) > WORST_FORCE_N / mass_kg * Tick.PERIOD_S) {
          // More than is sure to be given: what the constraints ask goes before what control wants.
          Arrays.fill(deltaV, 0);
          project(nearest);
        }
        passed_L = new Vec3(deltaV[0], deltaV[1], deltaV[2]);
      }
    }
    if (budget.latched() && thrusts && active == AssuranceConstraint.NONE) {
      active = AssuranceConstraint.BUDGET;
      passed_L = Vec3.ZERO;
    }
    if (active != AssuranceConstraint.NONE) {
      passed = replaced(wanted, own, passed_L, judging);
      passed_L = own.q_BL().conjugate().rotate(deltaV_B_m_s(passed.commands()));
    }
    if (own.valid() && arming.has(AssuranceConstraint.SUN_CONE)) {
      WantedActuation turned = keptOffSun(passed, own);
      active = turned == passed ? active : AssuranceConstraint.SUN_CONE;
      passed = turned;
    }
    double spent_m_s = nominalInhibited ? 0 : passed_L.norm();
    if (budget.step(arming, nominalInhibited ? Mode.ABORT : mode, spent_m_s)
        && arming.has(AssuranceConstraint.BUDGET)) {
      events.add(new EventReport(ChaserEvent.ASSURANCE_BUDGET, mode.code(), arming.burst_m_s(), 0));
    }
    tell(active, wanted_L, passed_L, events);
    AssurancePacket telemetry =
        new AssurancePacket(
            judging,
            active,
            nearest,
            margin,
            passiveRange_m,
            xyz(wanted_L),
            xyz(passed_L),
            budget.left_m_s(),
            budget.latched(),
            interventions);
    return new Assured(passed, active != AssuranceConstraint.NONE, telemetry, events);
  }

  /** Whether the present mode has spent what it may: the safe backup is due. */
  public boolean budgetSpent() {
    return budget.latched();
  }

  /** Position and velocity at the end of the tick without thrust (Clohessy-Wiltshire). */
  private void set(OwnState own, Vec3 wanted_L) {
    Vec3 p = own.r_CT_L_m();
    Vec3 v = own.v_CT_L_m_s();
    double dt = Tick.PERIOD_S;
    free[0] = v.x() + (3 * n * n * p.x() + 2 * n * v.y()) * dt;
    free[1] = v.y() - 2 * n * v.x() * dt;
    free[2] = v.z() - n * n * p.z() * dt;
    r[0] = p.x() + v.x() * dt;
    r[1] = p.y() + v.y() * dt;
    r[2] = p.z() + v.z() * dt;
    deltaV[0] = wanted_L.x();
    deltaV[1] = wanted_L.y();
    deltaV[2] = wanted_L.z();
  }

  private void layOut(Arming arming, LegKind leg, boolean thrusts, Tick tick) {
    halfspaces.clear();
    double range = norm(r);
    if (range == 0) {
      return;
    }
    double ux = r[0] / range;
    double uy = r[1] / range;
    double uz = r[2] / range;
    double opening = ux * free[0] + uy * free[1] + uz * free[2];
    if (arming.has(AssuranceConstraint.BRAKING) && range < SPEED_RANGE_M) {
      double closing = Math.sqrt(2 * braking_m_s2 * Math.max(0, range - KEEP_OUT_M));
      row(AssuranceConstraint.BRAKING, -ux, -uy, -uz, closing + opening);
    }
    if (arming.has(AssuranceConstraint.RANGE)
        && leg == LegKind.CIRCUMNAVIGATE
        && range < NOT_CIRCLING_M) {
      double room = Math.sqrt(2 * braking_m_s2 * Math.max(0, LARGEST_RANGE_M - range));
      row(AssuranceConstraint.RANGE, ux, uy, uz, room - opening);
    }
    if (arming.has(AssuranceConstraint.SPEED) && range < SPEED_RANGE_M) {
      double wx = free[0] + deltaV[0];
      double wy = free[1] + deltaV[1];
      double wz = free[2] + deltaV[2];
      double speed = Math.sqrt(wx * wx + wy * wy + wz * wz);
      if (speed > 0) {
        double limit = SPEED_AT_TARGET_M_S + SPEED_PER_METRE * n * range;
        double along = (wx * free[0] + wy * free[1] + wz * free[2]) / speed;
        row(AssuranceConstraint.SPEED, wx / speed, wy / speed, wz / speed, limit - along);
      }
    }
    if (arming.has(AssuranceConstraint.AXIS_SPEED) && range < SPEED_RANGE_M) {
      for (int axis = 0; axis < 3; axis++) {
        double sign = free[axis] + deltaV[axis] < 0 ? -1 : 1;
        row(
            AssuranceConstraint.AXIS_SPEED,
            axis == 0 ? sign : 0,
            axis == 1 ? sign : 0,
            axis == 2 ? sign : 0,
            AXIS_SPEED_M_S - sign * free[axis]);
      }
    }
    boolean looks = thrusts || tick.every(TELEMETRY_TICKS);
    if (arming.has(AssuranceConstraint.PASSIVE_SAFETY) && range < PATH_RANGE_M && looks) {
      passive(thrusts);
    }
  }

  /**
   * Thrust may not lead onto a path that enters the keep-out sphere; on a path that does already,
   * it may not make it worse. The row is linear about what is wanted, where the nearest time may
   * differ from that without thrust.
   */
  private void passive(boolean thrusts) {
    double now = path.smallest_m(r, free[0], free[1], free[2]);
    passiveRange_m = now;
    if (!thrusts) {
      return;
    }
    double[] g = path.gradient();
    double floor = Math.min(now, KEEP_OUT_M);
    row(AssuranceConstraint.PASSIVE_SAFETY, -g[0], -g[1], -g[2], now - floor);
    double then = path.smallest_m(r, free[0] + deltaV[0], free[1] + deltaV[1], free[2] + deltaV[2]);
    passiveRange_m = then;
    if (then < floor) {
      double about = g[0] * deltaV[0] + g[1] * deltaV[1] + g[2] * deltaV[2];
      row(AssuranceConstraint.PASSIVE_SAFETY, -g[0], -g[1], -g[2], then - floor - about);
    }
  }

  private static double norm(double[] x) {
    return Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  }

  private void row(AssuranceConstraint constraint, double ax, double ay, double az, double b) {
    int at = halfspaces.rows();
    halfspaces.add(ax, ay, az, b);
    if (halfspaces.rows() > at) {
      rowOf[at] = constraint;
    }
  }

  /** Leaving the circle endangers nobody: it is given up first when not everything can be met. */
  private AssuranceConstraint project(AssuranceConstraint nearest) {
    System.arraycopy(deltaV, 0, wantedDeltaV, 0, 3);
    int most = halfspaces.project(deltaV);
    int left = tightest();
    if (left >= 0 && halfspaces.excess(left, deltaV) > UNMET_M_S) {
      for (int i = 0; i < halfspaces.rows(); i++) {
        if (rowOf[i] == AssuranceConstraint.RANGE) {
          halfspaces.drop(i);
        }
      }
      System.arraycopy(wantedDeltaV, 0, deltaV, 0, 3);
      most = halfspaces.project(deltaV);
    }
    return most >= 0 ? rowOf[most] : nearest;
  }

  private int tightest() {
    int tightest = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < halfspaces.rows(); i++) {
      double excess = halfspaces.excess(i, deltaV);
      if (excess > most) {
        most = excess;
        tightest = i;
      }
    }
    return tightest;
  }

  /** Other on-times for the thrusters; the wheels answer the torque that these do not make. */
  private WantedActuation replaced(
      WantedActuation wanted, OwnState own, Vec3 deltaV_L_m_s, boolean judging) {
    ActuatorCommands was = wanted.commands();
    Vec3 force_B_N = own.q_BL().rotate(deltaV_L_m_s).times(mass_kg / Tick.PERIOD_S);
    double size = force_B_N.norm();
    Vec3 bounded = size > STRONGEST_N ? force_B_N.times(STRONGEST_N / size) : force_B_N;
    allocation.reset();
    int[] onTime_ms =
        allocation.share(
            bounded, Vec3.ZERO, was.isolated(), PlumeCones.ABORT.hitting(own.target_B_m()));
    Vec3 before = torque_B_N_m(was);
    ActuatorCommands now = new ActuatorCommands(onTime_ms, Vec3.ZERO, was.isolated());
    if (judging && coastingIsBetter(own.q_BL().conjugate().rotate(deltaV_B_m_s(now)))) {
      now = ActuatorCommands.NONE;
      Arrays.fill(onTime_ms, 0);
    }
    Vec3 wheels = was.wheelTorque_B_N_m().plus(before).minus(torque_B_N_m(now));
    return new WantedActuation(
        new ActuatorCommands(onTime_ms, withinWheels(wheels), was.isolated()),
        bounded,
        wanted.attitudeError_deg());
  }

  /** Whole pulses miss what was asked; no thrust may meet the constraints better than they. */
  private boolean coastingIsBetter(Vec3 given_L_m_s) {
    deltaV[0] = given_L_m_s.x();
    deltaV[1] = given_L_m_s.y();
    deltaV[2] = given_L_m_s.z();
    int worst = tightest();
    double given = worst < 0 ? 0 : halfspaces.excess(worst, deltaV);
    Arrays.fill(deltaV, 0);
    worst = tightest();
    double coasting = worst < 0 ? 0 : halfspaces.excess(worst, deltaV);
    return given > 0 && given > coasting;
  }

  /**
   * The rate at which the cameras' axis nears the Sun stays such that the wheels stop it at the
   * cone.
   */
  private WantedActuation keptOffSun(WantedActuation wanted, OwnState own) {
    Vec3 sun = own.sun_B();
    double across = Math.sqrt(sun.y() * sun.y() + sun.z() * sun.z());
    if (across < 1e-6) {
      return wanted;
    }
    // About this axis the body turns +x towards the Sun.
    double ey = -sun.z() / across;
    double ez = sun.y() / across;
    double angle = FastMath.atan2(across, sun.x());
    double allowed = Math.sqrt(2 * SUN_BRAKING_RAD_S2 * Math.max(0, angle - SUN_CONE_RAD));
    double inertia = INERTIA_KG_M2[1] * ey * ey + INERTIA_KG_M2[2] * ez * ez;
    Vec3 torque = wanted.commands().wheelTorque_B_N_m();
    Vec3 thrusters = torque_B_N_m(wanted.commands());
    Vec3 all = torque.plus(thrusters);
    double turning = own.rate_B_rad_s().y() * ey + own.rate_B_rad_s().z() * ez;
    double next = turning + (all.y() * ey + all.z() * ez) * Tick.PERIOD_S / inertia;
    if (angle > 2 * SUN_CONE_RAD || next <= allowed) {
      return wanted;
    }
    double less = (next - allowed) * inertia / Tick.PERIOD_S;
    Vec3 corrected = withinWheels(torque.minus(new Vec3(0, less * ey, less * ez)));
    ActuatorCommands was = wanted.commands();
    return new WantedActuation(
        was.turning(corrected), wanted.force_B_N(), wanted.attitudeError_deg());
  }

  private Vec3 deltaV_B_m_s(ActuatorCommands commands) {
    if (!commands.firesAnyThruster()) {
      return Vec3.ZERO;
    }
    Vec3 impulse = Vec3.ZERO;
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      if (commands.onTime_ms(i) > 0) {
        Vec3 force = ThrusterGeometry.THRUSTERS.get(i).force_B_N();
        impulse = impulse.plus(force.times(0.001 * commands.onTime_ms(i)));
      }
    }
    return impulse.times(1 / mass_kg);
  }

  private static Vec3 torque_B_N_m(ActuatorCommands commands) {
    Vec3 torque = Vec3.ZERO;
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      if (commands.onTime_ms(i) > 0) {
        double share = 0.001 * commands.onTime_ms(i) / Tick.PERIOD_S;
        torque = torque.plus(ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(share));
      }
    }
    return torque;
  }

  private static Vec3 withinWheels(Vec3 torque) {
    double most =
        Math.max(Math.abs(torque.x()), Math.max(Math.abs(torque.y()), Math.abs(torque.z())));
    return most > WHEEL_TORQUE_N_M ? torque.times(WHEEL_TORQUE_N_M / most) : torque;
  }

  private void tell(
      AssuranceConstraint active, Vec3 wanted_L, Vec3 passed_L, List<EventReport> events) {
    if (active == AssuranceConstraint.NONE) {
      if (quietTicks < QUIET_TICKS && ++quietTicks == QUIET_TICKS) {
        events.add(new EventReport(ChaserEvent.ASSURANCE_ENDED, interventions, 0, 0));
      }
      return;
    }
    if (quietTicks >= QUIET_TICKS) {
      interventions++;
      events.add(
          new EventReport(
              ChaserEvent.ASSURANCE_INTERVENED, active.code(), wanted_L.norm(), passed_L.norm()));
    }
    quietTicks = 0;
  }

  private static Xyz xyz(Vec3 v) {
    return new Xyz(v.x(), v.y(), v.z());
  }

  @Override
  public void save(StateWriter out) {
    budget.save(out);
    out.put(interventions).put(quietTicks).put(passiveRange_m);
  }

  @Override
  public void restore(StateReader in) {
    budget.restore(in);
    interventions = in.getInt();
    quietTicks = in.getInt();
    passiveRange_m = in.getDouble();
  }
}
