package org.holdpoint.flight.navigation;

import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Tells thrust from the accelerometers' noise and bias. A sample within the quiet zone about the
 * estimated bias counts as no thrust and teaches the bias; any other counts in full, less the bias.
 * Drag (1e-7 m/s2) is far below either. The smallest firing that control commands, a force of
 * balanced torque, gives more than the quiet zone. A sample beyond what all thrusters together can
 * give is the accelerometers' fault; none of theirs is believed until {@value #DISTRUST_SAMPLES}
 * samples after the last such one.
 */
final class SensedDeltaV implements Retained {
  /** Radius of the quiet zone, m/s in a sample of 100 ms: 5 um/s per axis stay inside it. */
  static final double QUIET_M_S = 3e-5;

  /** Four thrusters of 22 N and those of 1 N give the dry vehicle 0.045 m/s in 100 ms. */
  static final double MOST_M_S = 0.05;

  /** A minute. */
  private static final int DISTRUST_SAMPLES = 600;

  /** Bias is learnt with a time constant of 60 s. */
  private static final double BIAS_GAIN = 1.0 / 600;

  private Vec3 bias_B_m_s = Vec3.ZERO;
  private int distrusted;

  /** Whether a sample may be used; what is no number may not. To be asked once for each. */
  boolean believes(Vec3 sample_B_m_s) {
    distrusted = sample_B_m_s.norm() <= MOST_M_S ? Math.max(0, distrusted - 1) : DISTRUST_SAMPLES;
    return distrusted == 0;
  }

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
    out.put(bias_B_m_s).put(distrusted);
  }

  @Override
  public void restore(StateReader in) {
    bias_B_m_s = in.getVec3();
    distrusted = in.getInt();
  }
}
