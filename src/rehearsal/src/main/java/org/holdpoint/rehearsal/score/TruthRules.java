package org.holdpoint.rehearsal.score;

import java.util.EnumMap;
import java.util.Map;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.sample.Xyz;

/**
 * The rules of proximity, looked at in the truth once a second: keep-out, closing speed inside 100
 * m, speed inside 1 km. Told once for each time that one begins to be broken.
 */
public final class TruthRules {
  private static final double EARTH_MU_M3_S2 = 3.986004418e14;
  private static final double KEEP_OUT_M = 30;
  private static final double NEAR_M = 100;
  private static final double CLOSING_M_S = 0.1;
  private static final double SPEED_RANGE_M = 1000;
  private static final double SPEED_AT_REST_M_S = 0.1;

  /** One rule. */
  public enum Rule {
    /** Inside the sphere of 30 m. */
    KEEP_OUT,
    /** Closing at more than 0.1 m/s inside 100 m. */
    CLOSING,
    /** Faster than 0.1 m/s + 2 n range inside 1 km while closing. */
    SPEED
  }

  private final Map<Rule, Integer> broken = new EnumMap<>(Rule.class);
  private final Map<Rule, Boolean> now = new EnumMap<>(Rule.class);

  /** Looks at a truth. */
  public void look(TruthSnapshot truth) {
    Xyz r = truth.r_CT_L_m();
    Xyz v = truth.v_CT_L_m_s();
    double range_m = truth.range_m();
    double closing_m_s = -(r.x() * v.x() + r.y() * v.y() + r.z() * v.z()) / Math.max(1e-3, range_m);
    double radius_m = truth.r_T_I_m().norm();
    double n = Math.sqrt(EARTH_MU_M3_S2 / (radius_m * radius_m * radius_m));
    note(Rule.KEEP_OUT, range_m < KEEP_OUT_M);
    note(Rule.CLOSING, range_m < NEAR_M && closing_m_s > CLOSING_M_S);
    note(
        Rule.SPEED,
        range_m < SPEED_RANGE_M
            && closing_m_s > 0
            && v.norm() > SPEED_AT_REST_M_S + 2 * n * range_m);
  }

  private void note(Rule rule, boolean isBroken) {
    if (isBroken && !now.getOrDefault(rule, false)) {
      broken.merge(rule, 1, Integer::sum);
    }
    now.put(rule, isBroken);
  }

  /** How often each rule was broken; those that never were are left out. */
  public Map<Rule, Integer> broken() {
    return new EnumMap<>(broken);
  }
}
