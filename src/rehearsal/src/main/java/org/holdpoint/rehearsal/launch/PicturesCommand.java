package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.picture.CameraModel;
import org.holdpoint.world.picture.CameraOptics;
import org.holdpoint.world.picture.ContactSheet;
import org.holdpoint.world.picture.Inspection;
import org.holdpoint.world.picture.Picture;
import org.holdpoint.world.picture.PngFile;
import org.holdpoint.world.picture.Scene;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flies a scenario headless and takes pictures of the target on the way. */
@Command(
    name = "pictures",
    description = {
      "Fly a scenario headless as 'run' does, and take pictures of the target: PNG files with the",
      "truth in their metadata, a contact sheet, and what was seen of each facet. Without --from the",
      "first is taken when the chaser has come to circle the target, and all within one orbit."
    },
    mixinStandardHelpOptions = true)
final class PicturesCommand implements Callable<Integer> {
  private static final int MAX_PICTURES = ContactSheet.MAX_PICTURES;
  private static final int PATH_EVERY_TICKS = 100;
  private static final double EARTH_MU_M3_S2 = 3.986004418e14;

  @Parameters(paramLabel = "SCENARIO", description = "Name in etc/scenarios, or path of a file.")
  private String scenarioName = "";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all noise (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--from", paramLabel = "S", description = "Mission time of the first picture.")
  private @Nullable Double from_s;

  @Option(names = "--every", paramLabel = "S", description = "Time between two pictures.")
  private @Nullable Double every_s;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many, 1 to " + MAX_PICTURES + " (${DEFAULT-VALUE}).")
  private int count = 12;

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      description = "narrow, wide or thermal (${DEFAULT-VALUE}).")
  private String camera = "narrow";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      converter = OutputFolder.class,
      description = "Folder for the files; made when it is missing.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    if (count < 1 || count > MAX_PICTURES) {
      throw new IllegalArgumentException(
          "--count: " + count + " is not in 1 to " + MAX_PICTURES + ".");
    }
    Double asked_s = every_s;
    if (asked_s != null && !(asked_s >= 1)) {
      throw new IllegalArgumentException("--every: " + asked_s + " s is less than 1 s.");
    }
    CameraOptics optics = CameraOptics.named(camera);
    Scenario scenario = Workspace.here().scenario(scenarioName);
    HeadlessRun run = new HeadlessRun(scenario, seed);
    flyToFirst(run, scenario);
    double interval_s =
        asked_s != null ? asked_s : orbit_s(run.rehearsal().world().truth()) / count;

    CameraModel model = new CameraModel(optics, seed, scenario.name());
    var hull = run.rehearsal().world().configuration().targetHull();
    Inspection inspection = new Inspection(hull, Inspection.Rules.NOMINAL);
    Environment environment = new Environment();
    List<Picture> pictures = new ArrayList<>();
    double first_s = run.rehearsal().time_s();
    System.out.printf(
        "%s  seed %d  %s camera, %.1f deg, %.1f\" a pixel%n",
        scenario.name(),
        seed,
        optics.name(),
        optics.field_deg(),
        Math.toDegrees(optics.pixel_rad()) * 3600);
    System.out.println(
        "   file                time_s  range_m  phase_deg  sun  lit  exposure_ms  GSD_cm  new  coverage");
    while (pictures.size() < count && !run.over()) {
      TruthSnapshot before = run.rehearsal().world().truth();
      long tick = run.rehearsal().ticks();
      var unused = run.fly();
      boolean due = run.rehearsal().time_s() >= first_s + pictures.size() * interval_s;
      if (!due && tick % PATH_EVERY_TICKS != 0) {
        continue;
      }
      Scene scene = Scene.of(environment, before, run.rehearsal().world().truth(), hull);
      inspection.pass(scene);
      if (due) {
        Picture picture = model.take(scene);
        pictures.add(picture);
        String file = String.format(Locale.ROOT, "%s-%03d.png", optics.name(), pictures.size());
        write(file, PngFile.bytes(picture));
        int fresh = inspection.look(scene, optics, picture.exposure_s(), file);
        row(file, run.rehearsal().time_s(), scene, optics, picture, fresh, inspection);
      }
    }
    if (pictures.isEmpty()) {
      throw new IllegalStateException("the scenario ended before the first picture");
    }
    write("contact-sheet.png", PngFile.bytes(ContactSheet.of(pictures, ofSheet(scenario))));
    write("facets.csv", facets(inspection).getBytes(StandardCharsets.UTF_8));
    System.out.printf(
        "%d of %d pictures, coverage %.3f of what could be seen lit on the path; %s/contact-sheet.png,"
            + " facets.csv%n",
        pictures.size(), count, inspection.coverage(), out);
    return pictures.size() == count ? 0 : 1;
  }

  private void flyToFirst(HeadlessRun run, Scenario scenario) {
    ProgressLine progress = new ProgressLine();
    Double at_s = from_s;
    while (!run.over()) {
      boolean there = at_s != null ? run.rehearsal().time_s() >= at_s : circles(run);
      if (there) {
        progress.clear();
        return;
      }
      var unused = run.fly();
      if (run.rehearsal().ticks() % 600 == 0) {
        progress.show("%s  %.0f s flown".formatted(scenario.name(), run.rehearsal().time_s()));
      }
    }
    throw new IllegalStateException(
        at_s != null
            ? "%s ends after %.0f s, before --from %.0f"
                .formatted(scenario.name(), run.rehearsal().time_s(), at_s)
            : scenario.name()
                + " never circles the target: give the first picture's time by --from");
  }

  /** Whether telemetry says that the vehicle has reached its path around the target. */
  private static boolean circles(HeadlessRun run) {
    var telemetry = run.rehearsal().telemetry();
    var gnc = telemetry.gnc();
    return telemetry.mode() == Mode.CIRCUMNAVIGATION
        && gnc != null
        && gnc.next_event() != NextEvent.START_BURN
        && gnc.next_event() != NextEvent.STOP_BURN;
  }

  /** The target's period, by its energy. */
  private static double orbit_s(TruthSnapshot truth) {
    double v_m_s = truth.v_T_I_m_s().norm();
    double a_m = 1 / (2 / truth.r_T_I_m().norm() - v_m_s * v_m_s / EARTH_MU_M3_S2);
    return 2 * Math.PI * Math.sqrt(a_m * a_m * a_m / EARTH_MU_M3_S2);
  }

  private static void row(
      String file,
      double time_s,
      Scene scene,
      CameraOptics optics,
      Picture picture,
      int fresh,
      Inspection inspection) {
    double range_m = scene.truth().range_m();
    System.out.printf(
        "   %-18s %7.1f  %7.1f  %9.1f  %3.0f%% %3.0f%%  %11.3f  %6.2f  %3d  %8.3f%n",
        file,
        time_s,
        range_m,
        Math.toDegrees(scene.phase_rad()),
        100 * scene.light(),
        100 * picture.litFraction(),
        1e3 * picture.exposure_s(),
        100 * range_m * optics.pixel_rad(),
        fresh,
        inspection.coverage());
  }

  private Map<String, String> ofSheet(Scenario scenario) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("Software", "Holdpoint");
    metadata.put("scenario", scenario.name());
    metadata.put("run_seed", Long.toString(seed));
    metadata.put("camera", camera);
    return metadata;
  }

  private static String facets(Inspection inspection) {
    StringBuilder text =
        new StringBuilder(
            "facet,area_m2,could_be_seen,best_frame,gsd_m,slant_deg,incidence_deg,phase_deg,blur_px\n");
    for (Inspection.Account account : inspection.accounts()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%.3f,%s,",
              account.facet(),
              account.area_m2(),
              account.couldBeSeen()));
      Inspection.Sight best = account.best();
      text.append(
          best == null
              ? ",,,,,\n"
              : String.format(
                  Locale.ROOT,
                  "%s,%.4f,%.1f,%.1f,%.1f,%.3f%n",
                  best.frame(),
                  best.sample_m(),
                  best.slant_deg(),
                  best.incidence_deg(),
                  best.phase_deg(),
                  best.blur_px()));
    }
    return text.toString();
  }

  private void write(String file, byte[] bytes) {
    try {
      Files.write(out.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out.resolve(file), e);
    }
  }
}
