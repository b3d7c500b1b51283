package org.holdpoint.rehearsal.operator;

import java.util.Map;
import org.holdpoint.rehearsal.TelemetryPicture;

/**
 * Calls the spacecraft when its signal comes back, and now and then in a long contact: its
 * command-loss timer counts contacts in which nobody spoke to it.
 */
public final class PassCall {
  /** Silence after which a signal is a new contact. */
  public static final double NEW_CONTACT_S = 240;

  /** Between calls in a contact that does not end. */
  private static final double EVERY_S = 10_800;

  private final CommandPost post;
  private double seen_s = Double.NaN;
  private double called_s;

  public PassCall(CommandPost post) {
    this.post = post;
  }

  /** Looks at the telemetry once; when a flight or a session begins, the timer does as well. */
  public void look(TelemetryPicture telemetry) {
    double now_s = telemetry.time_s();
    if (telemetry.mode() == null) {
      return;
    }
    if (Double.isNaN(seen_s)) {
      called_s = now_s;
    } else if (now_s - seen_s > NEW_CONTACT_S || now_s - called_s > EVERY_S) {
      post.send("ARE_YOU_ALIVE", Map.of(), false);
      called_s = now_s;
    }
    seen_s = now_s;
  }
}
