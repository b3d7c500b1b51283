package org.holdpoint.flight.navigation;

import org.holdpoint.dictionary.telemetry.Validity;

/**
 * Whether the relative state may be used. One table of limits; both the uncertainty that the filter
 * states and the age of the last relative measurement that it took must keep them.
 */
final class ValidityJudge {
  /** Position: three sigma of this many metres plus this part of the range. */
  private static final double POSITION_FIXED_M = 1.5;

  private static final double POSITION_SHARE = 0.05;

  /** Velocity: three sigma of this, plus a tenth of the orbital rate times the range. */
  private static final double VELOCITY_FIXED_M_S = 0.02;

  private static final double VELOCITY_SHARE_1_S = 1.1e-4;

  /** A state within so many times the limits is STALE rather than INVALID. */
  private static final double STALE_FACTOR = 4;

  /** Within 1 km samples come once a second; ten missing in a row are more than a dropout. */
  private static final double VALID_AGE_S = 10;

  private static final double NEAR_M = 1000;

  /**
   * Further out an eclipse, 36 min without the visible camera, is drifted through: the age grows
   * with what lies between, up to the hour of far navigation at 3 km. 3 sigma says what the drift
   * has cost.
   */
  private static final double VALID_AGE_PER_M_S = 1.8;

  /** Free drift over two minutes keeps within the STALE limits; thrust in between may not. */
  private static final double STALE_LONGER_S = 110;

  private ValidityJudge() {}

  /**
   * @param position3sigma_m largest axis
   * @param velocity3sigma_m_s largest axis
   * @param age_s since the last relative measurement was taken in
   */
  static Validity judge(
      double range_m, double position3sigma_m, double velocity3sigma_m_s, double age_s) {
    double times =
        Math.max(
            position3sigma_m / (POSITION_FIXED_M + POSITION_SHARE * range_m),
            velocity3sigma_m_s / (VELOCITY_FIXED_M_S + VELOCITY_SHARE_1_S * range_m));
    double validAge_s = VALID_AGE_S + VALID_AGE_PER_M_S * Math.max(0, range_m - NEAR_M);
    if (times <= 1 && age_s <= validAge_s) {
      return Validity.VALID;
    }
    // Not a number fails both comparisons.
    return times <= STALE_FACTOR && age_s <= validAge_s + STALE_LONGER_S
        ? Validity.STALE
        : Validity.INVALID;
  }
}
