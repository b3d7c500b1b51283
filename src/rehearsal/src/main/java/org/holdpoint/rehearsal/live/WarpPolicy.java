package org.holdpoint.rehearsal.live;

import java.util.EnumSet;
import java.util.Set;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.event.Severity;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.jspecify.annotations.Nullable;

/**
 * When warp drops to 1 by itself: before burns and ends of legs, before a planned acquisition of
 * signal, and when something asks for a decision. Reads telemetry only, so that the warp tells the
 * operators nothing that the truth alone knows.
 */
final class WarpPolicy {
  /** Wall seconds that a person gets before a foreseen event. */
  static final double LEAD_WALL_S = 5;

  /** Mission seconds before a foreseen event in which warp stays at 1. */
  static final double LEAD_S = 15;

  /** Mission seconds before a planned acquisition of signal: time to look up, not to wait long. */
  static final double ACQUISITION_LEAD_S = 30;

  private static final Set<NextEvent> FORESEEN =
      EnumSet.of(
          NextEvent.START_BURN, NextEvent.STOP_BURN, NextEvent.LEG_END, NextEvent.ABORT_BURN_END);

  private static final Set<ChaserEvent> DECISIONS =
      EnumSet.of(
          ChaserEvent.GATE_OPENED,
          ChaserEvent.LEG_COMPLETED,
          ChaserEvent.GO_EXPIRED,
          ChaserEvent.BURN_MISSED);

  private WarpPolicy() {}

  /** Why warp must be 1 now; null when it need not be. */
  static @Nullable String reasonForOne(double warp, @Nullable GncPacket gnc) {
    if (gnc == null) {
      return null;
    }
    if (gnc.burn_to_go_m_s() > 0) {
      return "a burn is being given";
    }
    double lead_s = Math.max(LEAD_S, Math.min(warp * LEAD_WALL_S, 10 * LEAD_S));
    if (FORESEEN.contains(gnc.next_event())
        && gnc.time_to_next_event_s() > 0
        && gnc.time_to_next_event_s() < lead_s) {
      return gnc.next_event() + " in %.0f s".formatted(gnc.time_to_next_event_s());
    }
    return null;
  }

  /** Why warp must be 1 before a planned acquisition of signal; null when it need not be. */
  static @Nullable String beforeAcquisition(double warp, @Nullable Double toAos_s) {
    return warp > 1 && toAos_s != null && toAos_s < ACQUISITION_LEAD_S
        ? "acquisition of signal in %.0f s".formatted(toAos_s)
        : null;
  }

  /** Why an event drops warp to 1; null when it does not. */
  static @Nullable String reasonForOne(EventReport report) {
    boolean alarming = report.severity() == Severity.HIGH || report.severity() == Severity.MEDIUM;
    return alarming || DECISIONS.contains(report.event()) ? report.event().name() : null;
  }
}
