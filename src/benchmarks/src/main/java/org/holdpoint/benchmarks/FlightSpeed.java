package org.holdpoint.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.HdrHistogram.Histogram;
import org.holdpoint.flight.FlightOutputs;
import org.holdpoint.flight.Tick;
import org.holdpoint.rehearsal.ClosedLoop;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.scenario.Scenario;

/**
 * Times world and flight software in their loop at 10 Hz, one tick after the other on one thread:
 * sensors, the whole flight software with its telemetry frames, actuators, the world's step. The
 * commands are those that the scripted operator sent in a flight before. No ground, no judge.
 */
final class FlightSpeed {
  private static final long LARGEST_NS = 1_000_000_000L;
  private static final int QUARTERS = 4;
  private static final int PROGRESS_TICKS = 600;

  /**
   * What was measured.
   *
   * @param realtimeFactor simulated seconds in one second, whole flight
   * @param p50_us median time of a tick
   * @param p999_us 99.9 % of the ticks take less
   * @param bytesPerTick allocated, mean
   * @param heapGrowth_bytes live heap after the last quarter less that after the first
   * @param lastToFirst mean time of a tick in the last quarter over that in the first
   */
  record Figures(
      long ticks,
      double realtimeFactor,
      double p50_us,
      double p999_us,
      double bytesPerTick,
      long heapGrowth_bytes,
      double lastToFirst) {}

  private final Scenario scenario;
  private final long seed;

  /** By tick: what reached the spacecraft in it. */
  private final List<List<byte[]>> uplinks = new ArrayList<>();

  FlightSpeed(Scenario scenario, long seed, DoubleConsumer progress_s) {
    this.scenario = scenario;
    this.seed = seed;
    HeadlessRun flight = new HeadlessRun(scenario, seed);
    while (!flight.over()) {
      uplinks.add(flight.fly().uplink());
      if (uplinks.size() % PROGRESS_TICKS == 0) {
        progress_s.accept(flight.rehearsal().time_s());
      }
    }
  }

  /** Flies once without looking, so that the compiler has seen it all. */
  void warmUp() {
    ClosedLoop loop = new ClosedLoop(scenario, seed);
    for (int k = 0; k < uplinks.size(); k++) {
      fly(loop, k);
    }
  }

  private void fly(ClosedLoop loop, int number) {
    Tick tick = loop.tick(number);
    FlightOutputs outputs = loop.think(tick, true, uplinks.get(number));
    loop.move(outputs);
  }

  Figures measure() {
    Histogram times_ns = new Histogram(LARGEST_NS, 3);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ClosedLoop loop = new ClosedLoop(scenario, seed);
    int quarter = uplinks.size() / QUARTERS;
    double[] quarter_ns = new double[QUARTERS];
    long[] heap_bytes = new long[QUARTERS];
    long allocated = 0;
    for (int q = 0; q < QUARTERS; q++) {
      long bytesBefore = threads.getCurrentThreadAllocatedBytes();
      long before_ns = System.nanoTime();
      long last_ns = before_ns;
      for (int k = 0; k < quarter; k++) {
        fly(loop, q * quarter + k);
        long now_ns = System.nanoTime();
        times_ns.recordValue(Math.min(LARGEST_NS, now_ns - last_ns));
        last_ns = now_ns;
      }
      quarter_ns[q] = last_ns - before_ns;
      allocated += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
      heap_bytes[q] = liveHeap_bytes();
    }
    double all_ns = 0;
    for (double each : quarter_ns) {
      all_ns += each;
    }
    long flown = (long) quarter * QUARTERS;
    return new Figures(
        flown,
        flown * 0.1 / (all_ns * 1e-9),
        times_ns.getValueAtPercentile(50) / 1e3,
        times_ns.getValueAtPercentile(99.9) / 1e3,
        (double) allocated / flown,
        heap_bytes[QUARTERS - 1] - heap_bytes[0],
        quarter_ns[QUARTERS - 1] / quarter_ns[0]);
  }

  private static long liveHeap_bytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
