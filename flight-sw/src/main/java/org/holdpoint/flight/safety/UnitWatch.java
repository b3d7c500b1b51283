package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/** How one of the monitor's units is doing: when it last spoke and when it was last believed. */
final class UnitWatch implements Retained {
  /** Samples older than this are not used: the body may have turned since. */
  private static final long OLDEST_NS = 300_000_000L;

  /** Without a sample for this long a unit is lost. */
  private static final double LOST_S = 3;

  /** Refused samples in a row that make a unit REJECTED. */
  private static final int REJECTED_IN_ROW = 3;

  /** Equal samples in a row, the last of which is refused: noise never repeats to the last bit. */
  private static final int STUCK_AT = 3;

  private long lastSample_tai_ns = Long.MIN_VALUE;
  private double heardAge_s = Double.MAX_VALUE;
  private double usedAge_s = Double.MAX_VALUE;
  private int refusedInRow;
  private double a;
  private double b;
  private double c;
  private int alike;

  void age(double dt_s) {
    heardAge_s += dt_s;
    usedAge_s += dt_s;
  }

  /** Whether a sample is new, not from the future and not too old. */
  boolean timely(long now_tai_ns, long sampled_tai_ns) {
    if (sampled_tai_ns > now_tai_ns
        || sampled_tai_ns < now_tai_ns - OLDEST_NS
        || sampled_tai_ns <= lastSample_tai_ns) {
      return false;
    }
    lastSample_tai_ns = sampled_tai_ns;
    return true;
  }

  /**
   * Whether a timely sample is news, or that of a stuck unit; to be asked once for each.
   *
   * @param first numbers of the sample in a fixed order, zeros where it has fewer
   */
  boolean varies(double first, double second, double third) {
    boolean same = alike > 0 && first == a && second == b && third == c;
    alike = same ? Math.min(STUCK_AT, alike + 1) : 1;
    a = first;
    b = second;
    c = third;
    return alike < STUCK_AT;
  }

  void heard(boolean used) {
    heardAge_s = 0;
    if (used) {
      usedAge_s = 0;
      refusedInRow = 0;
    } else {
      refusedInRow++;
    }
  }

  double usedAge_s() {
    return usedAge_s;
  }

  double heardAge_s() {
    return heardAge_s;
  }

  int refusedInRow() {
    return refusedInRow;
  }

  void forgetRefusals() {
    refusedInRow = 0;
  }

  UnitState state() {
    if (heardAge_s == Double.MAX_VALUE) {
      return UnitState.OFF;
    }
    if (heardAge_s > LOST_S) {
      return UnitState.LOST;
    }
    return refusedInRow >= REJECTED_IN_ROW ? UnitState.REJECTED : UnitState.GOOD;
  }

  @Override
  public void save(StateWriter out) {
    out.put(lastSample_tai_ns).put(heardAge_s).put(usedAge_s).put(refusedInRow);
    out.put(a).put(b).put(c).put(alike);
  }

  @Override
  public void restore(StateReader in) {
    lastSample_tai_ns = in.getLong();
    heardAge_s = in.getDouble();
    usedAge_s = in.getDouble();
    refusedInRow = in.getInt();
    a = in.getDouble();
    b = in.getDouble();
    c = in.getDouble();
    alike = in.getInt();
  }
}
