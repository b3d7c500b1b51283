package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.telemetry.LegKind;

/**
 * Limits of the gate criteria, one row a kind of leg that departs.
 *
 * @param position3Sigma_m navigation's uncertainty
 * @param position_m distance from the hold point, or from the ellipse
 * @param speed_m_s relative to it
 * @param attitude_deg pointing error
 * @param agreement_m between navigation and the monitor
 * @param because reason for the row
 */
record GateLimits(
    LegKind kind,
    double position3Sigma_m,
    double position_m,
    double speed_m_s,
    double attitude_deg,
    double agreement_m,
    String because) {

  /** No limit: the criterion does not apply. */
  static final double NONE = 0;

  /** For legs without a limit in metres: 3 sigma as part of the range, 5 % at 1 sigma. */
  static final double POSITION_3SIGMA_PART = 0.15;

  static final List<GateLimits> ROWS =
      List.of(
          new GateLimits(
              LegKind.RADIAL_HOP,
              15,
              8,
              0.01,
              3,
              25,
              "a hop from rest returns to its start when the stop is missed"),
          new GateLimits(
              LegKind.TWO_IMPULSE, 15, 8, 0.01, 3, 25, "as a hop; end points within 3 km"),
          new GateLimits(
              LegKind.CIRCUMNAVIGATE, 8, 8, 0.01, 3, 15, "entry passes the target at 100 m"),
          new GateLimits(LegKind.RETREAT, 15, 40, 0.06, 5, 25, "leaving is never made hard"),
          new GateLimits(LegKind.FORCED_VBAR, 3, 5, 0.02, 2, 6, "ends 40 m from the target"),
          new GateLimits(LegKind.HOLD_AT, 15, 60, 0.05, 5, 25, "goes nowhere"),
          new GateLimits(
              LegKind.PHASE,
              NONE,
              NONE,
              NONE,
              10,
              NONE,
              "judged by 3 sigma of 15 % of the range; it departs from wherever it drifts, beyond the monitor's reach"),
          new GateLimits(
              LegKind.MULTI_IMPULSE, 15, 8, 0.01, 3, 25, "as a hop; it may pass the target"),
          new GateLimits(LegKind.COELLIPTIC, 15, 8, 0.01, 3, 25, "as a hop"),
          new GateLimits(
              LegKind.WALKING_ELLIPSE,
              8,
              20,
              0.03,
              3,
              15,
              "passes the target at 100 m; the entry takes away what an ellipse is off"),
          new GateLimits(
              LegKind.PARKING_ELLIPSE,
              15,
              20,
              0.03,
              3,
              25,
              "apart by e and i vectors wherever it is"),
          new GateLimits(LegKind.DEPART, 15, 40, 0.06, 5, 25, "leaving is never made hard"),
          new GateLimits(LegKind.NONE, 15, 20, 0.03, 3, 25, "nothing departs; for show"));

  static GateLimits of(LegKind kind) {
    for (GateLimits row : ROWS) {
      if (row.kind() == kind) {
        return row;
      }
    }
    throw new IllegalStateException("no gate limits for a leg of kind " + kind + ": add a row");
  }
}
