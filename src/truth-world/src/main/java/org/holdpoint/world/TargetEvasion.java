package org.holdpoint.world;

import org.holdpoint.world.sample.Xyz;

/**
 * What the target does when the chaser is nearer than a range.
 *
 * @param range_m inside it the target burns, at most 5000 m
 * @param dv_L_m_s each burn, the target's QSW
 * @param times how often at most, 1 to 100
 * @param pause_s between two burns at least, 0.1 s to a day
 */
public record TargetEvasion(double range_m, Xyz dv_L_m_s, int times, double pause_s) {
  public TargetEvasion {
    Checks.within("target evasion: range_m", range_m, 1, 5000);
    TargetBurn.check("target evasion: dv_L_m_s", dv_L_m_s);
    Checks.within("target evasion: times", times, 1, 100);
    Checks.within("target evasion: pause_s", pause_s, 0.1, 86_400);
  }
}
