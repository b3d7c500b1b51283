package org.holdpoint.campaign.abort;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.safety.AbortWhatIf;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Transition;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * One abort: a state in which guidance may fly, the monitor's estimate of it with an error of its
 * own covariance, its choice of direction, the burn at 10 Hz by the real gate with one thruster
 * stuck closed, and a day of coasting. One object a thread; nothing is kept between trials.
 */
final class AbortTrial {
  private static final double KEEP_OUT_M = 30;
  private static final double HULL_RADIUS_M = 1.6;
  private static final int MOST_DRAWS = 1000;
  private static final int MOST_TICKS = 1000;

  private final long seed;
  private final TwoOrbits orbits = new TwoOrbits();
  private final double n = orbits.meanMotion_rad_s();
  private final AbortWhatIf abort;
  private final double[] tickTransition;
  private final double[] estimate = new double[6];
  private final double[] covariance = new double[36];
  private final Vec3[] push_B_N = new Vec3[ThrusterGeometry.SMALL_THRUSTERS];
  private final Vec3[] turn_B_N_m = new Vec3[ThrusterGeometry.SMALL_THRUSTERS];

  /**
   * What came of it.
   *
   * @param trial number by which it can be flown again
   * @param state at which the abort was commanded
   * @param failedThruster the one that was stuck closed
   * @param foreseen_m smallest 3-sigma range of the day as the monitor foresaw it
   * @param smallest_m true smallest range, from the command on over a day
   */
  record Result(
      long trial,
      Phase phase,
      RelativeState state,
      int failedThruster,
      Direction direction,
      double foreseen_m,
      double smallest_m,
      double burn_s) {
    double margin_m() {
      return smallest_m - KEEP_OUT_M;
    }
  }

  AbortTrial(long seed) {
    this.seed = seed;
    abort =
        new AbortWhatIf(
            new FlightConfiguration(
                0,
                new Vec3(7e6, 0, 0),
                new Vec3(0, 7500, 0),
                Vec3.ZERO,
                Vec3.ZERO,
                1,
                0.01,
                238,
                12,
                2,
                HULL_RADIUS_M,
                1,
                List.of(),
                new Vec3(0, -1000, 0)),
            n);
    tickTransition = ClohessyWiltshire.transition(n, Tick.PERIOD_S);
  }

  Result fly(long trial) {
    Draw draw = new Draw(seed, trial);
    Phase phase = Phase.values()[draw.whole(Phase.values().length)];
    RelativeState state = state(phase, draw);
    int failed = draw.whole(ThrusterGeometry.SMALL_THRUSTERS);
    AbortWhatIf.Chosen chosen = abort.choose(estimate, covariance);
    // The latch is up to two seconds old when the command comes.
    RelativeState now = ClohessyWiltshire.propagate(state, n, draw.between(0, 2));
    Burn burn = burn(draw, now, failed, chosen.direction());
    double after =
        orbits.smallest_m(draw.whole(TwoOrbits.EPOCHS), burn.end, draw.between(0.005, 0.015));
    return new Result(
        trial,
        phase,
        state,
        failed,
        chosen.direction(),
        chosen.smallest_m(),
        Math.min(burn.smallest_m, after),
        burn.seconds);
  }

  /** Draws until the monitor's rules would let guidance fly there; fills the estimate. */
  private RelativeState state(Phase phase, Draw draw) {
    for (int i = 0; i < MOST_DRAWS; i++) {
      RelativeState state = phase.draw(draw, n);
      if (state != null && estimated(state, draw) && mayFly(phase)) {
        return state;
      }
    }
    throw new IllegalStateException("no state of " + phase + " in " + MOST_DRAWS + " draws");
  }

  /** The monitor is VALID; mostly it is far sharper than it has to be for that. */
  private boolean estimated(RelativeState state, Draw draw) {
    double range_m = state.range_m();
    if (range_m > 3200) {
      return false;
    }
    double position_m = 0.1 + 2e-4 * range_m;
    double velocity_m_s = 3e-4 + 1.5e-6 * range_m;
    if (draw.chance(0.1)) {
      double worst = draw.uniform();
      position_m += worst * (Math.max(10, 0.03 * range_m) / 3 - position_m);
      velocity_m_s += worst * (Math.max(0.012, 4.8e-5 * range_m) / 3 - velocity_m_s);
    }
    Vec3 r = state.r_CT_L_m().plus(draw.normal3(position_m));
    Vec3 v = state.v_CT_L_m_s().plus(draw.normal3(velocity_m_s));
    estimate[0] = r.x();
    estimate[1] = r.y();
    estimate[2] = r.z();
    estimate[3] = v.x();
    estimate[4] = v.y();
    estimate[5] = v.z();
    for (int i = 0; i < 3; i++) {
      covariance[7 * i] = position_m * position_m;
      covariance[7 * (3 + i)] = velocity_m_s * velocity_m_s;
    }
    return true;
  }

  private boolean mayFly(Phase phase) {
    double horizon_s = phase.passivelySafe() ? 2 * 2 * Math.PI / n : 0;
    return abort.driftSmallest_m(estimate, covariance, horizon_s) >= KEEP_OUT_M;
  }

  private record Burn(RelativeState end, double smallest_m, double seconds) {}

  private Burn burn(Draw draw, RelativeState begin, int failed, Direction direction) {
    double mass_kg = draw.between(241, 250);
    Vec3 inertia = new Vec3(draw.between(38, 42), draw.between(43, 47), draw.between(48, 52));
    imperfect(draw, failed);
    Quaternion q_BI = attitude(draw, begin);
    Vec3 rate_B = draw.chance(0.1) ? draw.direction().times(0.0175 * draw.uniform()) : Vec3.ZERO;
    rate_B = rate_B.plus(q_BI.rotate(new Vec3(0, 0, n)));
    Quaternion trackerError = Quaternion.ofBodyTurn(draw.normal3(2e-4));
    Vec3 gyroBias = draw.normal3(5e-6);
    RelativeState state = begin;
    double smallest = state.range_m();
    Vec3 sensed_B = Vec3.ZERO;
    Quaternion q_LI = Quaternion.IDENTITY;
    abort.ignite(direction);
    int tick = 0;
    for (; tick < MOST_TICKS; tick++) {
      Quaternion seen_BL = trackerError.times(q_BI).times(q_LI.conjugate());
      Vec3 sensed_L = seen_BL.conjugate().rotate(sensed_B);
      ActuatorCommands commands =
          abort.tick(seen_BL, rate_B.plus(gyroBias), sensed_L, state.r_CT_L_m());
      if (!abort.burning()) {
        break;
      }
      Vec3 impulse = Vec3.ZERO;
      Vec3 moment = commands.wheelTorque_B_N_m();
      for (int i = 0; i < push_B_N.length; i++) {
        int on_ms = commands.onTime_ms(i);
        if (on_ms > 0) {
          impulse = impulse.plus(push_B_N[i].times(0.001 * on_ms));
          moment = moment.plus(turn_B_N_m[i].times(0.001 * on_ms / Tick.PERIOD_S));
        }
      }
      Vec3 deltaV_B = impulse.times(1 / mass_kg);
      Vec3 half_L = q_LI.rotate(q_BI.conjugate().rotate(deltaV_B)).times(0.5);
      state = Transition.apply(tickTransition, state.plusDeltaV(half_L)).plusDeltaV(half_L);
      smallest = Math.min(smallest, state.range_m());
      sensed_B = deltaV_B.plus(draw.normal3(5e-6));

      Vec3 momentum =
          new Vec3(inertia.x() * rate_B.x(), inertia.y() * rate_B.y(), inertia.z() * rate_B.z());
      Vec3 net = moment.minus(rate_B.cross(momentum));
      Vec3 gained =
          new Vec3(net.x() / inertia.x(), net.y() / inertia.y(), net.z() / inertia.z())
              .times(Tick.PERIOD_S);
      Vec3 mean = rate_B.plus(gained.times(0.5));
      q_BI = Quaternion.ofBodyTurn(mean.times(Tick.PERIOD_S)).times(q_BI).normalized();
      rate_B = rate_B.plus(gained);
      q_LI = Quaternion.ofBodyTurn(new Vec3(0, 0, n * (tick + 1) * Tick.PERIOD_S));
    }
    return new Burn(state, smallest, tick * Tick.PERIOD_S);
  }

  /** Each thruster off by 1 % and 0.5 deg, one dead, the centre of mass up to 2.5 cm off. */
  private void imperfect(Draw draw, int failed) {
    Vec3 centre = draw.normal3(0.01);
    for (int i = 0; i < push_B_N.length; i++) {
      ThrusterGeometry.Thruster thruster = ThrusterGeometry.THRUSTERS.get(i);
      double strength = i == failed ? 0 : thruster.force_N() * (1 + 0.01 * draw.normal());
      push_B_N[i] = thruster.direction_B().plus(draw.normal3(0.006)).unit().times(strength);
      turn_B_N_m[i] = thruster.position_B_m().minus(centre).cross(push_B_N[i]);
    }
  }

  /** To the target mostly, or anywhere: slews and burns turn it away. */
  private static Quaternion attitude(Draw draw, RelativeState state) {
    Vec3 line = state.r_CT_L_m().negated();
    Vec3 normal = Math.abs(line.z()) < 0.97 * line.norm() ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0);
    Quaternion toTarget = Rotations.ofTwoVectors(line, normal);
    return draw.chance(0.8)
        ? Quaternion.ofBodyTurn(draw.normal3(0.01)).times(toTarget).normalized()
        : Quaternion.ofBodyTurn(draw.direction().times(FastMath.PI * draw.uniform()))
            .times(toTarget)
            .normalized();
  }

  /** For the caller's own worst case; null only before any. */
  static @Nullable Result worse(@Nullable Result a, @Nullable Result b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    boolean first =
        a.smallest_m() < b.smallest_m()
            || (a.smallest_m() == b.smallest_m() && a.trial() < b.trial());
    return first ? a : b;
  }
}
