package org.holdpoint.campaign;

import java.util.List;
import java.util.Map;

/**
 * What became of one flight; the names are those of the JSON.
 *
 * @param id number in the campaign
 * @param base_seed seed of the flight that the snapshot is of
 * @param faults in the words of a scenario file
 * @param units unit and kind of each fault
 * @param survivable whether the mission can be flown on with every one of the faults
 * @param completed the last gate was reached and held
 * @param breach the truth was inside keep-out or touched the target, the drift afterwards included
 * @param safings by rung
 * @param severer how many safings used a rung although a lesser one was judged safe just then
 * @param drift_min_range_m smallest range of the day after, all actuators off; null when it held
 */
record Outcome(
    int id,
    String phase,
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
    int severer,
    int resumes,
    double flown_s,
    String trace_sha256,
    String replay) {
  Outcome {
    faults = List.copyOf(faults);
    units = List.copyOf(units);
    safings = new java.util.TreeMap<>(safings);
  }

  /** The flight software or the world stopped with an error. */
  static Outcome crashed(
      int id,
      String phase,
      long baseSeed,
      List<org.holdpoint.world.fault.Fault> faults,
      RuntimeException error,
      String replay) {
    return new Outcome(
        id,
        phase,
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
