package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.Kept;

/**
 * The chaser as a rigid body with three wheels on its axes, thrusters and a tank: attitude, rate,
 * wheel momentum and propellant. Mass, centre of mass and inertia follow the propellant, a sphere
 * whose centre lies beside that of the dry body; thrusters and surface forces push about where the
 * centre of mass is then. Body axes have their origin in the dry body's centre of mass.
 */
public final class ChaserBody implements Kept {
  /** Inertia of the dry body about its own centre of mass; 40, 45, 50 with 12 kg and the offset. */
  private static final double[] DRY_INERTIA_KG_M2 = {39.84, 44.84, 49.84};

  private static final double TANK_RADIUS_M = 0.18;

  /** Centre of the tank: 12 kg of 250 kg in it shift the centre of mass by 1 mm. */
  private static final double[] TANK_B_M = {0.02, -0.01, 0.01};

  /** Where drag and sunlight push, as if in one point. */
  private static final double[] PRESSURE_CENTRE_B_M = {0.03, 0, 0.02};

  /** Largest torque of a wheel. */
  public static final double WHEEL_TORQUE_N_M = 0.2;

  /** Largest momentum of a wheel. */
  public static final double WHEEL_MOMENTUM_N_M_S = 8;

  /** Dry friction that the drive of a wheel does not compensate. */
  public static final double WHEEL_FRICTION_N_M = 0.0005;

  /** Viscous friction of a wheel for each N m s of momentum, likewise: 0.8 mN m at the end. */
  public static final double WHEEL_DRAG_PER_S = 1e-4;

  private static final double STEP_S = RigidBody.STEP_S;

  private final double dryMass_kg;
  private double propellant_kg;
  private final RigidBody rigid = new RigidBody();
  private final double[] state = rigid.state();

  private final double[] centreOfMass_B_m = new double[3];
  private final double[] torque_N_m = new double[3];
  private final double[] wheelTorque_N_m = new double[3];
  private final double[] work = new double[3];
  private final double[] before = new double[4];
  private final double[] meanRate_rad_s = new double[3];
  private final double[] deltaV_B_m_s = new double[3];
  private final double[] deltaV_I_m_s = new double[3];
  private final double[] shift_I_m = new double[3];

  public ChaserBody(double dryMass_kg, double propellant_kg) {
    this.dryMass_kg = dryMass_kg;
    this.propellant_kg = propellant_kg;
    shareOutMass();
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

  /** The matrix of inertia about the centre of mass: xx, yy, zz, xy, xz, yz; do not change it. */
  public double[] inertia_kg_m2() {
    return rigid.inertia_kg_m2();
  }

  /** The centre of mass from that of the dry body, body axes; do not change it. */
  public double[] centreOfMass_B_m() {
    return centreOfMass_B_m;
  }

  /**
   * Advances by 100 ms.
   *
   * @param thrusters what they give in this step
   * @param wheelTorque_B_N_m torque on the body asked from each wheel
   * @param stuckWheels wheels that give no torque
   * @param r_I_m where the chaser is, for the gravity gradient
   * @param surface_I_m_s2 its acceleration by drag and sunlight, GCRF
   */
  public void advance(
      ThrusterSet thrusters,
      double[] wheelTorque_B_N_m,
      boolean[] stuckWheels,
      double[] r_I_m,
      double mu_m3_s2,
      double[] surface_I_m_s2) {
    translate(thrusters);
    double[] impulse = thrusters.impulse_N_s();
    for (int i = 0; i < 3; i++) {
      int k = (i + 1) % 3;
      int l = (i + 2) % 3;
      wheelTorque_N_m[i] = stuckWheels[i] ? 0 : wheelTorque(i, wheelTorque_B_N_m[i]);
      double shifted = centreOfMass_B_m[k] * impulse[l] - centreOfMass_B_m[l] * impulse[k];
      torque_N_m[i] = (thrusters.angularImpulse_N_m_s()[i] - shifted) / STEP_S;
    }
    addSurfaceTorque(surface_I_m_s2);
    addGravityGradient(r_I_m, mu_m3_s2);
    System.arraycopy(state, 0, before, 0, 4);
    rigid.advance(torque_N_m, wheelTorque_N_m);
    centroidTurn(thrusters);
    meanRate();
    // what leaves has turned with the body: it takes its share of momentum and leaves the rate
    propellant_kg = Math.max(0, propellant_kg - thrusters.used_kg());
    shareOutMass();
  }

  /** Fills in q_BI as it will be after some time at the present body rate. */
  public void attitudeAhead(double ahead_s, double[] q_BI) {
    rigid.attitudeAhead(ahead_s, q_BI);
  }

  /** Loses propellant without thrust. */
  public void leak(double lost_kg) {
    propellant_kg = Math.max(0, propellant_kg - lost_kg);
    shareOutMass();
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

  /**
   * Torque on the body, mean over the step: what is asked within the wheel's torque, less friction,
   * which never turns a wheel round, and within its momentum. What the body gets the wheel loses.
   */
  private double wheelTorque(int wheel, double asked) {
    double torque = Math.max(-WHEEL_TORQUE_N_M, Math.min(WHEEL_TORQUE_N_M, asked));
    double momentum = state[7 + wheel];
    double driven = momentum - STEP_S * torque;
    double friction = STEP_S * (WHEEL_FRICTION_N_M + WHEEL_DRAG_PER_S * Math.abs(momentum));
    double size = Math.max(0, Math.min(WHEEL_MOMENTUM_N_M_S, Math.abs(driven) - friction));
    return (momentum - (driven < 0 ? -size : size)) / STEP_S;
  }

  private void addSurfaceTorque(double[] surface_I_m_s2) {
    BodyFrame.toBody(state, surface_I_m_s2, work);
    for (int i = 0; i < 3; i++) {
      int k = (i + 1) % 3;
      int l = (i + 2) % 3;
      double arm_k = PRESSURE_CENTRE_B_M[k] - centreOfMass_B_m[k];
      double arm_l = PRESSURE_CENTRE_B_M[l] - centreOfMass_B_m[l];
      torque_N_m[i] += mass_kg() * (arm_k * work[l] - arm_l * work[k]);
    }
  }

  /** 3 mu / r^3 (u x J u), u towards Earth; Wertz (1978), eq. 17-31. */
  private void addGravityGradient(double[] r_I_m, double mu_m3_s2) {
    BodyFrame.toBody(state, r_I_m, work);
    double x = work[0];
    double y = work[1];
    double z = work[2];
    double r2 = x * x + y * y + z * z;
    double factor = 3 * mu_m3_s2 / (r2 * r2 * Math.sqrt(r2));
    double jx = rigid.inertiaTimes(0, x, y, z);
    double jy = rigid.inertiaTimes(1, x, y, z);
    double jz = rigid.inertiaTimes(2, x, y, z);
    torque_N_m[0] += factor * (y * jz - z * jy);
    torque_N_m[1] += factor * (z * jx - x * jz);
    torque_N_m[2] += factor * (x * jy - y * jx);
  }

  /** Angular impulses were spread over the step; those with an earlier centroid turn it further. */
  private void centroidTurn(ThrusterSet thrusters) {
    double[] early = thrusters.angularImpulseTimesEarly_N_m_s2();
    if (early[0] == 0 && early[1] == 0 && early[2] == 0) {
      return;
    }
    rigid.turn(
        rigid.inverseTimes(0, early[0], early[1], early[2]),
        rigid.inverseTimes(1, early[0], early[1], early[2]),
        rigid.inverseTimes(2, early[0], early[1], early[2]));
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

  /** Mass, centre of mass and inertia (Huygens and Steiner) with the present propellant. */
  private void shareOutMass() {
    double share = propellant_kg / mass_kg();
    double x = TANK_B_M[0];
    double y = TANK_B_M[1];
    double z = TANK_B_M[2];
    centreOfMass_B_m[0] = share * x;
    centreOfMass_B_m[1] = share * y;
    centreOfMass_B_m[2] = share * z;
    double sphere = 0.4 * propellant_kg * TANK_RADIUS_M * TANK_RADIUS_M;
    double apart_kg = dryMass_kg * share;
    rigid.setInertia(
        DRY_INERTIA_KG_M2[0] + sphere + apart_kg * (y * y + z * z),
        DRY_INERTIA_KG_M2[1] + sphere + apart_kg * (x * x + z * z),
        DRY_INERTIA_KG_M2[2] + sphere + apart_kg * (x * x + y * y),
        -apart_kg * x * y,
        -apart_kg * x * z,
        -apart_kg * y * z);
  }

  @Override
  public void save(ByteBuffer out) {
    rigid.save(out);
    Kept.put(out, meanRate_rad_s);
    Kept.put(out, deltaV_B_m_s);
    out.putDouble(propellant_kg);
  }

  @Override
  public void restore(ByteBuffer in) {
    rigid.restore(in);
    Kept.get(in, meanRate_rad_s);
    Kept.get(in, deltaV_B_m_s);
    propellant_kg = in.getDouble();
    shareOutMass();
  }
}
