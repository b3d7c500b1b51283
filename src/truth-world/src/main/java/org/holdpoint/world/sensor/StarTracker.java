package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Star tracker: 10 Hz, 5" across and 30" about its boresight, of it 1" across that changes with
 * temperature over an orbit. It gives no attitude with the Sun within 30 deg of its boresight or
 * Earth's limb within 10 deg of it, nor when the body turns faster than 2 deg/s.
 *
 * <p>Cameras look along +x at the target and +z stands near the orbit normal, so that -z sees
 * neither target nor Earth on V-bar (the limb of a 500 km orbit is 22 deg off), and in the orbits
 * over the terminator that are flown first the Sun stands on the other side. Tracker A looks there.
 * On an ellipse about the target that leaves its orbital plane, -z dips to the limb twice an orbit;
 * tracker B, on which the safety monitor stands alone, has two heads at 45 deg to either side, of
 * which one is clear then, and gives the attitude by the first that is.
 */
final class StarTracker extends Sensor {
  private static final double ARCSECOND_RAD = FastMath.PI / 648_000;
  static final double ACROSS_WHITE_RAD = Math.sqrt(24) * ARCSECOND_RAD;
  static final double ACROSS_SLOW_RAD = ARCSECOND_RAD;
  static final double ABOUT_WHITE_RAD = 30 * ARCSECOND_RAD;
  static final double ORBIT_S = 5_700;

  /** One head, along -z. */
  static final double[][] HEAD_A = {{0, 0, -1}};

  /** Two heads in the x-z plane. */
  static final double[][] HEADS_B = {
    {Math.sqrt(0.5), 0, -Math.sqrt(0.5)}, {-Math.sqrt(0.5), 0, -Math.sqrt(0.5)}
  };

  private static final double SUN_COSINE = FastMath.cos(FastMath.toRadians(30));
  private static final double LIMB_COSINE = FastMath.cos(FastMath.toRadians(10));
  private static final double LIMB_SINE = FastMath.sin(FastMath.toRadians(10));
  private static final double FASTEST_RAD_S = FastMath.toRadians(2);

  private final double[][] boresight_B;
  private final SlowError across_rad;
  private final double[] error_rad = new double[3];

  /**
   * @param boresight_B unit vectors in the x-z plane of the body, one per head
   */
  StarTracker(long runSeed, String unit, double[][] boresight_B) {
    super(runSeed, unit, new Rating(1, 0, 0.0002), 4);
    this.boresight_B = boresight_B;
    across_rad = new SlowError(runSeed, unit, 2, ACROSS_SLOW_RAD, ORBIT_S, period_s());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    across_rad.step();
    int head = clearHead(now);
    double[] b = boresight_B[Math.max(0, head)];
    // across the boresight are y and, in the x-z plane, (-b.z, 0, b.x)
    double inPlane = across_rad.get(0) + noise(0, ACROSS_WHITE_RAD, errors);
    double about = noise(2, ABOUT_WHITE_RAD, errors);
    error_rad[0] = about * b[0] - inPlane * b[2] + errors.offset()[0];
    error_rad[1] = across_rad.get(1) + noise(1, ACROSS_WHITE_RAD, errors) + errors.offset()[1];
    error_rad[2] = about * b[2] + inPlane * b[0] + errors.offset()[2];
    Turns.bodyTurned(now.body, error_rad, value);
    double wx = now.body[4];
    double wy = now.body[5];
    double wz = now.body[6];
    return head >= 0 && wx * wx + wy * wy + wz * wz <= FASTEST_RAD_S * FASTEST_RAD_S;
  }

  /** The first head that neither Sun nor Earth blinds, or -1. */
  private int clearHead(Situation now) {
    for (int i = 0; i < boresight_B.length; i++) {
      boolean sun = now.chaserLit && Situation.dot(now.sun_B, boresight_B[i]) > SUN_COSINE;
      if (!sun && now.aboveLimb(boresight_B[i], LIMB_COSINE, LIMB_SINE)) {
        return i;
      }
    }
    return -1;
  }

  /** The numbers are a quaternion: its vector part is what has axes. */
  @Override
  void swapAxes(int pair) {
    exchange(1 + pair, 1 + (pair + 1) % 3);
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    across_rad.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    across_rad.restore(in);
  }
}
