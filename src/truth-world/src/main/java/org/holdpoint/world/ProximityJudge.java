package org.holdpoint.world;

import java.nio.ByteBuffer;
import org.holdpoint.world.state.Kept;

/** Watches the range between the centres of mass, at the ends of ticks and between them. */
final class ProximityJudge implements Kept {
  /** Radius of the keep-out sphere. */
  static final double KEEP_OUT_M = 30;

  private double range_m = Double.POSITIVE_INFINITY;
  private double smallestRange_m = Double.POSITIVE_INFINITY;
  private int entries;

  /** Looks at the range at the start. */
  void see(double now_m) {
    see(now_m, now_m);
  }

  /** Looks at one tick. */
  void see(RelativePath path) {
    see(path.smallest_m(), path.endRange_m());
  }

  private void see(double smallest_m, double end_m) {
    if (smallest_m < KEEP_OUT_M && range_m >= KEEP_OUT_M) {
      entries++;
    }
    range_m = end_m;
    smallestRange_m = Math.min(smallestRange_m, smallest_m);
  }

  double range_m() {
    return range_m;
  }

  double smallestRange_m() {
    return smallestRange_m;
  }

  int entries() {
    return entries;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putDouble(range_m).putDouble(smallestRange_m).putInt(entries);
  }

  @Override
  public void restore(ByteBuffer in) {
    range_m = in.getDouble();
    smallestRange_m = in.getDouble();
    entries = in.getInt();
  }
}
