package org.holdpoint.flight.safety;

/**
 * Where a thrust-off path leads.
 *
 * @param smallest_m smallest 3-sigma range over the horizon; not below 0
 * @param smallestAt_s when it is taken
 * @param entersAfter_s when the 3-sigma range first falls below the keep-out radius; the horizon
 *     when it never does
 * @param end_m 3-sigma range at the end of the horizon
 */
record DriftOutlook(double smallest_m, double smallestAt_s, double entersAfter_s, double end_m) {}
