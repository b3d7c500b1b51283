package org.holdpoint.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.rehearsal.HeadlessStation;
import org.holdpoint.rehearsal.Rehearsal;
import org.holdpoint.rehearsal.Rehearsal.FlownTick;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.fault.Fault;

/** One flight of a campaign: from the snapshot of a phase, with its faults, to its end. */
final class CampaignFlight {
  private static final double KEEP_OUT_M = 30;
  private static final int TICKS_PER_S = 10;

  /** A mission that is not through by then does not complete. */
  private static final double LONGEST_S = 40_000;

  /** Further away than this with a safing in force nobody comes back within the flight. */
  private static final double GONE_M = 5000;

  private static final double HELD_FOR_S = 120;

  /** A safing this long after the last fault has passed is no answer to it any more. */
  private static final double AFTERMATH_S = 900;

  private static final long DRIFT_TICKS = 864_000;
  private static final int MOST_LOGGED = 50;

  private final Scenario scenario;
  private final Phase phase;
  private final long baseSeed;
  private final List<Fault> faults;

  private final Map<String, Integer> safings = new TreeMap<>();
  private final List<String> safingLog = new ArrayList<>();
  private int severer;
  private int nuisances;

  CampaignFlight(Scenario scenario, Phase phase, long baseSeed, List<Fault> faults) {
    this.scenario = scenario;
    this.phase = phase;
    this.baseSeed = baseSeed;
    this.faults = faults;
  }

  /** Flies and tells; {@code replay} is the command that flies it again. */
  Outcome fly(int id, String replay) {
    Rehearsal rehearsal = new Rehearsal(scenario, baseSeed);
    rehearsal.restore(phase.snapshot());
    faults.forEach(rehearsal.world()::injectFault);
    int lastGate = scenario.gates().size();
    HeadlessStation station = new HeadlessStation(rehearsal.start_tai_ns());
    PatientOperator operator = new PatientOperator(station, lastGate);
    double begin_s = rehearsal.time_s();
    double lastBegins_s = faults.stream().mapToDouble(Fault::start_s).max().orElse(begin_s);
    double heldSince_s = Double.NaN;
    boolean completed = false;
    while (!completed && rehearsal.time_s() < begin_s + LONGEST_S) {
      FlownTick flown = rehearsal.fly(station.radiate(rehearsal.ticks()));
      for (byte[] frame : flown.downlink()) {
        station.receive(frame, flown.tick().tai_ns());
      }
      note(rehearsal);
      if (!flown.tick().every(TICKS_PER_S)) {
        continue;
      }
      TelemetryPicture picture = station.picture();
      operator.step(picture, rehearsal.telemetry());
      double now_s = rehearsal.time_s();
      // What is over before its fault begins has shown nothing.
      boolean held =
          picture.mode() == Mode.HOLD && picture.gateId() == lastGate && now_s >= lastBegins_s;
      heldSince_s = held ? (Double.isNaN(heldSince_s) ? now_s : heldSince_s) : Double.NaN;
      completed = now_s - heldSince_s >= HELD_FOR_S;
      if (breached(rehearsal.world().truth(), rehearsal) || lost(rehearsal, operator, picture)) {
        break;
      }
    }
    return outcome(id, replay, rehearsal, operator, completed, begin_s);
  }

  private static boolean breached(TruthSnapshot truth, Rehearsal rehearsal) {
    return truth.keepOutEntries() > 0 || rehearsal.world().proximity().contacts() > 0;
  }

  private static boolean lost(
      Rehearsal rehearsal, PatientOperator operator, TelemetryPicture picture) {
    boolean away = rehearsal.world().range_m() > GONE_M;
    return away && (operator.givesUp() || picture.mode() != Mode.RETREAT);
  }

  private void note(Rehearsal rehearsal) {
    for (EventReport event : rehearsal.telemetry().eventsOfThisTick()) {
      if (event.event() == ChaserEvent.SAFING_STARTED) {
        Rung rung = Rung.values()[(int) event.a()];
        safings.merge(rung.name(), 1, Integer::sum);
        SafingSource source = source((int) event.b());
        if (safingLog.size() < MOST_LOGGED) {
          safingLog.add(
              String.format(Locale.ROOT, "%.1f s %s by %s", rehearsal.time_s(), rung, source));
        }
        nuisances += source != SafingSource.COMMAND && nothingWrong(rehearsal.time_s()) ? 1 : 0;
        SafetyPacket safety = rehearsal.telemetry().safety();
        severer += safety != null && lesserIsSafe(rung, safety) ? 1 : 0;
      }
    }
  }

  private static SafingSource source(int code) {
    return Stream.of(SafingSource.values())
        .filter(each -> each.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no source of safings has code " + code));
  }

  /** No fault acts or has acted a while ago. */
  private boolean nothingWrong(double now_s) {
    return faults.stream()
        .noneMatch(fault -> now_s >= fault.start_s() && now_s < fault.end_s() + AFTERMATH_S);
  }

  private static boolean lesserIsSafe(Rung used, SafetyPacket safety) {
    return switch (used) {
      case NONE, HOLD -> false;
      case RETREAT -> safety.hold_verdict() == RungVerdict.SAFE;
      case ESCAPE -> safety.retreat_verdict() == RungVerdict.SAFE;
      case ABORT -> safety.escape_verdict() == RungVerdict.SAFE;
    };
  }

  private Outcome outcome(
      int id,
      String replay,
      Rehearsal rehearsal,
      PatientOperator operator,
      boolean completed,
      double begin_s) {
    TruthSnapshot truth = rehearsal.world().truth();
    boolean breach = breached(truth, rehearsal);
    Mode mode = rehearsal.telemetry().mode();
    String trace = rehearsal.trace_sha256();
    double flown_s = rehearsal.time_s() - begin_s;
    Double drift_m = null;
    if (!completed && !breach && mode != Mode.HOLD) {
      drift_m = drift_m(rehearsal.world());
      breach = drift_m < KEEP_OUT_M;
    }
    List<String> texts = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (Fault fault : faults) {
      texts.add(text(fault));
      units.add(fault.unit() + " " + fault.kind());
    }
    return new Outcome(
        id,
        phase.name(),
        phase.begin_s(),
        baseSeed,
        texts,
        units,
        faults.stream().allMatch(Survivable::is),
        completed,
        breach,
        truth.smallestRange_m(),
        drift_m,
        mode == null ? "none" : mode.name(),
        safings,
        safingLog,
        severer,
        nuisances,
        operator.resumes(),
        flown_s,
        trace,
        replay);
  }

  /** Smallest range of a day without any actuator. */
  private static double drift_m(TruthWorld world) {
    int[] off_ms = new int[ActuatorCommands.THRUSTERS];
    double[] noTorque = new double[3];
    double smallest_m = Double.POSITIVE_INFINITY;
    for (long k = 0; k < DRIFT_TICKS; k++) {
      world.move(off_ms, noTorque);
      if (k % TICKS_PER_S == 0) {
        smallest_m = Math.min(smallest_m, world.range_m());
      }
    }
    return smallest_m;
  }

  /** As a scenario file has it. */
  static String text(Fault fault) {
    StringBuilder text = new StringBuilder();
    text.append("{unit: ").append(fault.unit()).append(", kind: ").append(fault.kind());
    Map<String, Double> parameters = new TreeMap<>(fault.parameters());
    if (!parameters.isEmpty()) {
      List<String> each = new ArrayList<>();
      parameters.forEach((name, value) -> each.add(name + ": " + value));
      text.append(", parameters: {").append(String.join(", ", each)).append('}');
    }
    text.append(String.format(Locale.ROOT, ", start_s: %.1f", fault.start_s()));
    if (fault.end_s() < Double.POSITIVE_INFINITY) {
      text.append(String.format(Locale.ROOT, ", end_s: %.1f", fault.end_s()));
    }
    return text.append('}').toString();
  }
}
