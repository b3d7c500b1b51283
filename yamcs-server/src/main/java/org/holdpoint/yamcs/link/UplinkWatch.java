package org.holdpoint.yamcs.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.yamcs.clock.RehearsalClock;
import org.jspecify.annotations.Nullable;
import org.yamcs.cmdhistory.CommandHistoryPublisher;
import org.yamcs.cmdhistory.CommandHistoryPublisher.AckStatus;
import org.yamcs.commanding.PreparedCommand;
import org.yamcs.events.EventProducer;
import org.yamcs.protobuf.Commanding.CommandId;
import org.yamcs.protobuf.Cop1Config;
import org.yamcs.tctm.ccsds.Cop1Monitor;
import org.yamcs.tctm.ccsds.Cop1UplinkPacketHandler;
import org.yamcs.time.TimeService;

/**
 * Keeps COP-1 working without a hand. Yamcs's FOP-1 suspends itself after a timeout or an alert and
 * then waits for an operator, with the commands in flight left open in the history for ever. Here
 * they are failed with the reason, and FOP-1 starts again at the spacecraft's V(R), as often as it
 * takes, at most once a {@value #RESTART_WAIT_MS} ms; a lockout is lifted first.
 *
 * <p>Between passes it waits: it starts again when a station has the signal.
 *
 * <p>FOP-1's timer runs on the wall clock. While the rehearsal is paused no acknowledgement can
 * come, so the timer is stretched, and AD commands are refused until it goes on.
 */
public final class UplinkWatch implements Cop1Monitor {
  private static final long RESTART_WAIT_MS = 300;
  private static final long CLCW_WAIT_MS = 5000;
  private static final long WATCH_PERIOD_MS = 250;
  private static final long TIMER_MS = 3000;
  private static final long PAUSED_TIMER_MS = 3_600_000;

  /** Unpaused wall time after which a frame without an answer is given up. */
  private static final long GIVE_UP_MS = 30_000;

  private static final int ACTIVE = 1;
  private static final int RETRANSMIT_WITH_WAIT = 3;
  private static final int INITIAL = 6;

  private static final String[] STATES = {
    "UNKNOWN",
    "ACTIVE",
    "RETRANSMIT_WITHOUT_WAIT",
    "RETRANSMIT_WITH_WAIT",
    "INITIALISING",
    "INITIALISING_WITH_UNLOCK",
    "INITIAL"
  };

  private final Cop1UplinkPacketHandler<?> cop1;
  private final EventProducer events;
  private final TimeService time;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "holdpoint-uplink-watch");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<CommandId, Long> inFlight = new LinkedHashMap<>(); // value: unpaused ms waited
  private @Nullable CommandHistoryPublisher history;
  private volatile int state = INITIAL;
  private volatile int v_r = -1;
  private volatile boolean paused;
  private volatile boolean restartAsked;

  UplinkWatch(
      String instance, Cop1UplinkPacketHandler<?> cop1, EventProducer events, TimeService time) {
    this.cop1 = cop1;
    this.events = events;
    this.time = time;
    cop1.addMonitor(this);
  }

  void publishTo(CommandHistoryPublisher publisher) {
    history = publisher;
  }

  void start() {
    CommandHistoryPublisher publisher = history;
    if (publisher != null) {
      cop1.setCommandHistoryPublisher(new AckListener(publisher, this::acknowledged));
    }
    executor.scheduleAtFixedRate(
        this::watch, WATCH_PERIOD_MS, WATCH_PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  void stop() {
    executor.shutdownNow();
  }

  /** State of FOP-1 by name, such as ACTIVE. */
  public String cop1State() {
    return STATES[state];
  }

  /** V(R) of the last CLCW, or -1 before the first. */
  public int v_r() {
    return v_r;
  }

  /** True when FOP-1 takes AD commands. */
  public boolean active() {
    return state >= ACTIVE && state <= RETRANSMIT_WITH_WAIT;
  }

  @Nullable String obstacle() {
    if (paused) {
      return "Not radiated: the rehearsal is paused";
    }
    if (!active() && noSignal()) {
      return "Not radiated: no signal; COP-1 starts again at the next contact";
    }
    if (!active()) {
      return "Not radiated: COP-1 is not synchronised (" + cop1State() + ")";
    }
    return null;
  }

  String state() {
    return "COP-1 " + cop1State() + ", V(R) " + (v_r < 0 ? "unknown" : Integer.toString(v_r));
  }

  /** An AD command went to FOP-1; from now on it is either acknowledged or failed. */
  void released(PreparedCommand command) {
    synchronized (inFlight) {
      inFlight.put(command.getCommandId(), 0L);
    }
  }

  private void acknowledged(CommandId command) {
    synchronized (inFlight) {
      inFlight.remove(command);
    }
  }

  @Override
  public void suspended(int suspendState) {
    boolean wasWorking = suspendState >= ACTIVE && suspendState <= RETRANSMIT_WITH_WAIT;
    if (wasWorking) {
      events.sendWarning("COP1", "COP-1 gave up: no acknowledgement; starting again");
    }
    failInFlight("no acknowledgement from the spacecraft");
    restart(false);
  }

  @Override
  public void alert(AlertType alert) {
    failInFlight(alert.toString());
    if (alert != AlertType.TERM) { // an operator's wish
      events.sendWarning("COP1", "COP-1 alert: " + alert + "; starting again");
      restart(alert == AlertType.LOCKOUT || alert == AlertType.SYNCH);
    } else if (restartAsked) {
      restart(false);
    }
    restartAsked = false;
  }

  @Override
  public void stateChanged(int oldState, int newState) {
    state = newState;
    if (newState == ACTIVE && oldState > RETRANSMIT_WITH_WAIT) {
      events.sendInfo("COP1", "COP-1 active");
    }
  }

  @Override
  public void disabled() {
    events.sendWarning("COP1", "COP-1 disabled by an operator");
  }

  @Override
  public void clcwReceived(int clcw) {
    v_r = clcw & 0xFF;
  }

  private void failInFlight(String reason) {
    List<CommandId> failed;
    synchronized (inFlight) {
      failed = new ArrayList<>(inFlight.keySet());
      inFlight.clear();
    }
    CommandHistoryPublisher publisher = history;
    if (publisher == null) {
      return;
    }
    String text =
        "Not acknowledged (COP-1: " + reason + "); check in telemetry whether it was executed";
    for (CommandId command : failed) {
      long now = time.getMissionTime();
      publisher.publishAck(
          command, CommandHistoryPublisher.AcknowledgeSent_KEY, now, AckStatus.NOK, text);
      publisher.commandFailed(command, now, text);
    }
  }

  private void restart(boolean unlock) {
    if (executor.isShutdown()) {
      return;
    }
    executor.schedule(
        () -> {
          if (noSignal()) {
            restart(unlock); // tried at the next contact: until then it would only time out
          } else if (unlock) {
            var unused =
                cop1.getCop1Status()
                    .thenCompose(status -> cop1.setVs(status.getClcw().getNR()))
                    .thenCompose(done -> cop1.initiateADWithUnlock());
          } else {
            var unused = cop1.initiateAD(true, CLCW_WAIT_MS);
          }
        },
        RESTART_WAIT_MS,
        TimeUnit.MILLISECONDS);
  }

  /** The stations report that they hear nothing. */
  private boolean noSignal() {
    ClockState clock = time instanceof RehearsalClock following ? following.last() : null;
    return clock != null && clock.hasSignal() && !clock.getSignal();
  }

  private void watch() {
    boolean pausedNow = time instanceof RehearsalClock clock && clock.paused();
    if (pausedNow != paused) {
      paused = pausedNow;
      var unused =
          cop1.setConfig(
              Cop1Config.newBuilder()
                  .setVcId(0)
                  .setT1(pausedNow ? PAUSED_TIMER_MS : TIMER_MS)
                  .build());
    }
    boolean overdue = false;
    synchronized (inFlight) {
      if (!pausedNow) {
        inFlight.replaceAll((command, waited) -> waited + WATCH_PERIOD_MS);
      }
      for (long waited : inFlight.values()) {
        overdue |= waited > GIVE_UP_MS;
      }
    }
    if (overdue) {
      restartAsked = true;
      var unused = cop1.terminateAD();
    }
  }
}
