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

  /** Samples come once a second; ten missing in a row are more than a dropout. */
  static final double VALID_AGE_S = 10;

  /** Free drift over two minutes keeps within the STALE limits; thrust in between may not. */
  static final double STALE_AGE_S = 120;

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
    if (times <= 1 && age_s <= VALID_AGE_S) {
      return Validity.VALID;
    }
    // Not a number fails both comparisons.
    return times <= STALE_FACTOR && age_s <= STALE_AGE_S ? Validity.STALE : Validity.INVALID;
  }
}
