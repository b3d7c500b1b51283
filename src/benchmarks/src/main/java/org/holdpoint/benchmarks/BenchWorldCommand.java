package org.holdpoint.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.holdpoint.benchmarks.WorldAccuracy.Errors;
import org.holdpoint.rehearsal.launch.OutputFile;
import org.holdpoint.rehearsal.launch.ProgressLine;
import org.holdpoint.rehearsal.launch.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Speed and accuracy of the world, beside Orekit in the same run. */
@Command(
    name = "world",
    description = {
      "Replay a recorded flight on the world's dynamics and time it; do the same orbits with",
      "Orekit's own propagators; compare 24 h of coasting with Orekit at tight tolerance.",
      "Two spacecraft, gravity 20x20, NRLMSISE-00 drag, Sun, Moon, sunlight with eclipses, attitude",
      "and actuators each 100 ms; no sensors, no estimator. Takes about three minutes."
    },
    mixinStandardHelpOptions = true)
final class BenchWorldCommand implements Callable<Integer> {
  private static final String FLIGHT = "first-approach";
  private static final int[] SEPARATIONS_M = {100, 1000, 10_000};

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Write the figures as JSON as well.")
  private @Nullable Path json;

  @Override
  public Integer call() throws InterruptedException, ExecutionException, IOException {
    ProgressLine progress = new ProgressLine();
    Map<String, Object> figures = new LinkedHashMap<>();
    ActuatorTape tape =
        ActuatorTape.record(
            Workspace.here().scenario(FLIGHT),
            1,
            time_s -> progress.show("recording %s  %.0f s flown".formatted(FLIGHT, time_s)));
    speed(tape, progress, figures);
    accuracy(progress, figures);
    progress.clear();
    if (json != null) {
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(json.toFile(), figures);
      row("json", json.toString());
    }
    return 0;
  }

  private static void speed(ActuatorTape tape, ProgressLine progress, Map<String, Object> figures)
      throws InterruptedException, ExecutionException {
    WorldSpeed world = new WorldSpeed(tape);
    progress.show("replaying on one core");
    double one = world.oneCore();
    int cores = Runtime.getRuntime().availableProcessors();
    progress.show("replaying on " + cores + " cores");
    double all = world.allCores(cores);
    progress.show("counting allocations");
    WorldSpeed.Allocation bytes = world.allocation();
    progress.show("Orekit's propagators");
    double orekit = OrekitSpeed.oneCore(tape);
    progress.clear();
    row("flight", "%s, %.0f s, %d ticks".formatted(FLIGHT, tape.duration_s(), tape.ticks()));
    row("one core", "%,.0f x real time".formatted(one));
    row("all cores", "%,.0f x on %d, %.2f times one".formatted(all, cores, all / one));
    row("Orekit", "%,.0f x on one core (Runge-Kutta 4, 1 s)".formatted(orekit));
    row("ratio", "%.1f times Orekit".formatted(one / orekit));
    row(
        "allocated",
        "%.3f bytes per step of the dynamics; Orekit's density model %.0f each 10 s, mean %.1f"
            .formatted(bytes.perStep(), bytes.perSample(), bytes.mean()));
    figures.put("world_realtime_factor_1core", one);
    figures.put("world_realtime_factor_all_cores", all);
    figures.put("cores", cores);
    figures.put("orekit_realtime_factor_1core", orekit);
    figures.put("ratio_to_orekit", one / orekit);
    figures.put("bytes_per_step", bytes.perStep());
    figures.put("bytes_per_environment_sample", bytes.perSample());
    figures.put("bytes_per_step_environment_samples_included", bytes.mean());
  }

  private static void accuracy(ProgressLine progress, Map<String, Object> figures) {
    Map<String, Object> relative = new LinkedHashMap<>();
    Map<String, Object> absolute = new LinkedHashMap<>();
    for (int separation_m : SEPARATIONS_M) {
      progress.show("24 h of coasting at " + separation_m + " m beside Orekit");
      Errors[] errors = WorldAccuracy.coast(separation_m, 6, 24);
      progress.clear();
      row(
          "at %,d m".formatted(separation_m),
          "relative error %.2f mm after 6 h, %.1f mm after 24 h; absolute %.3f m after 24 h"
              .formatted(
                  1e3 * errors[0].relative_m(),
                  1e3 * errors[1].relative_m(),
                  errors[1].absolute_m()));
      relative.put(
          separation_m + " m",
          Map.of("6 h", errors[0].relative_m(), "24 h", errors[1].relative_m()));
      absolute.put(
          separation_m + " m",
          Map.of("6 h", errors[0].absolute_m(), "24 h", errors[1].absolute_m()));
    }
    figures.put("relative_error_m", relative);
    figures.put("absolute_error_m", absolute);
  }

  private static void row(String name, String value) {
    System.out.printf("  %-11s %s%n", name, value);
  }
}
