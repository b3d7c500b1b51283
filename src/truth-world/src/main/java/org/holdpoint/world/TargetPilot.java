package org.holdpoint.world;

import java.nio.ByteBuffer;
import java.util.List;
import org.holdpoint.world.dynamics.OrbitalMotion;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.Kept;
import org.jspecify.annotations.Nullable;

/** Flies the target: burns at their times, evades the chaser, and does what the instructor says. */
final class TargetPilot implements Kept {
  private static final double[] NO_SHIFT = new double[3];

  private final List<TargetBurn> burns;
  private final @Nullable TargetEvasion evasion;
  private final double[] dv_I_m_s = new double[3];
  private int burnsDone;
  private int evasions;
  private double lastEvasion_s = Double.NEGATIVE_INFINITY;
  private int count;
  private double sum_m_s;

  /** With burns in the order of their times. */
  TargetPilot(List<TargetBurn> burns, @Nullable TargetEvasion evasion) {
    this.burns = burns;
    this.evasion = evasion;
  }

  /** Makes the burns that are due at the begin of a tick. */
  void step(OrbitalMotion target, double since_s, double range_m) {
    while (burnsDone < burns.size() && burns.get(burnsDone).at_s() <= since_s) {
      burn(target, burns.get(burnsDone).dv_L_m_s());
      burnsDone++;
    }
    TargetEvasion rule = evasion;
    if (rule != null
        && range_m < rule.range_m()
        && evasions < rule.times()
        && since_s - lastEvasion_s >= rule.pause_s()) {
      burn(target, rule.dv_L_m_s());
      evasions++;
      lastEvasion_s = since_s;
    }
  }

  /** One burn now. */
  void burn(OrbitalMotion target, Xyz dv_L_m_s) {
    double[] s = target.state_I();
    double hx = s[1] * s[5] - s[2] * s[4];
    double hy = s[2] * s[3] - s[0] * s[5];
    double hz = s[0] * s[4] - s[1] * s[3];
    double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
    double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    double qx = s[0] / r;
    double qy = s[1] / r;
    double qz = s[2] / r;
    double wx = hx / h;
    double wy = hy / h;
    double wz = hz / h;
    double radial = dv_L_m_s.x();
    double along = dv_L_m_s.y();
    double normal = dv_L_m_s.z();
    dv_I_m_s[0] = radial * qx + along * (wy * qz - wz * qy) + normal * wx;
    dv_I_m_s[1] = radial * qy + along * (wz * qx - wx * qz) + normal * wy;
    dv_I_m_s[2] = radial * qz + along * (wx * qy - wy * qx) + normal * wz;
    target.kick(dv_I_m_s, NO_SHIFT);
    count++;
    sum_m_s += dv_L_m_s.norm();
  }

  /** Burns made. */
  int count() {
    return count;
  }

  /** Sum of their sizes. */
  double sum_m_s() {
    return sum_m_s;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putInt(burnsDone).putInt(evasions).putDouble(lastEvasion_s);
    out.putInt(count).putDouble(sum_m_s);
  }

  @Override
  public void restore(ByteBuffer in) {
    burnsDone = in.getInt();
    evasions = in.getInt();
    lastEvasion_s = in.getDouble();
    count = in.getInt();
    sum_m_s = in.getDouble();
  }
}
