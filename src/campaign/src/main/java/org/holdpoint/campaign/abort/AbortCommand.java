package org.holdpoint.campaign.abort;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.holdpoint.motion.Vec3;
import org.holdpoint.rehearsal.launch.ProgressLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Aborts from many states and prints the smallest margin of each phase. */
@Command(
    name = "abort",
    description = {
      "Abort from seeded states in which guidance may fly, each with one thruster stuck closed,",
      "and print the smallest range of the day after."
    },
    mixinStandardHelpOptions = true)
public final class AbortCommand implements Callable<Integer> {
  private static final long MOST = 100_000_000;

  /** Trials that a thread takes at a time. */
  private static final long SHARE = 500;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many states (${DEFAULT-VALUE}).")
  private long n;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Seed of the states (${DEFAULT-VALUE}).")
  private long seed;

  @Spec private @Nullable CommandSpec spec;

  /**
   * All trials together; the same for the same seed, however many threads.
   *
   * @param worst of each phase
   * @param count of trials of each phase
   * @param unsafe trials in which the monitor had foreseen less than the keep-out sphere
   * @param breaches trials that entered it
   */
  record Tally(
      Map<Phase, AbortTrial.Result> worst, Map<Phase, Long> count, long unsafe, long breaches) {}

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    if (n < 1 || n > MOST) {
      throw new ParameterException(
          spec == null ? null : spec.commandLine(), "--n: " + n + " is not in 1 to " + MOST + ".");
    }
    PrintWriter out =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    long begun_ns = System.nanoTime();
    ProgressLine progress = new ProgressLine();
    Tally tally =
        fly(
            seed,
            n,
            Runtime.getRuntime().availableProcessors(),
            done -> progress.show("%,d of %,d aborts".formatted(done, n)));
    progress.clear();
    double took_s = 1e-9 * (System.nanoTime() - begun_ns);
    print(out, tally, took_s);
    return tally.breaches() == 0 ? 0 : 1;
  }

  private void print(PrintWriter out, Tally tally, double took_s) {
    out.printf(
        Locale.ROOT,
        "%d aborts, seed %d, one of 12 thrusters stuck closed, %.0f s%n",
        n,
        seed,
        took_s);
    AbortTrial.Result worst = null;
    for (Phase phase : Phase.values()) {
      AbortTrial.Result one = tally.worst().get(phase);
      if (one != null) {
        out.printf(
            Locale.ROOT,
            "  %-9s %8d  smallest margin %6.1f m  (%s)%n",
            phase,
            tally.count().get(phase),
            one.margin_m(),
            phase.meaning());
        worst = AbortTrial.worse(worst, one);
      }
    }
    out.printf(
        Locale.ROOT,
        "foreseen unsafe by the monitor: %d, inside 30 m: %d%n",
        tally.unsafe(),
        tally.breaches());
    if (worst != null) {
      Vec3 r = worst.state().r_CT_L_m();
      Vec3 v = worst.state().v_CT_L_m_s();
      out.printf(
          Locale.ROOT,
          "smallest margin %.2f m: trial %d, %s at (%.1f, %.1f, %.1f) m, (%.4f, %.4f, %.4f) m/s,"
              + " thruster %d dead, abort %s foreseen %.1f m, burn %.1f s%n",
          worst.margin_m(),
          worst.trial(),
          worst.phase(),
          r.x(),
          r.y(),
          r.z(),
          v.x(),
          v.y(),
          v.z(),
          worst.failedThruster(),
          worst.direction(),
          worst.foreseen_m(),
          worst.burn_s());
    }
  }

  static Tally fly(long seed, long n, int threads, LongConsumer progress)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      AtomicLong next = new AtomicLong();
      List<Future<Tally>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(() -> share(new AbortTrial(seed), next, n)));
      }
      Tally all = new Tally(new EnumMap<>(Phase.class), new EnumMap<>(Phase.class), 0, 0);
      for (Future<Tally> part : parts) {
        all = together(all, await(part, () -> progress.accept(Math.min(n, next.get()))));
      }
      return all;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Tally await(Future<Tally> part, Runnable meanwhile)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return part.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException stillFlying) {
        meanwhile.run();
      }
    }
  }

  private static Tally share(AbortTrial trial, AtomicLong next, long n) {
    Map<Phase, AbortTrial.Result> worst = new EnumMap<>(Phase.class);
    Map<Phase, Long> count = new EnumMap<>(Phase.class);
    long unsafe = 0;
    long breaches = 0;
    for (long from = next.getAndAdd(SHARE); from < n; from = next.getAndAdd(SHARE)) {
      for (long i = from; i < Math.min(n, from + SHARE); i++) {
        AbortTrial.Result result = trial.fly(i);
        worst.merge(result.phase(), result, (a, b) -> AbortTrial.worse(a, b) == a ? a : b);
        count.merge(result.phase(), 1L, Long::sum);
        unsafe += result.foreseen_m() < 30 ? 1 : 0;
        breaches += result.margin_m() < 0 ? 1 : 0;
      }
    }
    return new Tally(worst, count, unsafe, breaches);
  }

  private static Tally together(Tally a, Tally b) {
    Map<Phase, AbortTrial.Result> worst = new EnumMap<>(a.worst());
    Map<Phase, Long> count = new EnumMap<>(a.count());
    b.worst().forEach((k, v) -> worst.merge(k, v, (p, q) -> AbortTrial.worse(p, q) == p ? p : q));
    b.count().forEach((k, v) -> count.merge(k, v, Long::sum));
    return new Tally(worst, count, a.unsafe() + b.unsafe(), a.breaches() + b.breaches());
  }
}
