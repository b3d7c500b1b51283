package org.holdpoint.world;

import java.nio.ByteBuffer;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.state.Kept;

/**
 * Finds contact of the chaser, a sphere about its centre of mass, with the target's box, anywhere
 * in a tick: along the path it advances by as much as the present gap allows at the largest closing
 * speed (conservative advancement; Mirtich, Impulse-based Dynamic Simulation of Rigid Body Systems,
 * 1996, section 2.3.2), so that nothing passes through between two looks. Contact does not change
 * how they move; it is counted again after they have been apart by a hand's width.
 */
final class ContactWatch implements Kept {
  /** The chaser's bus with its nozzles fits inside; its wings are thin and left out. */
  static final double CHASER_RADIUS_M = 0.75;

  private static final double STEP_S = 1e-9 * TruthWorld.TICK_NS;
  private static final double TOUCHING_M = 1e-4;
  private static final double APART_M = 0.1;
  private static final int MOST_LOOKS = 1000;

  private final double[] half_m;
  private final double reach_m;
  private final double[] beginQ_TI = new double[4];
  private final double[] q_TI = new double[4];
  private final double[] r_I_m = new double[3];
  private final double[] r_T_m = new double[3];

  private boolean touching;
  private int count;
  private double first_s = Double.NaN;
  private double last_s = Double.NaN;
  private double lastSpeed_m_s = Double.NaN;

  ContactWatch(TargetHull hull) {
    half_m = new double[] {hull.halfX_m(), hull.halfY_m(), hull.halfZ_m()};
    reach_m =
        CHASER_RADIUS_M
            + Math.sqrt(half_m[0] * half_m[0] + half_m[1] * half_m[1] + half_m[2] * half_m[2]);
  }

  /** Remembers the target's attitude at the begin of a tick. */
  void begin(double[] target_q_TI) {
    System.arraycopy(target_q_TI, 0, beginQ_TI, 0, 4);
  }

  /** Whether the path may come so near in its tick that {@link #see} must look. */
  boolean near(RelativePath path) {
    return touching || path.smallest_m() < reach_m + APART_M;
  }

  /**
   * Looks at one tick.
   *
   * @param begin_s time since start at its begin
   * @param endQ_TI target's attitude at its end
   */
  void see(RelativePath path, double begin_s, double[] endQ_TI) {
    double gap_m = gap_m(path, 1, endQ_TI);
    if (touching) {
      touching = gap_m < APART_M;
      return;
    }
    // the target's turn moves its surface too: no faster than its angle times the path's range
    double fastest_m =
        STEP_S * path.fastest_m_s() * 1.01
            + angle_rad(endQ_TI) * Math.max(path.beginRange_m(), path.endRange_m())
            + TOUCHING_M;
    double share = 0;
    for (int i = 0; i < MOST_LOOKS && share <= 1; i++) {
      gap_m = gap_m(path, share, endQ_TI);
      if (gap_m <= TOUCHING_M) {
        touch(begin_s + share * STEP_S, path.speed_m_s(share));
        return;
      }
      share += Math.max(gap_m, TOUCHING_M) / fastest_m;
    }
  }

  private void touch(double at_s, double speed_m_s) {
    touching = true;
    if (count == 0) {
      first_s = at_s;
    }
    count++;
    last_s = at_s;
    lastSpeed_m_s = speed_m_s;
  }

  /** Between the chaser's sphere and the box; 0 or less when they overlap. */
  private double gap_m(RelativePath path, double share, double[] endQ_TI) {
    path.at(share, r_I_m);
    turn(share, endQ_TI);
    BodyFrame.toBody(q_TI, r_I_m, r_T_m);
    double sum2 = 0;
    for (int i = 0; i < 3; i++) {
      double outside = Math.max(0, Math.abs(r_T_m[i]) - half_m[i]);
      sum2 += outside * outside;
    }
    return Math.sqrt(sum2) - CHASER_RADIUS_M;
  }

  /** The chord between both attitudes, made a unit again: true to a tenth of a microradian. */
  private void turn(double share, double[] endQ_TI) {
    double same = dot(beginQ_TI, endQ_TI) < 0 ? -1 : 1;
    double sum2 = 0;
    for (int i = 0; i < 4; i++) {
      q_TI[i] = (1 - share) * beginQ_TI[i] + share * same * endQ_TI[i];
      sum2 += q_TI[i] * q_TI[i];
    }
    double norm = Math.sqrt(sum2);
    for (int i = 0; i < 4; i++) {
      q_TI[i] /= norm;
    }
  }

  /** Upper bound of the turn in the tick. */
  private double angle_rad(double[] endQ_TI) {
    double same = dot(beginQ_TI, endQ_TI) < 0 ? -1 : 1;
    double sum2 = 0;
    for (int i = 0; i < 4; i++) {
      double d = endQ_TI[i] - same * beginQ_TI[i];
      sum2 += d * d;
    }
    // the chord of half the angle, with a margin for its arc
    return 2.1 * Math.sqrt(sum2);
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  }

  /** Contacts since start. */
  int count() {
    return count;
  }

  /** Time of the first contact since start, seconds; NaN when there was none. */
  double first_s() {
    return first_s;
  }

  /** Time of the last contact likewise. */
  double last_s() {
    return last_s;
  }

  /** Relative speed of the centres of mass in the last contact; NaN when there was none. */
  double lastSpeed_m_s() {
    return lastSpeed_m_s;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putInt(touching ? 1 : 0).putInt(count);
    out.putDouble(first_s).putDouble(last_s).putDouble(lastSpeed_m_s);
  }

  @Override
  public void restore(ByteBuffer in) {
    touching = in.getInt() == 1;
    count = in.getInt();
    first_s = in.getDouble();
    last_s = in.getDouble();
    lastSpeed_m_s = in.getDouble();
  }
}
