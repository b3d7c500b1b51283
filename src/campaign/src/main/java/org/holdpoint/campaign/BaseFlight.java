package org.holdpoint.campaign;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.scenario.Scenario;

/** Flies a scenario without faults once and keeps a snapshot at the begin of each phase. */
final class BaseFlight {
  /** Shorter ones are passages, not phases. */
  private static final double SHORTEST_S = 60;

  /** Faults are drawn inside the reach of near navigation. */
  private static final double NEAR_M = 3000;

  private BaseFlight() {}

  /**
   * The phases, in order, within 3 km.
   *
   * @throws IllegalStateException when the flight itself does not pass
   */
  static List<Phase> phases(Scenario scenario, long seed) {
    HeadlessRun run = new HeadlessRun(scenario, seed);
    List<Phase> phases = new ArrayList<>();
    String name = "";
    int gate = 0;
    double begin_s = 0;
    byte[] snapshot = new byte[0];
    boolean near = false;
    while (!run.over()) {
      TelemetryPicture picture = run.picture();
      Mode mode = picture == null ? null : picture.mode();
      if (picture != null && mode != null) {
        gate = picture.gateId() > 0 ? picture.gateId() : gate;
        String now = name(scenario, mode, picture.gateId(), gate);
        if (!now.equals(name)) {
          double time_s = run.rehearsal().time_s();
          add(phases, name, begin_s, time_s, snapshot, near);
          name = now;
          begin_s = time_s;
          snapshot = run.rehearsal().save();
          near = run.rehearsal().world().range_m() < NEAR_M;
        }
      }
      var unused = run.fly();
    }
    add(phases, name, begin_s, run.rehearsal().time_s(), snapshot, near);
    if (phases.isEmpty()) {
      throw new IllegalStateException(
          "scenario " + scenario.name() + " has no phase within 3 km of the target");
    }
    return phases;
  }

  private static String name(Scenario scenario, Mode mode, int atHand, int last) {
    if (atHand > 0 && atHand <= scenario.gates().size()) {
      return mode + " at " + scenario.gates().get(atHand - 1).name();
    }
    return last > 0 && last <= scenario.gates().size()
        ? mode + " from " + scenario.gates().get(last - 1).name()
        : mode.name();
  }

  private static void add(
      List<Phase> phases,
      String name,
      double begin_s,
      double end_s,
      byte[] snapshot,
      boolean near) {
    boolean counts = near && end_s - begin_s >= SHORTEST_S && !name.startsWith("DRIFT");
    if (counts && phases.stream().noneMatch(phase -> phase.name().equals(name))) {
      phases.add(new Phase(name, begin_s, end_s, snapshot));
    }
  }
}
