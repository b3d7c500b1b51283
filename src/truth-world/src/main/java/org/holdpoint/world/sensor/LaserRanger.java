package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.state.NoiseStream;

/**
 * Laser ranger: 1 Hz, 100 ms late, to 3 km; 0.1 m and 0.1 % of the range, one return in five
 * hundred an outlier. Its mirror points the beam at the target within 2 deg of +x body, to 0.2 mrad
 * per axis; the range is that of the facet of the target's hull which the beam hits, and there is
 * none when it misses: from a box of 1.6 m beyond some 2 km now and then.
 */
final class LaserRanger extends Sensor {
  static final double POINTING_RAD = 2e-4;
  static final double REACH_M = 3000;
  private static final double STEERING_COSINE = FastMath.cos(FastMath.toRadians(2));
  private static final double FIXED_1SIGMA_M = 0.1;
  private static final double SHARE_1SIGMA = 0.001;

  private final double[] beam = new double[3];
  private final double[] work = new double[3];

  private final NoiseStream pointing;

  LaserRanger(long runSeed, String unit) {
    super(runSeed, unit, new Rating(10, 1, 0.002), 1);
    pointing = new NoiseStream(runSeed, unit + "/pointing");
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    System.arraycopy(now.toTarget_B, 0, beam, 0, 3);
    Turns.nudge(beam, 0, POINTING_RAD * pointing.gaussian(), POINTING_RAD * pointing.gaussian());
    BodyFrame.toInertial(now.body, beam, work);
    BodyFrame.toBody(now.q_TI, work, beam);
    double range_m = Box.entry_m(now.chaser_T_m, beam, now.hull_m);
    boolean hit = range_m <= REACH_M && now.toTarget_B[0] >= STEERING_COSINE;
    value[0] =
        (hit ? range_m : 0)
            + noise(0, FIXED_1SIGMA_M + SHARE_1SIGMA * Math.min(range_m, REACH_M), errors)
            + errors.offset()[0];
    return hit;
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    pointing.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    pointing.restore(in);
  }
}
