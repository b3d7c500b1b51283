package org.holdpoint.rehearsal.live;

/**
 * Keeps simulation time in step with the wall clock at a warp. When the simulation cannot keep up
 * it falls behind and is rebased, so that it never hurries to catch up.
 */
final class Pacer {
  private static final double MAX_LAG_S = 0.25;

  private long base_wall_ns;
  private long base_tai_ns;
  private double warp = 1;

  Pacer(long tai_ns) {
    rebase(tai_ns);
  }

  void rebase(long tai_ns) {
    base_wall_ns = System.nanoTime();
    base_tai_ns = tai_ns;
  }

  void setWarp(double newWarp, long tai_ns) {
    warp = newWarp;
    rebase(tai_ns);
  }

  double warp() {
    return warp;
  }

  /** Wall nanoseconds to wait until simulation time {@code tai_ns} is due; 0 when it is. */
  long untilDue_ns(long tai_ns) {
    double elapsed_s = (System.nanoTime() - base_wall_ns) * 1e-9;
    double due_s = (tai_ns - base_tai_ns) * 1e-9 / warp;
    if (elapsed_s - due_s > MAX_LAG_S) {
      rebase(tai_ns);
      return 0;
    }
    return Math.max(0, (long) ((due_s - elapsed_s) * 1e9));
  }
}
