package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ObjDoubleConsumer;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.rehearsal.Rehearsal.FlownTick;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.operator.ScriptedOperator;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Flies a scenario at full speed without Yamcs: a scripted operator at a station of its own, real
 * frames both ways.
 */
public final class HeadlessRun {
  /** Mission seconds between two calls of the progress listener. */
  private static final double PROGRESS_EVERY_S = 60;

  private static final int OPERATOR_LOOKS_EVERY_TICKS = 5;

  private final Scenario scenario;
  private final long seed;
  private final Rehearsal rehearsal;
  private final Judge judge;
  private final HeadlessStation station;
  private final ScriptedOperator operator;
  private final ConditionWatch end;
  private boolean ended;
  private List<JournalInput> last = List.of();
  private ObjDoubleConsumer<EventReport> eventTaker = (event, time_s) -> {};

  public HeadlessRun(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.seed = seed;
    this.rehearsal = new Rehearsal(scenario, seed);
    this.judge = new Judge(scenario);
    this.station = new HeadlessStation(rehearsal.start_tai_ns());
    this.operator = new ScriptedOperator(scenario, station);
    this.end = new ConditionWatch(scenario, scenario.endsWhen());
  }

  /** Flies one tick. */
  public FlownTick fly() {
    last = station.radiate(rehearsal.ticks());
    FlownTick flown = rehearsal.fly(last);
    judge.look(rehearsal, flown);
    for (EventReport event : rehearsal.telemetry().eventsOfThisTick()) {
      eventTaker.accept(event, rehearsal.time_s());
    }
    for (byte[] frame : flown.downlink()) {
      station.receive(frame, flown.tick().tai_ns());
    }
    if (flown.tick().every(OPERATOR_LOOKS_EVERY_TICKS)) {
      TelemetryPicture picture = station.picture();
      operator.step(picture);
      ended = operator.done() && end.holds(picture);
    }
    return flown;
  }

  /**
   * Flies up to the moment in which the vehicle waits at the gate and the gate is open, for a
   * session that begins there.
   *
   * @param listener takes each tick's inputs, in order
   * @throws IllegalStateException when the scenario ends before
   */
  public void flyToGate(String gate, InputListener listener) {
    int gateId = scenario.gateId(gate);
    while (!(station.picture().gateId() == gateId && station.picture().gateOpen())) {
      if (ended || rehearsal.time_s() > scenario.endsAtMost_s()) {
        throw new IllegalStateException(
            "the scripted operator of " + scenario.name() + " never comes to gate " + gate);
      }
      long tick = rehearsal.ticks();
      fly();
      listener.flown(tick, last);
    }
  }

  /** Flies to the end and judges. */
  public Summary flyToEnd(DoubleConsumer progress) {
    long started_ns = System.nanoTime();
    double flownFrom_s = rehearsal.time_s();
    double nextProgress_s = 0;
    while (!over()) {
      fly();
      if (rehearsal.time_s() >= nextProgress_s) {
        progress.accept(rehearsal.time_s());
        nextProgress_s = rehearsal.time_s() + PROGRESS_EVERY_S;
      }
    }
    double wall_s = (System.nanoTime() - started_ns) * 1e-9;
    return summary((rehearsal.time_s() - flownFrom_s) / wall_s);
  }

  private Summary summary(double realtimeFactor) {
    List<String> reasons = new ArrayList<>(operator.failures());
    if (!operator.done()) {
      reasons.add("the script still waited at line " + operator.line());
    } else if (!ended) {
      reasons.add("not at its end after %.0f s".formatted(scenario.endsAtMost_s()));
    }
    return Verdicts.summarise(
        rehearsal, judge, seed, reasons, station.tally(), realtimeFactor, null);
  }

  /** Takes each event as it leaves the spacecraft, with the mission time in seconds. */
  public void onEvent(ObjDoubleConsumer<EventReport> taker) {
    eventTaker = taker;
  }

  public Rehearsal rehearsal() {
    return rehearsal;
  }

  public Judge judge() {
    return judge;
  }

  /** Whether the script is done and its end condition holds, or the scenario's time is up. */
  public boolean over() {
    return ended || rehearsal.time_s() >= scenario.endsAtMost_s();
  }

  /** What the operator sees. */
  public @Nullable TelemetryPicture picture() {
    return station.picture();
  }

  /** Takes the inputs of each tick that was flown. */
  @FunctionalInterface
  public interface InputListener {
    void flown(long tick, List<JournalInput> inputs);
  }
}
