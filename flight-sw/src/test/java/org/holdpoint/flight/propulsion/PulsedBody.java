package org.holdpoint.flight.propulsion;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.motion.Vec3;

/**
 * A rigid body in steps of a millisecond with imperfect thrusters whose thrust rises and falls,
 * three wheels with friction, and an IMU. Its pilot fires balanced sets at random, damps the rates
 * and sometimes slews.
 */
final class PulsedBody {
  private static final Vec3 INERTIA = new Vec3(39.2, 46.0, 51.0);
  private static final Vec3 CENTRE = new Vec3(0.004, -0.002, 0.003);
  private final double[] magnitude = new double[16];
  private final Vec3[] direction = new Vec3[16];
  private final double[] level = new double[16];
  private long counter;
  private long number;
  private Vec3 rate = Vec3.ZERO;
  private Vec3 wheels = new Vec3(1, -2, 0.5);
  private Vec3 meanRate = Vec3.ZERO;
  private Vec3 deltaV = Vec3.ZERO;
  private Vec3 wantedRate = Vec3.ZERO;
  private int burning;
  private int set;

  PulsedBody(long seed) {
    counter = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < 16; i++) {
      var thruster = ThrusterGeometry.THRUSTERS.get(i);
      magnitude[i] = thruster.force_N() * (1 + 0.01 * normal());
      direction[i] =
          thruster.direction_B().plus(new Vec3(normal(), normal(), normal()).times(0.006)).unit();
    }
  }

  Tick tick() {
    return new Tick(number, number * Tick.PERIOD_NS);
  }

  double mass_kg() {
    return 248.5;
  }

  Vec3 wheels_B_N_m_s() {
    return wheels.plus(noise(0.001));
  }

  InertialSample sample(Vec3 accelerometerBias_B_m_s2, boolean frozenGyro) {
    Vec3 felt = deltaV.plus(accelerometerBias_B_m_s2.times(0.1)).plus(noise(5e-6));
    Vec3 turned = meanRate.plus(new Vec3(2e-6, -3e-6, 1e-6)).plus(noise(9.2e-6));
    return new InertialSample(
        number * Tick.PERIOD_NS, frozenGyro ? new Vec3(1e-3, 0, 0) : turned, felt);
  }

  ActuatorCommands wanted(int isolated) {
    int[] on = new int[16];
    if (burning == 0 && uniform() < 0.02) {
      burning = uniform() < 0.2 ? 40 : 1;
      set = (int) (6 * uniform());
    }
    if (burning > 0) {
      burning--;
      int ms = burning > 0 ? 100 : 20 + (int) (60 * uniform());
      Vec3 axis = new Vec3(set / 2 == 0 ? 1 : 0, set / 2 == 1 ? 1 : 0, set / 2 == 2 ? 1 : 0);
      axis = set % 2 == 0 ? axis : axis.negated();
      for (int i = 0; i < 12; i++) {
        boolean along = ThrusterGeometry.THRUSTERS.get(i).direction_B().dot(axis) > 0.5;
        on[i] = along && (isolated >> i & 1) == 0 ? ms : 0;
      }
    }
    if (uniform() < 0.002) {
      wantedRate = new Vec3(normal(), normal(), normal()).unit().times(0.0174 * uniform());
    }
    Vec3 asked = scaled(wantedRate.minus(rate)).times(0.9);
    double most = Math.max(Math.abs(asked.x()), Math.max(Math.abs(asked.y()), Math.abs(asked.z())));
    Vec3 torque = most > 0.2 ? asked.times(0.2 / most) : asked;
    return new ActuatorCommands(on, torque, isolated);
  }

  void step(ActuatorCommands commands, double[] strength, double[] leak, boolean stuckWheel) {
    Vec3 angle = Vec3.ZERO;
    Vec3 given = Vec3.ZERO;
    Vec3 asked = commands.wheelTorque_B_N_m();
    Vec3 drive =
        new Vec3(stuckWheel ? 0 : asked.x(), asked.y(), asked.z())
            .minus(new Vec3(0.0005, -0.0005, 0.0005));
    double[] scatter = new double[16];
    for (int i = 0; i < 16; i++) {
      scatter[i] = 1 + 0.01 * normal();
    }
    double h = 0.001;
    for (int ms = 0; ms < 100; ms++) {
      Vec3 force = Vec3.ZERO;
      Vec3 torque = drive;
      for (int i = 0; i < 16; i++) {
        boolean shut = (commands.isolated() >> i & 1) == 1;
        double to = ms < commands.onTime_ms(i) ? strength[i] : leak[i];
        double constant_s = to > level[i] ? 0.008 : 0.009;
        level[i] = shut ? 0 : to + (level[i] - to) * FastMath.exp(-h / constant_s);
        if (level[i] > 1e-9) {
          Vec3 push = direction[i].times(magnitude[i] * level[i] * scatter[i]);
          force = force.plus(push);
          torque =
              torque.plus(
                  ThrusterGeometry.THRUSTERS.get(i).position_B_m().minus(CENTRE).cross(push));
        }
      }
      Vec3 net = torque.minus(rate.cross(scaled(rate).plus(wheels)));
      rate =
          rate.plus(
              new Vec3(net.x() / INERTIA.x(), net.y() / INERTIA.y(), net.z() / INERTIA.z())
                  .times(h));
      wheels = wheels.minus(drive.times(h));
      angle = angle.plus(rate.times(h));
      given = given.plus(force.times(h / mass_kg()));
    }
    meanRate = angle.times(10);
    deltaV = given;
    number++;
  }

  private static Vec3 scaled(Vec3 v) {
    return new Vec3(INERTIA.x() * v.x(), INERTIA.y() * v.y(), INERTIA.z() * v.z());
  }

  private Vec3 noise(double sigma) {
    return new Vec3(sigma * normal(), sigma * normal(), sigma * normal());
  }

  private double uniform() {
    counter += 0x9E3779B97F4A7C15L;
    long z = counter;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }

  private double normal() {
    return Math.sqrt(-2 * FastMath.log(1 - uniform())) * FastMath.cos(2 * Math.PI * uniform());
  }
}
