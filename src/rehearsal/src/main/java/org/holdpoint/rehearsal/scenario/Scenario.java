package org.holdpoint.rehearsal.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * One validated scenario, as an instructor wrote it.
 *
 * @param source the file's bytes; they go into the journal, so that a journal replays by itself
 */
public record Scenario(
    String name,
    String title,
    List<String> teaches,
    String exposes,
    Instant epoch,
    Orbit orbit,
    double vbar_m,
    double propellant_kg,
    String targetAttitude,
    double linkDelay_s,
    List<Gate> gates,
    List<FaultLine> faults,
    List<OperatorLine> operator,
    When endsWhen,
    double endsAtMost_s,
    PassesIf passesIf,
    Source source) {

  public Scenario {
    teaches = List.copyOf(teaches);
    gates = List.copyOf(gates);
    faults = List.copyOf(faults);
    operator = List.copyOf(operator);
  }

  /** Identifier onboard of the gate with this name: its place in the plan, 1-based. */
  public int gateId(String gate) {
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i).name().equals(gate)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(
        "no gate '" + gate + "' in scenario " + name + "; one of: " + gateNames());
  }

  public String gateNames() {
    return String.join(", ", gates.stream().map(Gate::name).toList());
  }

  /** Target's orbit at the epoch, osculating. */
  public record Orbit(
      double altitude_km,
      double eccentricity,
      double inclination_deg,
      double raan_deg,
      double argumentOfLatitude_deg) {}

  /** A gate and the leg that it releases; the last gate has no leg. */
  public record Gate(String name, LegKind leg, Vec3 to_L_m, double duration_s) {}

  /** A condition on telemetry; every part that is given must hold, for {@code after_s}. */
  public record When(
      @Nullable String gate,
      @Nullable Boolean open,
      @Nullable Mode mode,
      @Nullable ChaserEvent event,
      double after_s) {}

  /** A fault that begins when its condition holds. */
  public record FaultLine(String unit, String kind, Map<String, Double> parameters, When when) {}

  /** One line of the scripted operator. */
  public record OperatorLine(
      When when, String send, Map<String, Object> arguments, Expected expect, double within_s) {}

  /** How a scripted command is expected to end. */
  public enum Expected {
    COMPLETED,
    REFUSED
  }

  /** What the run must satisfy; null where the scenario asks nothing. */
  public record PassesIf(
      @Nullable Integer keepOutEntries,
      @Nullable Mode finalMode,
      double @Nullable [] finalRange_m,
      boolean navigationNeverInvalid,
      @Nullable Integer safingEvents,
      @Nullable Integer abortWithinTicks,
      double driftOutsideKeepOut_h,
      List<ChaserEvent> events) {}

  /** The file as read. */
  public record Source(String file, byte[] bytes, String sha256) {}
}
