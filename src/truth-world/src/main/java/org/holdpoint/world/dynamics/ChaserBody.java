package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.Kept;

/**
 * The chaser as a rigid body with three wheels on its axes, thrusters and a tank: attitude, rate,
 * wheel momentum and propellant. Euler's equation J dw/dt = T - w x (J w + h), quaternion
 * kinematics dq_BI/dt = -1/2 w q_BI (Hamilton, q_BI takes GCRF components to body ones), by
 * Runge-Kutta 4 over 100 ms. The centre of mass stays; the tank, a sphere about it, carries away
 * its share of inertia.
 */
public final class ChaserBody implements Kept {
  /** Inertia about the body axes without propellant; 40, 45, 50 with 12 kg. */
  private static final double[] DRY_INERTIA_KG_M2 = {39.84448, 44.84448, 49.84448};

  private static final double TANK_RADIUS_M = 0.18;

  /** Largest torque of a wheel. */
  public static final double WHEEL_TORQUE_N_M = 0.2;

  /** Largest momentum of a wheel. */
  public static final double WHEEL_MOMENTUM_N_M_S = 8;

  private static final double STEP_S = 0.1;

  private final double dryMass_kg;
  private double propellant_kg;

  /** q_BI (4), body rate (3), wheel momentum (3). */
  private final double[] state = new double[10];

  private final double[] inertia_kg_m2 = new double[3];
  private final double[] torque_N_m = new double[3];
  private final double[] wheelTorque_N_m = new double[3];
  private final double[] rate = new double[10];
  private final double[] stage = new double[10];
  private final double[] sum = new double[10];
  private final double[] work = new double[3];
  private final double[] before = new double[4];
  private final double[] meanRate_rad_s = new double[3];
  private final double[] deltaV_B_m_s = new double[3];
  private final double[] deltaV_I_m_s = new double[3];
  private final double[] shift_I_m = new double[3];

  public ChaserBody(double dryMass_kg, double propellant_kg) {
    this.dryMass_kg = dryMass_kg;
    this.propellant_kg = propellant_kg;
    state[0] = 1;
    refreshInertia();
  }

  /** Sets attitude and rate. */
  public void start(double[] q_BI, double[] rate_B_rad_s) {
    System.arraycopy(q_BI, 0, state, 0, 4);
    System.arraycopy(rate_B_rad_s, 0, state, 4, 3);
    System.arraycopy(rate_B_rad_s, 0, meanRate_rad_s, 0, 3);
  }

  /** Sets the wheels' momentum, body axes. */
  public void spinWheels(Xyz momentum_B_N_m_s) {
    state[7] = momentum_B_N_m_s.x();
    state[8] = momentum_B_N_m_s.y();
    state[9] = momentum_B_N_m_s.z();
  }

  /** q_BI (4), body rate (3), wheel momentum (3); do not change it. */
  public double[] state() {
    return state;
  }

  /** Mean body rate of the last step, from the turn it made; do not change it. */
  public double[] meanRate_rad_s() {
    return meanRate_rad_s;
  }

  /** Velocity by thrust in the last step, body frame; do not change it. */
  public double[] deltaV_B_m_s() {
    return deltaV_B_m_s;
  }

  /** Velocity by thrust in the last step, GCRF; do not change it. */
  public double[] deltaV_I_m_s() {
    return deltaV_I_m_s;
  }

  /** How far that velocity has moved the chaser by the end of the step, GCRF; do not change it. */
  public double[] shift_I_m() {
    return shift_I_m;
  }

  public double mass_kg() {
    return dryMass_kg + propellant_kg;
  }

  public double propellant_kg() {
    return propellant_kg;
  }

  /** Moments of inertia about the body axes; do not change them. */
  public double[] inertia_kg_m2() {
    return inertia_kg_m2;
  }

  /**
   * Advances by 100 ms.
   *
   * @param thrusters what they give in this step
   * @param wheelTorque_B_N_m torque on the body asked from each wheel
   * @param stuckWheels wheels that give no torque
   * @param r_I_m where the chaser is, for the gravity gradient
   */
  public void advance(
      ThrusterSet thrusters,
      double[] wheelTorque_B_N_m,
      boolean[] stuckWheels,
      double[] r_I_m,
      double mu_m3_s2) {
    translate(thrusters);
    for (int i = 0; i < 3; i++) {
      wheelTorque_N_m[i] = stuckWheels[i] ? 0 : wheelTorque(i, wheelTorque_B_N_m[i]);
      torque_N_m[i] = thrusters.angularImpulse_N_m_s()[i] / STEP_S;
    }
    addGravityGradient(r_I_m, mu_m3_s2);
    System.arraycopy(state, 0, before, 0, 4);
    rungeKutta4();
    centroidTurn(thrusters);
    normalise();
    meanRate();
    propellant_kg = Math.max(0, propellant_kg - thrusters.used_kg());
    refreshInertia();
  }

  /** Fills in q_BI as it will be after some time at the present body rate. */
  public void attitudeAhead(double ahead_s, double[] q_BI) {
    double rate_rad_s = Math.sqrt(state[4] * state[4] + state[5] * state[5] + state[6] * state[6]);
    double half = 0.5 * rate_rad_s * ahead_s;
    double c = FastMath.cos(half);
    double s = rate_rad_s > 0 ? -FastMath.sin(half) / rate_rad_s : 0;
    double x = s * state[4];
    double y = s * state[5];
    double z = s * state[6];
    q_BI[0] = c * state[0] - x * state[1] - y * state[2] - z * state[3];
    q_BI[1] = c * state[1] + x * state[0] + y * state[3] - z * state[2];
    q_BI[2] = c * state[2] + y * state[0] + z * state[1] - x * state[3];
    q_BI[3] = c * state[3] + z * state[0] + x * state[2] - y * state[1];
  }

  /** Loses propellant without thrust. */
  public void leak(double lost_kg) {
    propellant_kg = Math.max(0, propellant_kg - lost_kg);
    refreshInertia();
  }

  /** Impulses act at their centroids, along the attitude that the body has then. */
  private void translate(ThrusterSet thrusters) {
    double mass = mass_kg() - thrusters.used_kg() / 2;
    double[] j = thrusters.impulse_N_s();
    double[] jc = thrusters.impulseTimesCentroid_N_s2();
    double[] jr = thrusters.impulseTimesRest_N_s2();
    for (int i = 0; i < 3; i++) {
      int k = (i + 1) % 3;
      int l = (i + 2) % 3;
      deltaV_B_m_s[i] = j[i] / mass;
      work[i] = (j[i] + state[4 + k] * jc[l] - state[4 + l] * jc[k]) / mass;
    }
    BodyFrame.toInertial(state, work, deltaV_I_m_s);
    for (int i = 0; i < 3; i++) {
      work[i] = jr[i] / mass;
    }
    BodyFrame.toInertial(state, work, shift_I_m);
  }

  private double wheelTorque(int wheel, double asked) {
    double torque = Math.max(-WHEEL_TORQUE_N_M, Math.min(WHEEL_TORQUE_N_M, asked));
    // a torque on the body of T takes T dt from the wheel, which may not run past its end
    double momentum = state[7 + wheel];
    double lowest = (momentum - WHEEL_MOMENTUM_N_M_S) / STEP_S;
    double highest = (momentum + WHEEL_MOMENTUM_N_M_S) / STEP_S;
    return Math.max(lowest, Math.min(highest, torque));
  }

  /** 3 mu / r^3 (u x J u), u towards Earth; Wertz (1978), eq. 17-31. */
  private void addGravityGradient(double[] r_I_m, double mu_m3_s2) {
    BodyFrame.toBody(state, r_I_m, work);
    double r2 = work[0] * work[0] + work[1] * work[1] + work[2] * work[2];
    double factor = 3 * mu_m3_s2 / (r2 * r2 * Math.sqrt(r2));
    torque_N_m[0] += factor * (inertia_kg_m2[2] - inertia_kg_m2[1]) * work[1] * work[2];
    torque_N_m[1] += factor * (inertia_kg_m2[0] - inertia_kg_m2[2]) * work[2] * work[0];
    torque_N_m[2] += factor * (inertia_kg_m2[1] - inertia_kg_m2[0]) * work[0] * work[1];
  }

  private void rungeKutta4() {
    System.arraycopy(state, 0, stage, 0, 10);
    for (int i = 0; i < 10; i++) {
      sum[i] = 0;
    }
    for (int s = 0; s < 4; s++) {
      derivative(stage);
      double weight = s == 0 || s == 3 ? 1 : 2;
      double ahead = s == 2 ? STEP_S : STEP_S / 2;
      for (int i = 0; i < 10; i++) {
        sum[i] += weight * rate[i];
        stage[i] = state[i] + ahead * rate[i];
      }
    }
    for (int i = 0; i < 10; i++) {
      state[i] += STEP_S / 6 * sum[i];
    }
  }

  private void derivative(double[] s) {
    double wx = s[4];
    double wy = s[5];
    double wz = s[6];
    rate[0] = 0.5 * (wx * s[1] + wy * s[2] + wz * s[3]);
    rate[1] = -0.5 * (wx * s[0] + wy * s[3] - wz * s[2]);
    rate[2] = -0.5 * (wy * s[0] + wz * s[1] - wx * s[3]);
    rate[3] = -0.5 * (wz * s[0] + wx * s[2] - wy * s[1]);
    double hx = inertia_kg_m2[0] * wx + s[7];
    double hy = inertia_kg_m2[1] * wy + s[8];
    double hz = inertia_kg_m2[2] * wz + s[9];
    rate[4] = (torque_N_m[0] + wheelTorque_N_m[0] - (wy * hz - wz * hy)) / inertia_kg_m2[0];
    rate[5] = (torque_N_m[1] + wheelTorque_N_m[1] - (wz * hx - wx * hz)) / inertia_kg_m2[1];
    rate[6] = (torque_N_m[2] + wheelTorque_N_m[2] - (wx * hy - wy * hx)) / inertia_kg_m2[2];
    rate[7] = -wheelTorque_N_m[0];
    rate[8] = -wheelTorque_N_m[1];
    rate[9] = -wheelTorque_N_m[2];
  }

  /** Angular impulses were spread over the step; those with an earlier centroid turn it further. */
  private void centroidTurn(ThrusterSet thrusters) {
    double[] early = thrusters.angularImpulseTimesEarly_N_m_s2();
    double x = -0.5 * early[0] / inertia_kg_m2[0];
    double y = -0.5 * early[1] / inertia_kg_m2[1];
    double z = -0.5 * early[2] / inertia_kg_m2[2];
    double q0 = state[0];
    double q1 = state[1];
    double q2 = state[2];
    double q3 = state[3];
    state[0] = q0 - x * q1 - y * q2 - z * q3;
    state[1] = q1 + x * q0 + y * q3 - z * q2;
    state[2] = q2 + y * q0 + z * q1 - x * q3;
    state[3] = q3 + z * q0 + x * q2 - y * q1;
  }

  private void normalise() {
    double norm =
        Math.sqrt(
            state[0] * state[0] + state[1] * state[1] + state[2] * state[2] + state[3] * state[3]);
    for (int i = 0; i < 4; i++) {
      state[i] /= norm;
    }
  }

  /** The turn from before to now, as a vector, over the step. */
  private void meanRate() {
    // q_now * conj(q_before) = (cos, -sin(angle/2) axis)
    double b0 = before[0];
    double b1 = before[1];
    double b2 = before[2];
    double b3 = before[3];
    double d0 = state[0] * b0 + state[1] * b1 + state[2] * b2 + state[3] * b3;
    double d1 = -state[0] * b1 + state[1] * b0 - state[2] * b3 + state[3] * b2;
    double d2 = -state[0] * b2 + state[1] * b3 + state[2] * b0 - state[3] * b1;
    double d3 = -state[0] * b3 - state[1] * b2 + state[2] * b1 + state[3] * b0;
    double sine = Math.sqrt(d1 * d1 + d2 * d2 + d3 * d3);
    double perSine = -2 * arcPerSine(sine) * Math.signum(d0) / STEP_S;
    meanRate_rad_s[0] = perSine * d1;
    meanRate_rad_s[1] = perSine * d2;
    meanRate_rad_s[2] = perSine * d3;
  }

  /** asin(s) / s. */
  private static double arcPerSine(double s) {
    return s < 1e-4 ? 1 + s * s / 6 : FastMath.asin(Math.min(1, s)) / s;
  }

  private void refreshInertia() {
    double tank = 0.4 * propellant_kg * TANK_RADIUS_M * TANK_RADIUS_M;
    for (int i = 0; i < 3; i++) {
      inertia_kg_m2[i] = DRY_INERTIA_KG_M2[i] + tank;
    }
  }

  @Override
  public void save(ByteBuffer out) {
    Kept.put(out, state);
    Kept.put(out, meanRate_rad_s);
    Kept.put(out, deltaV_B_m_s);
    out.putDouble(propellant_kg);
  }

  @Override
  public void restore(ByteBuffer in) {
    Kept.get(in, state);
    Kept.get(in, meanRate_rad_s);
    Kept.get(in, deltaV_B_m_s);
    propellant_kg = in.getDouble();
    refreshInertia();
  }
}
