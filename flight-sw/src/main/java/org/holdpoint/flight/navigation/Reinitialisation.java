package org.holdpoint.flight.navigation;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.ReinitialiseNavigation;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * REINITIALISE_NAVIGATION: waits at most 1.9 s for a bearing and a range, then starts the filter
 * from these two alone. Until then the old state stays in use.
 */
final class Reinitialisation implements Retained {
  /** Within the 2 s in which a command's effect must be seen. */
  private static final int PATIENCE_TICKS = 19;

  /** Speeds near the target stay below 0.1 m/s plus twice the orbital rate times the range. */
  private static final double SPEED_SIGMA_M_S = 0.1;

  private static final double SPEED_SHARE_1_S = 1.1e-3;

  private static final double RANGE_SHARE = 0.005;

  private @Nullable RequestId pending;
  private long deadlineTick;
  private boolean done;

  List<CommandReport> step(
      Tick tick,
      List<ReceivedCommand> commands,
      RelativeFilter filter,
      RelativeMeasurements measurements,
      List<EventReport> events) {
    done = false;
    List<CommandReport> reports = new ArrayList<>(0);
    for (ReceivedCommand received : commands) {
      if (received.command() instanceof ReinitialiseNavigation) {
        if (pending != null) {
          // The later one takes over; the earlier one is answered by the same effect or failure.
          reports.add(failed(pending));
        }
        pending = received.request();
        deadlineTick = tick.number() + PATIENCE_TICKS;
        reports.add(CommandReport.success(received.request(), Stage.START));
      }
    }
    RequestId request = pending;
    if (request == null) {
      return reports;
    }
    if (measurements.bothAtHand(tick)) {
      start(tick, filter, measurements, events);
      reports.add(CommandReport.success(request, Stage.COMPLETION));
      pending = null;
      done = true;
    } else if (tick.number() >= deadlineTick) {
      reports.add(failed(request));
      pending = null;
    }
    return reports;
  }

  private static CommandReport failed(RequestId request) {
    return CommandReport.refused(request, Stage.COMPLETION, Refusal.EFFECT_NOT_SEEN, 0, 0);
  }

  private static void start(
      Tick tick,
      RelativeFilter filter,
      RelativeMeasurements measurements,
      List<EventReport> events) {
    Vec3 r = measurements.positionByMeasurements_L_m(filter.facetPrior_m());
    start(tick, r, 0, filter, measurements);
    events.add(new EventReport(ChaserEvent.NAVIGATION_REINITIALISED, r.norm(), 0, 0));
  }

  /**
   * Starts the filter from a position that was measured.
   *
   * @param r_L_m by a bearing and a range alone
   * @param rate_m_s of the range; 0 when not known
   */
  static void start(
      Tick tick,
      Vec3 r_L_m,
      double rate_m_s,
      RelativeFilter filter,
      RelativeMeasurements measurements) {
    double range = r_L_m.norm();
    filter.start(
        r_L_m,
        r_L_m.times(rate_m_s / range),
        filter.facetPriorSigma_m() + RANGE_SHARE * range,
        SPEED_SIGMA_M_S + SPEED_SHARE_1_S * range + Math.abs(rate_m_s));
    measurements.startedAgain(tick);
  }

  /** Whether the filter was started again in this tick. */
  boolean done() {
    return done;
  }

  @Override
  public void save(StateWriter out) {
    RequestId request = pending;
    out.put(request != null);
    out.put(request == null ? 0 : request.packetId());
    out.put(request == null ? 0 : request.sequenceControl());
    out.put(deadlineTick);
  }

  @Override
  public void restore(StateReader in) {
    boolean waits = in.getBoolean();
    RequestId request = new RequestId(in.getInt(), in.getInt());
    pending = waits ? request : null;
    deadlineTick = in.getLong();
    done = false;
  }
}
