package org.holdpoint.rehearsal;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.flight.FlightOutputs;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.link.LinkConfiguration;
import org.holdpoint.link.SpaceLink;
import org.holdpoint.port.messages.InjectFault;
import org.holdpoint.port.messages.ManoeuvreTarget;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.FaultLine;
import org.holdpoint.rehearsal.scenario.Scenario.When;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.station.Contact;
import org.holdpoint.world.station.StationNetwork;
import org.jspecify.annotations.Nullable;

/**
 * World, channel and flight software in lock-step: the loop of the design, closed once per 100 ms.
 * The same scenario, seed and inputs give the same trace on any machine and at any speed; there is
 * no clock and no thread in here.
 */
public final class Rehearsal {
  /** More than the link's queue holds at its rate. */
  private static final int DRAIN_TICKS = 100;

  private final Scenario scenario;
  private final ClosedLoop loop;
  private final TruthWorld world;
  private final LinkConfiguration linkConfiguration;
  private final long seed;
  private SpaceLink link;
  private final Trace trace = new Trace();
  private final OnboardTelemetry telemetry;
  private final List<PendingFault> pendingFaults = new ArrayList<>();
  private final long start_tai_ns;
  private long tick;
  private double pathDelay_s;
  private String site;

  public Rehearsal(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.loop = new ClosedLoop(scenario, seed);
    this.world = loop.world();
    this.start_tai_ns = world.truth().tai_ns();
    this.telemetry = new OnboardTelemetry(start_tai_ns);
    this.seed = seed;
    this.linkConfiguration = LinkConfiguration.relay(scenario.linkDelay_s());
    this.link = new SpaceLink(linkConfiguration, seed);
    this.site = scenario.stations() == null ? "relay" : "";
    for (FaultLine line : scenario.faults()) {
      When when = line.when();
      if (when != null) {
        pendingFaults.add(new PendingFault(line, new ConditionWatch(scenario, when)));
      }
    }
  }

  /**
   * Flies one tick.
   *
   * @param inputs from outside, in order; telecommands go into the space link
   */
  public FlownTick fly(List<JournalInput> inputs) {
    seeStations();
    for (JournalInput input : inputs) {
      apply(input);
    }
    Tick now = new Tick(tick, tai_ns());
    List<byte[]> uplink = link.arriveUp(tick);
    FlightOutputs outputs = loop.think(now, link.signal(tick), uplink);
    for (byte[] frame : outputs.frames()) {
      link.sendDown(tick, frame);
    }
    telemetry.take(outputs.frames());
    List<byte[]> downlink = link.arriveDown(tick);
    trace.add(outputs.frames(), outputs.actuators(), truthBits());
    beginFaults();
    loop.move(outputs);
    tick++;
    return new FlownTick(now, uplink, outputs, downlink);
  }

  /** The truth decides who sees the chaser; the link is told and sees no more than that. */
  private void seeStations() {
    StationNetwork stations = scenario.stations();
    if (stations == null) {
      return;
    }
    Contact contact = stations.contact(world.chaser_E_m());
    pathDelay_s = contact == null ? pathDelay_s : contact.delay_s();
    link.see(tick, contact != null, pathDelay_s);
    site = contact == null ? "" : contact.site();
  }

  /** Who has the signal; "relay" for one that always has it, empty when nobody has. */
  public String site() {
    return site;
  }

  /** When contacts are planned; known to everyone, and loaded onboard. */
  public ContactPlan contactPlan() {
    return loop.contactPlan();
  }

  /** One-way delay of the signal now, seconds; without signal as it was last. */
  public double linkDelay_s() {
    return scenario.linkDelay_s() + pathDelay_s;
  }

  private void apply(JournalInput input) {
    switch (input.source()) {
      case TELECOMMAND -> link.sendUp(tick, input.bytes());
      case INJECT_FAULT -> inject(input.bytes());
      case CLEAR_FAULT ->
          world.clearFault(Integer.parseInt(new String(input.bytes(), StandardCharsets.US_ASCII)));
      case MANOEUVRE_TARGET -> manoeuvreTarget(input.bytes());
      case NOTE, END -> {
        // they stand in the journal for people; nothing that flies sees them
      }
    }
  }

  private void inject(byte[] bytes) {
    try {
      world.injectFault(InstructedFault.of(InjectFault.parseFrom(bytes), time_s()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("a fault in the journal cannot be read", e);
    }
  }

  private void manoeuvreTarget(byte[] bytes) {
    try {
      var dv = ManoeuvreTarget.parseFrom(bytes).getDvLMS();
      world.manoeuvreTarget(new Xyz(dv.getX(), dv.getY(), dv.getZ()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("a target burn in the journal cannot be read", e);
    }
  }

  private void beginFaults() {
    if (pendingFaults.isEmpty()) {
      return;
    }
    TelemetryPicture picture = telemetry.picture();
    for (PendingFault fault : pendingFaults) {
      if (!fault.begun && fault.watch.holds(picture)) {
        fault.begun = true;
        if (fault.line.fault().end_s() > time_s()) {
          world.injectFault(fault.line.beginningAt(time_s()));
        }
      }
    }
  }

  private byte[] truthBits() {
    ByteBuffer bits = ByteBuffer.allocate(world.truthBytes());
    world.writeTruth(bits);
    return bits.array();
  }

  /** What broke a tick of the flight software; null when nothing did. */
  public @Nullable RuntimeException flightFailure() {
    return loop.failure();
  }

  /** Frames that are still on their way to the ground after the last tick. */
  public List<byte[]> drainDownlink() {
    List<byte[]> frames = new ArrayList<>();
    long last = tick + (long) Math.ceil(linkDelay_s() / Tick.PERIOD_S) + DRAIN_TICKS;
    for (long later = tick; later <= last; later++) {
      frames.addAll(link.arriveDown(later));
    }
    return frames;
  }

  /** Time of the tick that {@link #fly} flies next. */
  public long tai_ns() {
    return start_tai_ns + tick * Tick.PERIOD_NS;
  }

  public long start_tai_ns() {
    return start_tai_ns;
  }

  /** Seconds since the start of the scenario. */
  public double time_s() {
    return tick * Tick.PERIOD_S;
  }

  public long ticks() {
    return tick;
  }

  public Scenario scenario() {
    return scenario;
  }

  /** The truth, for judges and the instructor. */
  public TruthWorld world() {
    return world;
  }

  /** Telemetry as it left the spacecraft. */
  public OnboardTelemetry telemetry() {
    return telemetry;
  }

  public String trace_sha256() {
    return trace.sha256();
  }

  /** Everything that the future depends on, byte-exact. */
  public byte[] save() {
    StateWriter out = new StateWriter();
    out.put(tick)
        .put(pathDelay_s)
        .put(world.save())
        .put(link.save())
        .put(loop.saveFlight())
        .put(trace.save());
    telemetry.save(out);
    for (PendingFault fault : pendingFaults) {
      out.put(fault.begun).put(fault.watch.since_s());
    }
    return out.bytes();
  }

  /** Continues from what {@link #save} gave, in a rehearsal of the same scenario and seed. */
  public void restore(byte[] saved) {
    StateReader in = new StateReader(saved);
    tick = in.getLong();
    pathDelay_s = in.getDouble();
    byte[] savedWorld = in.getBytes();
    link = SpaceLink.restore(linkConfiguration, seed, in.getBytes());
    loop.restore(savedWorld, in.getBytes());
    trace.restore(in.getBytes());
    telemetry.restore(in);
    for (PendingFault fault : pendingFaults) {
      fault.begun = in.getBoolean();
      fault.watch.restore(in.getDouble());
    }
  }

  /** A fault of the scenario that waits for its condition. */
  private static final class PendingFault {
    private final FaultLine line;
    private final ConditionWatch watch;
    private boolean begun;

    private PendingFault(FaultLine line, ConditionWatch watch) {
      this.line = line;
      this.watch = watch;
    }
  }

  /**
   * What one tick did.
   *
   * @param uplink CLTUs that reached the spacecraft in this tick
   * @param downlink frames that reached the ground in this tick
   */
  public record FlownTick(
      Tick tick, List<byte[]> uplink, FlightOutputs outputs, List<byte[]> downlink) {
    public FlownTick {
      uplink = List.copyOf(uplink);
      downlink = List.copyOf(downlink);
    }
  }
}
