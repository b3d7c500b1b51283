package org.holdpoint.flight.sensing;

import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Notices a unit that is stuck: fresh time stamps, always the same value. The noise of a working
 * unit of ours is never twice the same to the last bit; a unit that quantises more coarsely than
 * its noise would need a longer run.
 */
public final class Repetition implements Retained {
  private final int stuckAt;
  private double a;
  private double b;
  private double c;
  private int alike;

  /**
   * @param stuckAt so many equal samples in a row, 2 or more, are no chance any more
   */
  public Repetition(int stuckAt) {
    this.stuckAt = stuckAt;
  }

  /**
   * To be told each fresh sample once, its numbers in a fixed order.
   *
   * @return whether this one ends a run of equal samples that is long enough to tell
   */
  public boolean of(double first, double second, double third) {
    boolean same = alike > 0 && first == a && second == b && third == c;
    alike = same ? Math.min(stuckAt, alike + 1) : 1;
    a = first;
    b = second;
    c = third;
    return alike >= stuckAt;
  }

  @Override
  public void save(StateWriter out) {
    out.put(a).put(b).put(c).put(alike);
  }

  @Override
  public void restore(StateReader in) {
    a = in.getDouble();
    b = in.getDouble();
    c = in.getDouble();
    alike = in.getInt();
  }
}
