package org.holdpoint.flight.navigation;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * A small world for tests of navigation and control: two orbits with J2, J3 and differential drag,
 * a rigid body with three wheels and imperfect thrusters, and the sensors with their stated noise.
 */
public final class SmallWorld {
  private static final double MU = 3.986004415e14;
  private static final double RE = 6378136.3;
  private static final double ARCSECOND = Math.PI / 648000;
  private static final double TARGET_SIZE_M = 3;
  private static final Vec3 INERTIA = new Vec3(40.6, 44.1, 50.9);

  /** Half the largest dimension of the target. */
  public static final double HULL_RADIUS_M = 1.6;

  public static final long START_TAI_NS = 2_183_000_000_000_000_000L;

  private final Noise noise;
  private final double[] thrusterScale = new double[ActuatorCommands.THRUSTERS];
  private final Vec3[] thrusterDirection = new Vec3[ActuatorCommands.THRUSTERS];
  private Vec3 r_T;
  private Vec3 v_T;
  private Vec3 r_C;
  private Vec3 v_C;
  private Quaternion q_BI;
  private Vec3 rate_B = Vec3.ZERO;
  private Vec3 wheels_B = Vec3.ZERO;
  private Vec3 deltaV_B = Vec3.ZERO;
  private Vec3 meanRate_B = Vec3.ZERO;
  private final Vec3 gyroBias_B;
  private double propellant_kg = 12;
  private long number;

  /** Along-track acceleration of the chaser against the target. */
  public double differentialDrag_m_s2 = -1e-7;

  /** Unmodelled acceleration as white noise, (m/s)2 per second and axis. */
  public double accelerationNoise;

  /** Distance of the nearest part of the target's hull. */
  public double facet_m = 1.1;

  /** Added to what GNSS measures. */
  public Vec3 gnssError_m = Vec3.ZERO;

  /** Added to what ranger A measures. */
  public double rangerError_m;

  public boolean rangerOn = true;
  public boolean cameraOn = true;
  public boolean trackerOn = true;
  public boolean gnssOn = true;
  public boolean imuOn = true;

  /** IMU A's gyro repeats its last value with fresh times. */
  public boolean gyroFrozen;

  private Vec3 gyroSaid = Vec3.ZERO;

  /** Direction to the Sun for the Sun sensor; null in eclipse. */
  public @Nullable Vec3 sun_I;

  Vec3 accelerometerError_m_s = Vec3.ZERO; // in each sample

  /** Body x points to the target and keeps doing so without control. */
  public boolean attitudePerfect;

  /** Where the centre of mass really is. */
  public Vec3 centreOfMass_B_m = Vec3.ZERO;

  private double deltaVGiven_m_s;

  public SmallWorld(long seed, RelativeState start) {
    noise = new Noise(seed);
    double a = RE + 500e3;
    double i = FastMath.toRadians(97.4);
    double speed = Math.sqrt(MU / a) * (1 + 2e-4);
    r_T = new Vec3(a, 0, 0);
    v_T = new Vec3(0, speed * FastMath.cos(i), speed * FastMath.sin(i));
    LocalFrame frame = frame();
    r_C = frame.position_I_m(start);
    v_C = frame.velocity_I_m_s(start);
    q_BI = pointing();
    rate_B = q_BI.rotate(frame.q_LI().conjugate().rotate(frame.rate_L_rad_s()));
    gyroBias_B = noise.vector(5e-6);
    for (int j = 0; j < thrusterScale.length; j++) {
      thrusterScale[j] = 1 + 0.01 * noise.gaussian();
      Vec3 nominal = ThrusterGeometry.THRUSTERS.get(j).direction_B();
      thrusterDirection[j] = nominal.plus(noise.vector(0.012)).unit();
    }
  }

  /** Configuration with a first guess that is off by draws of the stated uncertainty. */
  public FlightConfiguration configuration(double positionSigma_m, double velocitySigma_m_s) {
    return configuration(relative().r_CT_L_m(), positionSigma_m, velocitySigma_m_s);
  }

  FlightConfiguration configuration(
      Vec3 believed_L_m, double positionSigma_m, double velocitySigma_m_s) {
    RelativeState truth = relative();
    return new FlightConfiguration(
        START_TAI_NS,
        r_T.plus(noise.vector(50)),
        v_T.plus(noise.vector(0.05)),
        believed_L_m.plus(noise.vector(positionSigma_m)),
        truth.v_CT_L_m_s().plus(noise.vector(velocitySigma_m_s)),
        positionSigma_m,
        velocitySigma_m_s,
        238,
        12,
        2,
        HULL_RADIUS_M,
        1,
        List.of(),
        new Vec3(0, -1000, 0));
  }

  public LocalFrame frame() {
    return LocalFrame.of(r_T, v_T);
  }

  public RelativeState relative() {
    return frame().toRelative(r_C, v_C);
  }

  public Tick tick() {
    return new Tick(number, START_TAI_NS + number * Tick.PERIOD_NS);
  }

  public Vec3 r_C_I_m() {
    return r_C;
  }

  public Vec3 v_C_I_m_s() {
    return v_C;
  }

  public Quaternion q_BI() {
    return q_BI;
  }

  public Vec3 wheelMomentum_B() {
    return wheels_B;
  }

  public void wheelMomentum_B(Vec3 momentum) {
    wheels_B = momentum;
  }

  /** Sum of the magnitudes of the delta-v that the thrusters gave. */
  public double deltaVGiven_m_s() {
    return deltaVGiven_m_s;
  }

  public void turn(Vec3 angle_rad) {
    q_BI = Quaternion.ofBodyTurn(angle_rad).times(q_BI).normalized();
  }

  /** Body x to the target, body z near the orbit normal. */
  private Quaternion pointing() {
    LocalFrame frame = frame();
    Vec3 line = relative().r_CT_L_m().negated();
    return Rotations.ofTwoVectors(line, new Vec3(0, 0, 1)).times(frame.q_LI());
  }

  /** What the sensors deliver now. */
  public SensorSamples samples() {
    long t = tick().tai_ns();
    boolean second = number % 10 == 0;
    RelativeState relative = relative();
    double range = relative.range_m();
    Vec3 u_B = q_BI.rotate(r_T.minus(r_C).unit());
    double sigma = Math.max(20 * ARCSECOND, 0.1 * TARGET_SIZE_M / range);
    AttitudeFix tracker =
        new AttitudeFix(
            t,
            Quaternion.ofBodyTurn(
                    new Vec3(
                        5 * ARCSECOND * noise.gaussian(),
                        5 * ARCSECOND * noise.gaussian(),
                        30 * ARCSECOND * noise.gaussian()))
                .times(q_BI));
    Vec3 turning = meanRate_B.plus(gyroBias_B).plus(noise.vector(9.2e-6));
    gyroSaid = gyroFrozen ? gyroSaid : turning;
    InertialSample imu =
        new InertialSample(
            t, gyroSaid, deltaV_B.plus(noise.vector(5e-6)).plus(accelerometerError_m_s));
    GnssFix gnss =
        new GnssFix(t, r_C.plus(noise.vector(2)).plus(gnssError_m), v_C.plus(noise.vector(0.005)));
    BearingFix bearing = new BearingFix(t, u_B.plus(noise.vector(sigma)).unit(), sigma);
    RangeFix ranger =
        new RangeFix(t, range - facet_m + (0.1 + 0.001 * range) * noise.gaussian() + rangerError_m);
    return new SensorSamples(
        gnssOn && second ? gnss : null,
        trackerOn ? tracker : null,
        imuOn && number > 0 ? imu : null,
        cameraOn && second && u_B.x() > 0.966 ? bearing : null,
        null,
        rangerOn && second && u_B.x() > 0.99939 ? ranger : null,
        second ? sunSeen() : null,
        propellant_kg,
        wheels_B,
        new MonitorSamples(null, null, null, null));
  }

  private @Nullable Vec3 sunSeen() {
    Vec3 sun = sun_I;
    return sun == null ? null : q_BI.rotate(sun).plus(noise.vector(FastMath.toRadians(0.1))).unit();
  }

  /** Body rate, rad/s, body frame. */
  public Vec3 rate_B() {
    return rate_B;
  }

  /** Lives through one tick under these commands. */
  public void step(ActuatorCommands commands) {
    double dt = Tick.PERIOD_S;
    Vec3 impulse = Vec3.ZERO;
    Vec3 angular = Vec3.ZERO;
    double burnt_s = 0;
    for (int j = 0; j < ActuatorCommands.THRUSTERS; j++) {
      double on = 0.001 * commands.onTime_ms(j);
      if (on > 0) {
        ThrusterGeometry.Thruster thruster = ThrusterGeometry.THRUSTERS.get(j);
        Vec3 push = thrusterDirection[j].times(on * thrusterScale[j] * thruster.force_N());
        impulse = impulse.plus(push);
        angular = angular.plus(thruster.position_B_m().minus(centreOfMass_B_m).cross(push));
        burnt_s += on * thruster.force_N();
      }
    }
    double mass = 238 + propellant_kg;
    deltaV_B = impulse.times(1 / mass);
    deltaVGiven_m_s += deltaV_B.norm();
    propellant_kg -= burnt_s / (220 * 9.80665);
    Vec3 before = rate_B;
    Quaternion half = Quaternion.ofBodyTurn(rate_B.times(dt / 2)).times(q_BI);
    Vec3 push_I = half.conjugate().rotate(deltaV_B);

    if (attitudePerfect) {
      Quaternion was = q_BI;
      orbits(dt, push_I);
      q_BI = pointing();
      meanRate_B = Rotations.rotationVector_rad(q_BI.times(was.conjugate())).times(1 / dt);
    } else {
      Vec3 torque = commands.wheelTorque_B_N_m().plus(angular.times(1 / dt));
      Vec3 h = scaled(rate_B).plus(wheels_B);
      Vec3 accelerated = torque.minus(rate_B.cross(h));
      rate_B =
          rate_B.plus(
              new Vec3(
                  accelerated.x() / INERTIA.x() * dt,
                  accelerated.y() / INERTIA.y() * dt,
                  accelerated.z() / INERTIA.z() * dt));
      wheels_B = wheels_B.minus(commands.wheelTorque_B_N_m().times(dt));
      meanRate_B = before.plus(rate_B).times(0.5);
      q_BI = Quaternion.ofBodyTurn(meanRate_B.times(dt)).times(q_BI).normalized();
      orbits(dt, push_I);
    }
    number++;
  }

  private static Vec3 scaled(Vec3 v) {
    return new Vec3(INERTIA.x() * v.x(), INERTIA.y() * v.y(), INERTIA.z() * v.z());
  }

  private void orbits(double dt, Vec3 push_I) {
    Vec3 drag =
        v_C.unit()
            .times(differentialDrag_m_s2 * dt)
            .plus(noise.vector(Math.sqrt(accelerationNoise * dt)));
    v_C = v_C.plus(drag.plus(push_I).times(0.5));
    Vec3[] chaser = carried(r_C, v_C, dt);
    r_C = chaser[0];
    v_C = chaser[1].plus(drag.plus(push_I).times(0.5));
    Vec3[] target = carried(r_T, v_T, dt);
    r_T = target[0];
    v_T = target[1];
  }

  /** Symplectic, fourth order in effect at this step: a Taylor series with the gravity's jerk. */
  private static Vec3[] carried(Vec3 r, Vec3 v, double dt) {
    Vec3 g1 = gravity(r);
    Vec3 g2 = gravity(r.plus(v.times(dt / 2)).plus(g1.times(dt * dt / 8)));
    Vec3 g3 = gravity(r.plus(v.times(dt)).plus(g2.times(dt * dt / 2)));
    Vec3 r1 = r.plus(v.times(dt)).plus(g1.plus(g2.times(2)).times(dt * dt / 6));
    Vec3 v1 = v.plus(g1.plus(g2.times(4)).plus(g3).times(dt / 6));
    return new Vec3[] {r1, v1};
  }

  private static Vec3 gravity(Vec3 r) {
    double r2 = r.dot(r);
    double d = Math.sqrt(r2);
    double s = r.z() / d;
    double c = -MU / (r2 * d);
    double j2 = 1.5 * 1.0826355e-3 * RE * RE / r2;
    double j3 = 2.5 * -2.5324e-6 * RE * RE * RE / (r2 * d);
    double plane = c * (1 + j2 * (1 - 5 * s * s) + j3 * s * (3 - 7 * s * s));
    double axis = c * (1 + j2 * (3 - 5 * s * s) + j3 * s * (6 - 7 * s * s));
    return new Vec3(r.x() * plane, r.y() * plane, r.z() * axis + c * j3 * d * (-0.6));
  }
}
