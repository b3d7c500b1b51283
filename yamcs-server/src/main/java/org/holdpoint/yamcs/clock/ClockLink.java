package org.holdpoint.yamcs.clock;

import org.holdpoint.port.messages.ClockState;
import org.yamcs.Spec;
import org.yamcs.tctm.AbstractLink;

/**
 * Shows the clock connection among the links, so that operators see whether mission time is true.
 */
public final class ClockLink extends AbstractLink {
  @Override
  public Spec getSpec() {
    return getDefaultSpec();
  }

  private RehearsalClock clock() {
    if (timeService instanceof RehearsalClock clock) {
      return clock;
    }
    throw new IllegalStateException(
        "instance " + yamcsInstance + " needs a timeService that follows a rehearsal");
  }

  @Override
  protected Status connectionStatus() {
    return clock().connected() ? Status.OK : Status.UNAVAIL;
  }

  @Override
  public String getDetailedStatus() {
    RehearsalClock clock = clock();
    ClockState last = clock.last();
    if (last != null && !last.getRun().equals(yamcsInstance)) {
      return "The rehearsal flies run '" + last.getRun() + "', not this one; " + clock.state();
    }
    return clock.state();
  }

  @Override
  protected void doStart() {
    notifyStarted();
  }

  @Override
  protected void doStop() {
    if (timeService instanceof RehearsalTimeService following) {
      following.close();
    }
    notifyStopped();
  }
}
