package org.holdpoint.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.launch.OutputFile;
import org.holdpoint.rehearsal.launch.ProgressLine;
import org.holdpoint.rehearsal.launch.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Speed of the closed loop. */
@Command(
    name = "flight",
    description = {
      "Time world and full flight software in their loop at 10 Hz on one core: sensors, navigation,",
      "guidance, control, safety monitor, telemetry frames, actuators, dynamics. A hold, a hop, a",
      "circumnavigation and a retreat are flown with the commands of the scripted operator."
    },
    mixinStandardHelpOptions = true)
final class BenchFlightCommand implements Callable<Integer> {
  private static final String FLIGHT = "first-approach";

  /** Flight by flight the tick still gets faster up to about here, until the compiler settles. */
  private static final int WARM_UPS = 8;

  /** What is required of one core (REH-045). */
  static final double REQUIRED_REALTIME_FACTOR = 10_000;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Write the figures as JSON as well.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    ProgressLine progress = new ProgressLine();
    FlightSpeed speed =
        new FlightSpeed(
            Workspace.here().scenario(FLIGHT),
            1,
            time_s -> progress.show("recording %s  %.0f s flown".formatted(FLIGHT, time_s)));
    for (int i = 1; i <= WARM_UPS; i++) {
      progress.show("warming up %d of %d".formatted(i, WARM_UPS));
      speed.warmUp();
    }
    progress.show("measuring");
    FlightSpeed.Figures figures = speed.measure();
    progress.clear();
    row("flight", "%s, %,d ticks of 100 ms".formatted(FLIGHT, figures.ticks()));
    row("one core", "%,.0f x real time".formatted(figures.realtimeFactor()));
    row("required", verdict(figures.realtimeFactor()));
    row(
        "tick",
        "%.1f us median, %.1f us at 99.9 %%".formatted(figures.p50_us(), figures.p999_us()));
    row("allocated", "%,.0f bytes a tick".formatted(figures.bytesPerTick()));
    row(
        "growth",
        "live heap %+,d bytes from first to last quarter; a tick takes %.2f of the time"
            .formatted(figures.heapGrowth_bytes(), figures.lastToFirst()));
    if (json != null) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("flight_realtime_factor_1core", figures.realtimeFactor());
      all.put("required_realtime_factor", REQUIRED_REALTIME_FACTOR);
      all.put("requirement_met", met(figures.realtimeFactor()));
      all.put("tick_us_p50", figures.p50_us());
      all.put("tick_us_p999", figures.p999_us());
      all.put("bytes_per_tick", figures.bytesPerTick());
      all.put("ticks", figures.ticks());
      all.put("heap_growth_bytes", figures.heapGrowth_bytes());
      all.put("last_quarter_to_first", figures.lastToFirst());
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), all);
      row("json", json.toString());
    }
    return 0;
  }

  static boolean met(double realtimeFactor) {
    return realtimeFactor >= REQUIRED_REALTIME_FACTOR;
  }

  /** The requirement and whether this machine, as busy as it is now, meets it. */
  static String verdict(double realtimeFactor) {
    return String.format(
        Locale.ROOT,
        "at least %,.0f x real time on one core with nothing beside it: %s",
        REQUIRED_REALTIME_FACTOR,
        met(realtimeFactor) ? "met" : "NOT met here and now");
  }

  private static void row(String name, String value) {
    System.out.printf("  %-11s %s%n", name, value);
  }
}
