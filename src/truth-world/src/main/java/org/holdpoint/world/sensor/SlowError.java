package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/**
 * An error that lasts: per axis a first-order Gauss-Markov process, x' = x exp(-h/tau) + w, started
 * in its steady state (Gelb, Applied Optimal Estimation, 1974, section 3.6). It has a stream of its
 * own and goes on whether or not the unit sees anything.
 */
final class SlowError implements Kept {
  private final double keep;
  private final double drive;
  private final NoiseStream noise;
  private final double[] error;

  /**
   * @param sigma steady-state standard deviation per axis
   * @param correlation_s time after which it has faded to 1/e
   */
  SlowError(
      long runSeed, String unit, int axes, double sigma, double correlation_s, double step_s) {
    keep = FastMath.exp(-step_s / correlation_s);
    drive = sigma * Math.sqrt(1 - keep * keep);
    noise = new NoiseStream(runSeed, unit + "/slow");
    error = new double[axes];
    for (int i = 0; i < axes; i++) {
      error[i] = sigma * noise.gaussian();
    }
  }

  void step() {
    for (int i = 0; i < error.length; i++) {
      error[i] = keep * error[i] + drive * noise.gaussian();
    }
  }

  double get(int axis) {
    return error[axis];
  }

  @Override
  public void save(ByteBuffer out) {
    noise.save(out);
    Kept.put(out, error);
  }

  @Override
  public void restore(ByteBuffer in) {
    noise.restore(in);
    Kept.get(in, error);
  }
}
