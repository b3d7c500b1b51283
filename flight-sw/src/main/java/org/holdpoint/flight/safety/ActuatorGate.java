package org.holdpoint.flight.safety;

import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.PlumeCones;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * The only writer of the thrusters. Passes what control wants; while the monitor inhibits the
 * nominal chain it fires the abort burn with the attitude as it is, keeping the body from turning,
 * and after the burn lets only the wheels through. Latch valves stay as they are wanted: a thruster
 * that is stuck open must not wake up again in an abort.
 */
public final class ActuatorGate implements Retained {
  /** Asked of the thrusters along the burn; they give 3.4 N on an axis, less off it. */
  private static final double BURN_FORCE_N = 3.4;

  /** Attitude is kept as it was at the first pulse: natural frequency 0.3 rad/s, well damped. */
  private static final double STIFFNESS_N_M_RAD = 5;

  private static final double DAMPING_N_M_S = 30;

  /** The thrusters' share is bounded so that the burn keeps its force. */
  private static final double LARGEST_TORQUE_N_M = 0.8;

  private static final double WHEEL_TORQUE_N_M = 0.2;

  private final AbortAllocation allocation = new AbortAllocation();
  private final double mass_kg;
  private boolean burning;
  private Vec3 turned_B_rad = Vec3.ZERO;

  public ActuatorGate(FlightConfiguration configuration) {
    mass_kg = configuration.dryMass_kg() + configuration.propellant_kg();
  }

  /**
   * One tick.
   *
   * @param own the monitor's state: where the target is, for the plumes
   */
  public AppliedActuation step(
      Tick tick, WantedActuation wanted, SafetyVerdict verdict, OwnState own) {
    Vec3 toGo_B_m_s = verdict.abortDeltaVToGo_B_m_s();
    int isolated = wanted.commands().isolated();
    if (toGo_B_m_s != null) {
      int blowing = own.valid() ? PlumeCones.ABORT.hitting(own.target_B_m()) : 0;
      return new AppliedActuation(
          burn(toGo_B_m_s, verdict.abortRate_B_rad_s(), isolated, blowing), true);
    }
    burning = false;
    if (verdict.nominalInhibited()) {
      Vec3 torque = bounded(wanted.commands().wheelTorque_B_N_m(), WHEEL_TORQUE_N_M);
      return new AppliedActuation(
          new ActuatorCommands(new int[ActuatorCommands.THRUSTERS], torque, isolated), true);
    }
    return new AppliedActuation(wanted.commands(), false);
  }

  ActuatorCommands burn(Vec3 toGo_B_m_s, Vec3 rate_B_rad_s, int isolated, int blowing) {
    if (!burning) {
      allocation.reset();
    }
    turned_B_rad = burning ? turned_B_rad.plus(rate_B_rad_s.times(Tick.PERIOD_S)) : Vec3.ZERO;
    burning = true;
    Vec3 torque =
        bounded(
            turned_B_rad.times(-STIFFNESS_N_M_RAD).minus(rate_B_rad_s.times(DAMPING_N_M_S)),
            LARGEST_TORQUE_N_M);
    double toGo_m_s = toGo_B_m_s.norm();
    // The last pulse is only as long as it has to be.
    double force_N = Math.min(BURN_FORCE_N, mass_kg * toGo_m_s / Tick.PERIOD_S);
    Vec3 force = toGo_m_s > 0 ? toGo_B_m_s.times(force_N / toGo_m_s) : Vec3.ZERO;
    Vec3 wheels = bounded(torque, WHEEL_TORQUE_N_M);
    return new ActuatorCommands(
        allocation.share(force, torque.minus(wheels), isolated, blowing), wheels, isolated);
  }

  /** Component-wise within the bound; what is not a number becomes none. */
  private static Vec3 bounded(Vec3 v, double bound) {
    return new Vec3(bounded(v.x(), bound), bounded(v.y(), bound), bounded(v.z(), bound));
  }

  private static double bounded(double value, double bound) {
    return Double.isFinite(value) ? Math.max(-bound, Math.min(bound, value)) : 0;
  }

  @Override
  public void save(StateWriter out) {
    out.put(burning).put(turned_B_rad);
    allocation.save(out);
  }

  @Override
  public void restore(StateReader in) {
    burning = in.getBoolean();
    turned_B_rad = in.getVec3();
    allocation.restore(in);
  }
}
