package org.holdpoint.flight.navigation;

import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Tells thrust from the accelerometers' noise and bias. A sample within the quiet zone about the
 * estimated bias counts as no thrust and teaches the bias; any other counts in full, less the bias.
 * Drag (1e-7 m/s2) is far below either. The smallest firing that control commands, a force of
 * balanced torque, gives more than the quiet zone.
 */
final class SensedDeltaV implements Retained {
  /** Radius of the quiet zone, m/s in a sample of 100 ms: 5 um/s per axis stay inside it. */
  static final double QUIET_M_S = 3e-5;

  /** Bias is learnt with a time constant of 60 s. */
  private static final double BIAS_GAIN = 1.0 / 600;

  private Vec3 bias_B_m_s = Vec3.ZERO;

  /** Delta-v of one sample without noise and bias, body frame; null vector when quiet. */
  Vec3 of(Vec3 sample_B_m_s) {
    Vec3 excess = sample_B_m_s.minus(bias_B_m_s);
    if (excess.norm() < QUIET_M_S) {
      bias_B_m_s = bias_B_m_s.plus(excess.times(BIAS_GAIN));
      return Vec3.ZERO;
    }
    return excess;
  }

  @Override
  public void save(StateWriter out) {
    out.put(bias_B_m_s);
  }

  @Override
  public void restore(StateReader in) {
    bias_B_m_s = in.getVec3();
  }
}
