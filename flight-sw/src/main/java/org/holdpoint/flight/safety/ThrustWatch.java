package org.holdpoint.flight.safety;

import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Force and torque on the vehicle that nobody commanded, as means over five seconds: what IMU B has
 * felt less what the gate has let through. The torque is the growth of the momentum of body and
 * wheels, seen in the body frame: T = d(I w + h)/dt + w x (I w + h) (Euler).
 */
final class ThrustWatch implements Retained {
  /** Ticks of one mean. */
  static final int BLOCK_TICKS = 50;

  /** Thrusters are off by 1 % and 1 deg; several together by less than this share. */
  static final double SHARE = 0.05;

  /** Body inertia, kg m2, on the body axes. */
  private static final Vec3 INERTIA_KG_M2 = new Vec3(40, 45, 50);

  private static final double BLOCK_S = BLOCK_TICKS * Tick.PERIOD_S;

  private final double mass_kg;

  private int ticks;
  private boolean whole;
  private Vec3 felt_B_N_s = Vec3.ZERO;
  private Vec3 turned_B_N_m_s = Vec3.ZERO;
  private Vec3 momentumBefore_B_N_m_s = Vec3.ZERO;
  private double commandedForce_N_s;
  private double commandedTorque_N_m_s;

  private double age_s = Double.POSITIVE_INFINITY;
  private double force_N;
  private double torque_N_m;
  private double forceTolerance_N;
  private double torqueTolerance_N_m;

  ThrustWatch(FlightConfiguration configuration) {
    mass_kg = configuration.dryMass_kg() + configuration.propellant_kg();
  }

  /**
   * One tick.
   *
   * @param fresh IMU B has given a sample in this tick
   */
  void step(boolean fresh, Vec3 deltaV_B_m_s, Vec3 rate_B_rad_s, Vec3 wheelMomentum_B_N_m_s) {
    age_s += Tick.PERIOD_S;
    Vec3 momentum =
        new Vec3(
            INERTIA_KG_M2.x() * rate_B_rad_s.x() + wheelMomentum_B_N_m_s.x(),
            INERTIA_KG_M2.y() * rate_B_rad_s.y() + wheelMomentum_B_N_m_s.y(),
            INERTIA_KG_M2.z() * rate_B_rad_s.z() + wheelMomentum_B_N_m_s.z());
    whole &= fresh;
    felt_B_N_s = felt_B_N_s.plus(deltaV_B_m_s.times(mass_kg));
    turned_B_N_m_s = turned_B_N_m_s.plus(rate_B_rad_s.cross(momentum).times(Tick.PERIOD_S));
    ticks++;
    if (ticks < BLOCK_TICKS) {
      return;
    }
    if (whole) {
      force_N = felt_B_N_s.norm() / BLOCK_S;
      torque_N_m = momentum.minus(momentumBefore_B_N_m_s).plus(turned_B_N_m_s).norm() / BLOCK_S;
      forceTolerance_N = SHARE * commandedForce_N_s / BLOCK_S;
      torqueTolerance_N_m = SHARE * commandedTorque_N_m_s / BLOCK_S;
      age_s = 0;
    }
    ticks = 0;
    whole = true;
    felt_B_N_s = Vec3.ZERO;
    turned_B_N_m_s = Vec3.ZERO;
    momentumBefore_B_N_m_s = momentum;
    commandedForce_N_s = 0;
    commandedTorque_N_m_s = 0;
  }

  /** What the gate let through in this tick; it acts until the next. */
  void gave(ActuatorCommands commands) {
    if (!commands.firesAnyThruster()) {
      return;
    }
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      if (commands.onTime_ms(i) > 0) {
        double on_s = 1e-3 * commands.onTime_ms(i);
        gave(
            ThrusterGeometry.THRUSTERS.get(i).force_B_N().times(on_s),
            ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(on_s));
      }
    }
  }

  /** What one thruster was commanded to give. */
  void gave(Vec3 impulse_B_N_s, Vec3 angularImpulse_B_N_m_s) {
    felt_B_N_s = felt_B_N_s.minus(impulse_B_N_s);
    turned_B_N_m_s = turned_B_N_m_s.minus(angularImpulse_B_N_m_s);
    commandedForce_N_s += impulse_B_N_s.norm();
    commandedTorque_N_m_s += angularImpulse_B_N_m_s.norm();
  }

  /** Since the last mean; infinite before the first. */
  double age_s() {
    return age_s;
  }

  double force_N() {
    return force_N;
  }

  double torque_N_m() {
    return torque_N_m;
  }

  /** What the commanded thrusters may have given beside their nominal force. */
  double forceTolerance_N() {
    return forceTolerance_N;
  }

  double torqueTolerance_N_m() {
    return torqueTolerance_N_m;
  }

  @Override
  public void save(StateWriter out) {
    out.put(ticks).put(whole).put(felt_B_N_s).put(turned_B_N_m_s).put(momentumBefore_B_N_m_s);
    out.put(commandedForce_N_s).put(commandedTorque_N_m_s).put(age_s);
    out.put(force_N).put(torque_N_m).put(forceTolerance_N).put(torqueTolerance_N_m);
  }

  @Override
  public void restore(StateReader in) {
    ticks = in.getInt();
    whole = in.getBoolean();
    felt_B_N_s = in.getVec3();
    turned_B_N_m_s = in.getVec3();
    momentumBefore_B_N_m_s = in.getVec3();
    commandedForce_N_s = in.getDouble();
    commandedTorque_N_m_s = in.getDouble();
    age_s = in.getDouble();
    force_N = in.getDouble();
    torque_N_m = in.getDouble();
    forceTolerance_N = in.getDouble();
    torqueTolerance_N_m = in.getDouble();
  }
}
