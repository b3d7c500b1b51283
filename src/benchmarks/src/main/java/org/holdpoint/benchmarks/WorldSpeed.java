package org.holdpoint.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.dynamics.OrbitalMotion;

/** How fast the dynamics replay a recorded flight, and what they allocate. */
final class WorldSpeed {
  private static final int WARM_UP = 3;
  private static final int PASSES = 9;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final ActuatorTape tape;

  WorldSpeed(ActuatorTape tape) {
    this.tape = tape;
  }

  /** Real-time factor of one world on one core: median of nine passes after three to warm up. */
  double oneCore() {
    for (int i = 0; i < WARM_UP; i++) {
      seconds();
    }
    double[] passes = new double[PASSES];
    for (int i = 0; i < PASSES; i++) {
      passes[i] = seconds();
    }
    Arrays.sort(passes);
    return tape.duration_s() / passes[PASSES / 2];
  }

  /** Sum of the real-time factors of independent worlds, one on each core at the same time. */
  double allCores(int cores) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    try {
      List<Future<Double>> factors = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        factors.add(pool.submit(this::oneCore));
      }
      double sum = 0;
      for (Future<Double> factor : factors) {
        sum += factor.get();
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Plays the tape once from the start. */
  private double seconds() {
    TruthWorld world = tape.world();
    long begin_ns = System.nanoTime();
    for (int tick = 0; tick < tape.ticks(); tick++) {
      tape.play(world, tick);
    }
    double seconds = 1e-9 * (System.nanoTime() - begin_ns);
    checkArrived(world.truth());
    return seconds;
  }

  /** The dynamics alone must end where the flight ended, or they were not what was measured. */
  private void checkArrived(TruthSnapshot truth) {
    if (!truth.r_C_I_m().equals(tape.end().r_C_I_m())) {
      throw new IllegalStateException(
          "the replayed chaser is at "
              + truth.r_C_I_m()
              + ", the flown one at "
              + tape.end().r_C_I_m());
    }
  }

  /**
   * Bytes allocated by the thread that steps.
   *
   * @param perStep by a step of the dynamics, the mean over all in which Orekit is not asked
   * @param perSample by the step, every 10 s, in which Orekit is asked for density
   * @param mean over all steps
   */
  record Allocation(double perStep, double perSample, double mean) {}

  Allocation allocation() {
    TruthWorld world = tape.world();
    long stepped = 0;
    long sampled = 0;
    long samples = 0;
    for (int tick = 0; tick < tape.ticks(); tick++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      tape.play(world, tick);
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      if (tick % OrbitalMotion.BLOCK_TICKS == 0) {
        sampled += bytes;
        samples++;
      } else {
        stepped += bytes;
      }
    }
    return new Allocation(
        stepped / (double) (tape.ticks() - samples),
        sampled / (double) samples,
        (stepped + sampled) / (double) tape.ticks());
  }
}
