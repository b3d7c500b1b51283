package org.holdpoint.rehearsal.live;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.PlannedContact;
import org.holdpoint.port.messages.WarpRequest;
import org.holdpoint.port.messages.journal.JournalRecord;
import org.holdpoint.rehearsal.ContactPlan;
import org.holdpoint.rehearsal.Judge;
import org.holdpoint.rehearsal.Rehearsal;
import org.holdpoint.rehearsal.Rehearsal.FlownTick;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.journal.JournalWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One flight with people on the line. A single thread flies the rehearsal; everything from outside
 * waits in a bounded queue until a tick begins, is journalled there and then applied.
 */
public final class LiveSession implements AutoCloseable {
  /** More telecommands than this between two ticks are not a ground station. */
  private static final int MAX_QUEUED = 1000;

  private static final long CLOCK_EVERY_NS = 100_000_000L;

  /** Planned contacts in each clock message. */
  private static final int CONTACTS_TOLD = 4;

  private static final double MAX_WARP = 1000;
  private static final long PAUSE_POLL_MS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

  private final Rehearsal rehearsal;
  private final JournalWriter journal;
  private final Judge judge;
  private final Settings settings;
  private final EventLoopGroup network =
      new NioEventLoopGroup(2, new DefaultThreadFactory("rehearsal-ports", true));
  private final BlockingQueue<JournalInput> inputs = new ArrayBlockingQueue<>(MAX_QUEUED);
  private final BlockingQueue<Runnable> actions = new ArrayBlockingQueue<>(MAX_QUEUED);
  private final StationPort station;
  private final MessagePort<WarpRequest> clock;
  private final InstructorDesk desk;
  private final Pacer pacer;
  private final Thread thread;
  private volatile ClockState clockState;
  private volatile boolean stopping;
  private volatile boolean ended;
  private volatile @Nullable String trace_sha256;
  private volatile @Nullable Throwable failure;
  private boolean paused;
  private String warpNote = "";
  private long lastClock_ns;

  /**
   * Opens the ports; nothing flies before {@link #start}.
   *
   * @throws PortInUseException when one of the ports is taken
   */
  public LiveSession(Rehearsal rehearsal, JournalWriter journal, Judge judge, Settings settings) {
    this.rehearsal = rehearsal;
    this.journal = journal;
    this.judge = judge;
    this.settings = settings;
    this.pacer = new Pacer(rehearsal.tai_ns());
    this.pacer.setWarp(settings.warp(), rehearsal.tai_ns());
    this.clockState = clockNow();
    this.desk = new InstructorDesk(this, rehearsal, journal);
    Ports ports = settings.ports();
    List<AutoCloseable> open = new ArrayList<>();
    try {
      station = new StationPort(network, ports.telemetry(), ports.telecommand(), this::uplink);
      open.add(station);
      clock =
          new MessagePort<>(
              network,
              "clock",
              ports.clock(),
              WarpRequest.getDefaultInstance(),
              request -> act(() -> requestWarp(request.getWarp(), request.getWho())),
              () -> List.of(clockState),
              null);
      open.add(clock);
      desk.open(network, ports.instructor(), settings.instructorToken());
    } catch (RuntimeException e) {
      open.forEach(LiveSession::closeQuietly);
      network.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw e;
    }
    this.thread = new Thread(this::flyUntilStopped, "simulation");
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("while closing: {}", e.toString());
    }
  }

  private void uplink(byte[] cltu) {
    offer(new JournalInput(JournalRecord.Source.TELECOMMAND, cltu));
  }

  /** Queues an input for the next tick; says so when it cannot. */
  boolean offer(JournalInput input) {
    boolean taken = inputs.offer(input);
    if (!taken) {
      LOG.warn("input dropped: {} are waiting already", MAX_QUEUED);
    }
    return taken;
  }

  /** Runs something on the simulation thread, between two ticks. */
  void act(Runnable action) {
    if (!actions.offer(action)) {
      LOG.warn("action dropped: {} are waiting already", MAX_QUEUED);
    }
  }

  /** Begins to fly. */
  public void start() {
    thread.start();
  }

  private void flyUntilStopped() {
    try {
      pacer.rebase(rehearsal.tai_ns());
      List<JournalInput> due = new ArrayList<>();
      while (!stopping) {
        runActions();
        if (paused || ended) {
          tellClock(false);
          Thread.sleep(PAUSE_POLL_MS);
          continue;
        }
        waitUntilDue();
        due.clear();
        inputs.drainTo(due);
        for (JournalInput input : due) {
          journal.write(rehearsal.ticks(), input);
        }
        publish(rehearsal.fly(due));
      }
    } catch (InterruptedException e) {
      LOG.debug("stopped while waiting");
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("the rehearsal stopped", e);
    }
  }

  private void runActions() {
    for (Runnable action = actions.poll(); action != null; action = actions.poll()) {
      action.run();
    }
  }

  private void waitUntilDue() throws InterruptedException {
    long wait_ns = pacer.untilDue_ns(rehearsal.tai_ns());
    if (wait_ns > 1_000_000) {
      TimeUnit.NANOSECONDS.sleep(wait_ns);
    }
  }

  private void publish(FlownTick flown) throws InterruptedException {
    judge.look(rehearsal, flown);
    long received_tai_ns = flown.tick().tai_ns();
    for (byte[] frame : flown.downlink()) {
      station.sendFrame(received_tai_ns, frame);
    }
    if (settings.warpDropsByItself()) {
      dropWarpWhenDue();
    }
    tellClock(false);
    desk.tellTruth();
  }

  private void dropWarpWhenDue() {
    if (pacer.warp() <= 1) {
      return;
    }
    if (rehearsal.site().isEmpty()) {
      dropWarpBeforeAcquisition(); // what happens onboard is not known on the ground now
      return;
    }
    String reason = WarpPolicy.reasonForOne(pacer.warp(), rehearsal.telemetry().gnc());
    for (EventReport event : rehearsal.telemetry().eventsOfThisTick()) {
      String byEvent = WarpPolicy.reasonForOne(event);
      reason = byEvent == null ? reason : byEvent;
    }
    if (reason != null) {
      setWarp(1, "warp dropped to 1: " + reason);
    }
  }

  private void dropWarpBeforeAcquisition() {
    String reason = WarpPolicy.beforeAcquisition(pacer.warp(), toAos_s());
    if (reason != null) {
      setWarp(1, "warp dropped to 1: " + reason);
    }
  }

  private @Nullable Double toAos_s() {
    return rehearsal.contactPlan().toAos_s(rehearsal.tai_ns());
  }

  private void requestWarp(double warp, String who) {
    String reason =
        rehearsal.site().isEmpty()
            ? WarpPolicy.beforeAcquisition(warp, toAos_s())
            : WarpPolicy.reasonForOne(warp, rehearsal.telemetry().gnc());
    if (warp > 1 && reason != null && settings.warpDropsByItself()) {
      warpNote = "warp stays at 1: " + reason;
      tellClock(true);
      return;
    }
    setWarp(warp, "warp set by " + who);
  }

  /** Sets the warp, 1 to 1000; only on the simulation thread. */
  void setWarp(double warp, String note) {
    pacer.setWarp(Math.max(1, Math.min(MAX_WARP, warp)), rehearsal.tai_ns());
    warpNote = note;
    tellClock(true);
  }

  /** Pauses or resumes; only on the simulation thread. */
  void setPaused(boolean wanted, String who) {
    paused = wanted;
    warpNote = (wanted ? "paused by " : "resumed by ") + who;
    pacer.rebase(rehearsal.tai_ns());
    tellClock(true);
  }

  /** Ends the run for good; only on the simulation thread. */
  void end(String who) {
    if (!ended) {
      ended = true;
      warpNote = "run ended by " + who;
      endJournal();
      tellClock(true);
    }
  }

  private void endJournal() {
    String hash = rehearsal.trace_sha256();
    journal.end(rehearsal.ticks(), hash);
    trace_sha256 = hash;
  }

  /** Ends the run and hands the ground what is still on its way; returns when that is done. */
  public void endAndDrain(String who) throws InterruptedException {
    CountDownLatch drained = new CountDownLatch(1);
    act(
        () -> {
          end(who);
          try {
            for (byte[] frame : rehearsal.drainDownlink()) {
              station.sendFrame(rehearsal.tai_ns(), frame);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          drained.countDown();
        });
    if (!drained.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the ground did not take the last frames within 60 s");
    }
  }

  private void tellClock(boolean atOnce) {
    long now_ns = System.nanoTime();
    if (!atOnce && now_ns - lastClock_ns < CLOCK_EVERY_NS) {
      return;
    }
    lastClock_ns = now_ns;
    clockState = clockNow();
    clock.send(clockState);
    desk.tellClock(clockState);
  }

  private ClockState clockNow() {
    var scenario = rehearsal.scenario();
    ClockState.Builder state = ClockState.newBuilder();
    for (ContactPlan.Contact contact :
        rehearsal.contactPlan().from(rehearsal.tai_ns(), CONTACTS_TOLD)) {
      state.addPlannedContacts(
          PlannedContact.newBuilder()
              .setAosTaiNs(contact.aos_tai_ns())
              .setLosTaiNs(contact.los_tai_ns())
              .setSites(contact.sites()));
    }
    return state
        .setTaiNs(rehearsal.tai_ns())
        .setStartTaiNs(rehearsal.start_tai_ns())
        .setWarp(pacer.warp())
        .setPaused(paused)
        .setRun(settings.run())
        .setScenario(scenario.name())
        .setTitle(scenario.title())
        .addAllLearningGoals(scenario.teaches())
        .setWarpNote(warpNote)
        .setEnded(ended)
        .setLinkDelayS(rehearsal.linkDelay_s())
        .setSignal(!rehearsal.site().isEmpty())
        .build();
  }

  /** State of the clock as last told. */
  ClockState clockState() {
    return clockState;
  }

  /** Whether a station listens to telemetry and holds the telecommand port. */
  public boolean stationConnected() {
    return station.connected();
  }

  public long framesSent() {
    return station.framesSent();
  }

  /** Ports in use, for a session that was given port 0. */
  public Ports ports() {
    return new Ports(station.telemetryPort(), station.telecommandPort(), clock.port(), desk.port());
  }

  public boolean ended() {
    return ended;
  }

  /** Hash that a replay of the journal must give; null until the run has ended or was closed. */
  public @Nullable String trace_sha256() {
    return trace_sha256;
  }

  /** Why the simulation stopped by itself; null while all is well. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** Time since the start of the scenario, seconds. */
  public double time_s() {
    return (clockState.getTaiNs() - clockState.getStartTaiNs()) * 1e-9;
  }

  /** Stops flying, closes the journal with its hash, and frees the ports. */
  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    try {
      if (thread.isAlive()) {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended && failure == null) {
      ended = true;
      endJournal();
    }
    journal.close();
    station.close();
    clock.close();
    desk.close();
    network.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3000);
  }

  /**
   * TCP ports on the loopback interface; 0 lets the system choose.
   *
   * @param instructor for the world server
   */
  public record Ports(int telemetry, int telecommand, int clock, int instructor) {}

  /**
   * How a session runs.
   *
   * @param run name of the run, and of its Yamcs instance
   * @param warp at the start
   * @param warpDropsByItself whether decisions and burns drop warp to 1; off when a script decides
   * @param instructorToken that a connection to the instructor's port must show; not empty
   */
  public record Settings(
      String run, Ports ports, double warp, boolean warpDropsByItself, String instructorToken) {
    public Settings {
      if (instructorToken.isEmpty()) {
        throw new IllegalArgumentException("an empty token would let everyone in");
      }
    }
  }
}
