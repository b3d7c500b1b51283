package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdpoint.rehearsal.scenario.Scenario.Orbit;
import org.holdpoint.rehearsal.scenario.Scenario.StartState;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.orbitfile.OrbitFile;
import org.holdpoint.world.orbitfile.OrbitFormat;
import org.holdpoint.world.orbitfile.StateCovariance;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;

/** Reads where a spacecraft starts: from a file, a state, or a place relative to the target. */
final class StartReader {
  private static final List<String> SOURCES =
      List.of("oem", "omm", "tle", "state", "relative", "phased");

  /** Places beside the target: only the chaser's. */
  private static final List<String> OF_CHASER = List.of("relative", "phased");

  /** Closest hold, and reach of the ranger. */
  private static final double NEAREST_M = 40;

  private static final double FARTHEST_M = 3000;

  private final CheckedFile checked;
  private final Attachments attachments;
  private final Instant epoch;
  private final @Nullable Orbit orbit;

  /**
   * @param orbit the target's; null when it is not given by elements
   */
  StartReader(CheckedFile checked, Attachments attachments, Instant epoch, @Nullable Orbit orbit) {
    this.orbit = orbit;
    this.checked = checked;
    this.attachments = attachments;
    this.epoch = epoch;
  }

  /**
   * The start at a path of the scenario; null when it is mistaken, which has then been noted.
   *
   * @param relativeAllowed whether it may be given relative to the target
   */
  @Nullable StartState read(JsonNode start, String path, boolean relativeAllowed) {
    List<String> allowed =
        SOURCES.stream().filter(key -> relativeAllowed || !OF_CHASER.contains(key)).toList();
    List<String> given = SOURCES.stream().filter(start::has).toList();
    if (given.size() != 1 || !allowed.contains(given.get(0))) {
      checked.mistake(
          path,
          "must be given by exactly one of: " + String.join(", ", allowed) + "; found " + given);
      return null;
    }
    String source = given.get(0);
    JsonNode value = start.path(source);
    try {
      StateCovariance covariance = covariance(start.path("covariance"), path);
      boolean qsw = start.path("covariance").path("frame").asText().equals("QSW");
      return switch (source) {
        case "state" -> new StartState(numbers(value, "r_I_m", "v_I_m_s"), false, covariance, qsw);
        case "relative" -> relative(value, covariance, qsw);
        case "phased" -> phased(value, covariance, qsw);
        default -> new StartState(fromFile(source, value.asText()), false, covariance, qsw);
      };
    } catch (IllegalArgumentException e) {
      checked.mistake(path + "." + source, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static StartState relative(
      JsonNode value, @Nullable StateCovariance covariance, boolean qsw) {
    double[] rv = numbers(value, "r_CT_L_m", "v_CT_L_m_s");
    String mistake = rangeMistake(rv);
    if (!mistake.isEmpty()) {
      throw new IllegalArgumentException(mistake);
    }
    return new StartState(rv, true, covariance, qsw);
  }

  private StartState phased(JsonNode value, @Nullable StateCovariance covariance, boolean qsw) {
    if (orbit == null) {
      throw new IllegalArgumentException(
          "is measured along the target's orbit: give that by its elements, $.orbit");
    }
    Orbit beside =
        orbit.beside(
            value.path("behind_km").asDouble(),
            value.path("below_km").asDouble(0),
            value.path("cross_km").asDouble(0));
    return new StartState(beside.inWorld().rv_I(Scenario.MU_M3_S2), false, covariance, qsw);
  }

  /** Why a flight cannot begin at this place relative to the target; empty when it can. */
  static String rangeMistake(double[] r_CT_m) {
    double range_m =
        Math.sqrt(r_CT_m[0] * r_CT_m[0] + r_CT_m[1] * r_CT_m[1] + r_CT_m[2] * r_CT_m[2]);
    return range_m >= NEAREST_M && range_m <= FARTHEST_M
        ? ""
        : String.format(
            Locale.ROOT,
            "the chaser starts %.1f m from the target, allowed %.0f to %.0f m, or further away by"
                + " 'phased'",
            range_m,
            NEAREST_M,
            FARTHEST_M);
  }

  private double[] fromFile(String source, String name) {
    OrbitFormat format = OrbitFormat.valueOf(source.toUpperCase(Locale.ROOT));
    WorldData data = WorldData.get();
    long start_tai_ns = data.tai_ns(new AbsoluteDate(epoch, data.timeScales().getUTC()));
    return OrbitFile.read(name, attachments.bytes(name), format, start_tai_ns);
  }

  private @Nullable StateCovariance covariance(JsonNode node, String path) {
    if (node.isMissingNode()) {
      return null;
    }
    try {
      return new StateCovariance(list(node.path("lower_triangle")));
    } catch (IllegalArgumentException e) {
      checked.mistake(path + ".covariance.lower_triangle", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static double[] numbers(JsonNode node, String position, String velocity) {
    double[] rv = Arrays.copyOf(list(node.path(position)), 6);
    System.arraycopy(list(node.path(velocity)), 0, rv, 3, 3);
    return rv;
  }

  static double[] list(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    node.forEach(number -> numbers.add(number.asDouble()));
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
