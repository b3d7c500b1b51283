package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.RungVerdict;

/**
 * Whether a rung may be used now.
 *
 * @param verdict SAFE when it stays outside the keep-out sphere at 3 sigma
 * @param smallest_m its smallest 3-sigma range; 0 when unknown
 * @param validFor_s how long it stays safe to command: the time until drifting on would enter the
 *     keep-out sphere at 3 sigma, less the time that the rung needs to take hold; 0 unless SAFE
 */
record RungOutlook(RungVerdict verdict, double smallest_m, double validFor_s) {
  static final RungOutlook UNKNOWN = new RungOutlook(RungVerdict.UNKNOWN, 0, 0);

  static RungOutlook of(double smallest_m, double driftSafeFor_s, double lead_s) {
    if (smallest_m < DriftForecast.KEEP_OUT_M) {
      return new RungOutlook(RungVerdict.UNSAFE, smallest_m, 0);
    }
    return new RungOutlook(RungVerdict.SAFE, smallest_m, Math.max(0, driftSafeFor_s - lead_s));
  }
}
