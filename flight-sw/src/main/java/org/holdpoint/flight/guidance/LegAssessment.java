package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.command.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What guidance says of a leg before it is flown.
 *
 * @param refusal NONE, UNREACHABLE or UNSAFE
 * @param transfer how it would be flown; null when it is not a transfer or cannot be
 * @param smallestRange_m smallest 3-sigma range without thrust, missed and partial burns included
 * @param deltaV_m_s what it takes
 */
public record LegAssessment(
    Refusal refusal, @Nullable TransferPlan transfer, double smallestRange_m, double deltaV_m_s) {

  /** Nothing is known of the leg. */
  public static final LegAssessment NOT_PLANNED =
      new LegAssessment(Refusal.UNREACHABLE, null, 0, 0);

  static LegAssessment unreachable() {
    return NOT_PLANNED;
  }

  /** The same with UNSAFE when the range is below the limit. */
  static LegAssessment of(
      @Nullable TransferPlan transfer, double smallestRange_m, double deltaV_m_s, double limit_m) {
    Refusal refusal = smallestRange_m < limit_m ? Refusal.UNSAFE : Refusal.NONE;
    return new LegAssessment(refusal, transfer, smallestRange_m, deltaV_m_s);
  }
}
