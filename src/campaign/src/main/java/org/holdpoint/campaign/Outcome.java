package org.holdpoint.campaign;

import java.util.List;
import java.util.Map;

/**
 * What became of one flight; the names are those of the JSON.
 *
 * @param id number in the campaign
 * @param phase_begin_s when the phase began in the flight that the snapshot is of
 * @param base_seed seed of the flight that the snapshot is of
 * @param faults in the words of a scenario file
 * @param units unit and kind of each fault
 * @param survivable whether the mission can be flown on with every one of the faults
 * @param completed the last gate was reached and held
 * @param breach the truth was inside keep-out or touched the target, the drift afterwards included
 * @param safings by rung
 * @param safing_log time, rung and source of each safing, the first fifty
 * @param severer how many safings used a rung although a lesser one was judged safe just then
 * @param nuisances how many safings came by the spacecraft itself although no fault acted or had
 *     passed within the last 900 s
 * @param drift_min_range_m smallest range of the day after, all actuators off; null when it held
 */
record Outcome(
    int id,
    String phase,
    double phase_begin_s,
    long base_seed,
    List<String> faults,
    List<String> units,
    boolean survivable,
    boolean completed,
    boolean breach,
    double min_range_m,
    @org.jspecify.annotations.Nullable Double drift_min_range_m,
    String final_mode,
    Map<String, Integer> safings,
    List<String> safing_log,
    int severer,
    int nuisances,
    int resumes,
    double flown_s,
    String trace_sha256,
    String replay) {
  Outcome {
    faults = List.copyOf(faults);
    units = List.copyOf(units);
    safing_log = List.copyOf(safing_log);
    safings = new java.util.TreeMap<>(safings);
  }

  /** The flight software or the world stopped with an error. */
  static Outcome crashed(
      int id,
      Phase phase,
      long baseSeed,
      List<org.holdpoint.world.fault.Fault> faults,
      RuntimeException error,
      String replay) {
    return new Outcome(
        id,
        phase.name(),
        phase.begin_s(),
        baseSeed,
        faults.stream().map(CampaignFlight::text).toList(),
        faults.stream().map(fault -> fault.unit() + " " + fault.kind()).toList(),
        true,
        false,
        true,
        0,
        null,
        "stopped: " + error.getMessage(),
        Map.of(),
        List.of(),
        0,
        0,
        0,
        0,
        "",
        replay);
  }

  int safingCount() {
    return safings.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean good() {
    return !breach && (completed || !survivable);
  }
}
