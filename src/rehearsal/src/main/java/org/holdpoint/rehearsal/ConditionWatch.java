package org.holdpoint.rehearsal;

import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.When;
import org.jspecify.annotations.Nullable;

/** Tells when a scenario's condition has held for as long as it asks. */
public final class ConditionWatch {
  private final Scenario scenario;
  private final @Nullable When when;
  private double since_s = Double.NaN;

  public ConditionWatch(Scenario scenario, When when) {
    this.scenario = scenario;
    this.when = when;
  }

  private ConditionWatch(Scenario scenario) {
    this.scenario = scenario;
    this.when = null;
  }

  /** A condition that never holds. */
  public static ConditionWatch never(Scenario scenario) {
    return new ConditionWatch(scenario);
  }

  public boolean holds(TelemetryPicture telemetry) {
    When asked = when;
    if (asked == null || !holdsNow(asked, telemetry)) {
      since_s = Double.NaN;
      return false;
    }
    if (Double.isNaN(since_s)) {
      since_s = telemetry.time_s();
    }
    return telemetry.time_s() - since_s >= asked.after_s();
  }

  private boolean holdsNow(When asked, TelemetryPicture telemetry) {
    if (telemetry.mode() == null) {
      return false;
    }
    String gate = asked.gate();
    if (gate != null && telemetry.gateId() != scenario.gateId(gate)) {
      return false;
    }
    Boolean open = asked.open();
    if (open != null && (telemetry.gateId() == 0 || telemetry.gateOpen() != open)) {
      return false;
    }
    if (asked.mode() != null && telemetry.mode() != asked.mode()) {
      return false;
    }
    ChaserEvent event = asked.event();
    return event == null || telemetry.lastSeen_s().containsKey(event);
  }

  /** Time since which it holds, for a snapshot; NaN when it does not. */
  double since_s() {
    return since_s;
  }

  void restore(double saved_since_s) {
    since_s = saved_since_s;
  }
}
