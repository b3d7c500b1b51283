package org.holdpoint.flight;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.motion.Vec3;

/**
 * Where the thrusters sit and which way they push, body frame, about the centre of mass. One table
 * for control and for the actuator gate.
 *
 * <p>Thruster {@code 4 k + s} of the twelve 1 N ones is the first one mirrored by the sign pattern
 * {@code s} (even sign changes) and then cyclically permuted {@code k} times. Fired together they
 * give 3.4 N along any axis, and at least 1.6 N with any one of them failed.
 */
public final class ThrusterGeometry {
  /** Thrusters 0..11 push with this force. */
  public static final double SMALL_FORCE_N = 1.0;

  /** Thrusters 12..15 push with this force, along +x body. */
  public static final double LARGE_FORCE_N = 22.0;

  /** The 1 N thrusters are the first ones. */
  public static final int SMALL_THRUSTERS = 12;

  /** Specific impulse of all thrusters. */
  public static final double SPECIFIC_IMPULSE_S = 220.0;

  /** Standard gravity, by which a specific impulse in seconds is defined. */
  public static final double STANDARD_GRAVITY_M_S2 = 9.80665;

  /** The sixteen thrusters, by number. */
  public static final List<Thruster> THRUSTERS = table();

  private ThrusterGeometry() {}

  /**
   * One thruster.
   *
   * @param position_B_m where it sits
   * @param direction_B unit vector of the force on the body
   * @param force_N force while it is on
   */
  public record Thruster(Vec3 position_B_m, Vec3 direction_B, double force_N) {

    /** Force on the body while it is on. */
    public Vec3 force_B_N() {
      return direction_B.times(force_N);
    }

    /** Torque on the body about the centre of mass while it is on. */
    public Vec3 torque_B_N_m() {
      return position_B_m.cross(force_B_N());
    }
  }

  private static List<Thruster> table() {
    Vec3 position = new Vec3(0.45, 0, -0.45);
    Vec3 direction = new Vec3(-0.553, -0.553, -0.623).unit();
    double[][] signs = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
    List<Thruster> thrusters = new ArrayList<>(ActuatorCommands.THRUSTERS);
    for (int turns = 0; turns < 3; turns++) {
      for (double[] sign : signs) {
        thrusters.add(
            new Thruster(
                turned(mirrored(position, sign), turns),
                turned(mirrored(direction, sign), turns),
                SMALL_FORCE_N));
      }
    }
    for (double y : new double[] {0.3, -0.3}) {
      for (double z : new double[] {0.3, -0.3}) {
        thrusters.add(new Thruster(new Vec3(-0.6, y, z), new Vec3(1, 0, 0), LARGE_FORCE_N));
      }
    }
    return List.copyOf(thrusters);
  }

  private static Vec3 mirrored(Vec3 v, double[] sign) {
    return new Vec3(sign[0] * v.x(), sign[1] * v.y(), sign[2] * v.z());
  }

  private static Vec3 turned(Vec3 v, int times) {
    Vec3 turned = v;
    for (int i = 0; i < times; i++) {
      turned = new Vec3(turned.z(), turned.x(), turned.y());
    }
    return turned;
  }
}
