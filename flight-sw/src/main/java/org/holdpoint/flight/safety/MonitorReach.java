package org.holdpoint.flight.safety;

import java.util.List;

/** What the monitor knows at which range, and which of its rules that leaves. */
final class MonitorReach {
  /** Thermal camera and laser ranger B hear the target up to here. */
  static final double SENSORS_M = 3000;

  /**
   * One case.
   *
   * @param where the chaser is
   * @param state the monitor's relative state there
   * @param rungs what is told of the rungs
   * @param targetRules what the rules that need the target's place say
   * @param because reason
   */
  record Row(String where, String state, String rungs, String targetRules, String because) {}

  static final List<Row> ROWS =
      List.of(
          new Row(
              "within 3 km, target in view",
              "VALID, once sharp enough",
              "judged once a second",
              "judged",
              "thermal camera and laser ranger B reach 3 km"),
          new Row(
              "within 3 km, target not in view",
              "carried on; STALE after 5 s, INVALID after 60 s",
              "UNKNOWN after 5 s; an ABORT goes where it was latched for 60 s",
              "UNKNOWN as each row's data go stale; SAF-112 and SAF-168 watch just this",
              "drift without a measurement is a guess that grows"),
          new Row(
              "beyond 3 km",
              "INVALID after 60 s",
              "UNKNOWN: what is asked for is done as asked; an ABORT goes away along V-bar on the"
                  + " last known side",
              "UNKNOWN where armed, else NOT_APPLICABLE; no SAF-168",
              "no sensor of its own reaches the target; legs there are apart by e and i vectors,"
                  + " each burn checked before it is given"),
          new Row(
              "own GNSS more than 6 km from the uploaded target while ranger B hears one",
              "INVALID, then starts again from ranger and camera",
              "UNKNOWN until VALID",
              "UNKNOWN until VALID",
              "the uploaded orbit, a cue perhaps, has the target elsewhere and turns L wrongly: the"
                  + " chaser's own orbit gives L instead"));

  private MonitorReach() {}
}
