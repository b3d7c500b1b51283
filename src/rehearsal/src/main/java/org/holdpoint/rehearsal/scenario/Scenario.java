package org.holdpoint.rehearsal.scenario;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.motion.Vec3;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.Bystander;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.TargetAttitude;
import org.holdpoint.world.TargetBurn;
import org.holdpoint.world.TargetEvasion;
import org.holdpoint.world.TargetOrbit;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.orbitfile.CueError;
import org.holdpoint.world.orbitfile.StateCovariance;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.station.StationNetwork;
import org.jspecify.annotations.Nullable;

/**
 * One validated scenario, as an instructor wrote it.
 *
 * @param orbit target's orbit; null when the target starts from a file or a state
 * @param vbar_m outer hold point on V-bar; without {@code chaserStart} the chaser starts there
 * @param chaserStart where the chaser truly starts; null for the hold point
 * @param knowsCueOnly onboard the target's orbit is known as {@code cue} says, else by orbit
 *     determination
 * @param wheelMomentum_B_N_m_s of the chaser's wheels at the start
 * @param failed units that have failed before the start
 * @param targetCooperative the target answers the chaser's radio ranging
 * @param targetBurns burns that the target makes by itself
 * @param targetEvasion what it does when the chaser comes near; null for nothing
 * @param bystanders other objects that drift about
 * @param environment what acts on both spacecraft from outside
 * @param chaserBody what the environment sees of the chaser, dry
 * @param targetBody the same of the target
 * @param stations that carry the signal; null for a relay that always does
 * @param linkDelay_s one-way delay beside light time; with a continuous relay all of it
 * @param cue how wrong the target's orbit is that the mission is told
 * @param source the file's bytes; they go into the journal, so that a journal replays by itself
 */
public record Scenario(
    String name,
    String title,
    List<String> teaches,
    String exposes,
    Instant epoch,
    @Nullable Orbit orbit,
    @Nullable StartState targetStart,
    double vbar_m,
    @Nullable StartState chaserStart,
    boolean knowsCueOnly,
    double propellant_kg,
    Xyz wheelMomentum_B_N_m_s,
    List<Fault> failed,
    TargetAttitude targetAttitude,
    List<TargetBurn> targetBurns,
    @Nullable TargetEvasion targetEvasion,
    List<Bystander> bystanders,
    boolean targetCooperative,
    EnvironmentChoice environment,
    BodyProperties chaserBody,
    BodyProperties targetBody,
    @Nullable StationNetwork stations,
    double linkDelay_s,
    CueError cue,
    List<Gate> gates,
    List<FaultLine> faults,
    List<OperatorLine> operator,
    When endsWhen,
    double endsAtMost_s,
    PassesIf passesIf,
    Source source) {

  /** Of Earth, as the world's gravity field has it. */
  public static final double MU_M3_S2 = 0.3986004415e15;

  public Scenario {
    teaches = List.copyOf(teaches);
    failed = List.copyOf(failed);
    targetBurns = List.copyOf(targetBurns);
    bystanders = List.copyOf(bystanders);
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
      double argumentOfLatitude_deg) {
    private static final double J2 = 1.0826355e-3;

    /**
     * An orbit beside this one: the same mean shape, another place on it. The osculating semi-major
     * axis swings with latitude (J2, first order), so that it is not the same in another place.
     *
     * @param behind_km along the track; negative ahead
     * @param below_km of the mean semi-major axis
     * @param cross_km between the two planes, 90 deg from the node
     */
    public Orbit beside(double behind_km, double below_km, double cross_km) {
      double a_km = TargetOrbit.EARTH_RADIUS_KM + altitude_km;
      double sinI = FastMath.sin(FastMath.toRadians(inclination_deg));
      double latitude_deg = argumentOfLatitude_deg - FastMath.toDegrees(behind_km / a_km);
      double swing_km =
          1.5
              * J2
              * TargetOrbit.EARTH_RADIUS_KM
              * TargetOrbit.EARTH_RADIUS_KM
              / a_km
              * sinI
              * sinI
              * (FastMath.cos(FastMath.toRadians(2 * latitude_deg))
                  - FastMath.cos(FastMath.toRadians(2 * argumentOfLatitude_deg)));
      double node_deg = raan_deg + FastMath.toDegrees(cross_km / a_km / Math.max(0.01, sinI));
      return new Orbit(
          altitude_km - below_km + swing_km, eccentricity, inclination_deg, node_deg, latitude_deg);
    }

    /** The same for the world. */
    public TargetOrbit inWorld() {
      return new TargetOrbit(
          altitude_km, eccentricity, inclination_deg, raan_deg, argumentOfLatitude_deg);
    }
  }

  /**
   * A state to start from.
   *
   * @param rv position and velocity, metres and metres per second: GCRF, or relative to the target
   *     in its QSW, velocity as seen in the rotating frame
   * @param relative which of both
   * @param covariance from which the run's seed draws an error; null for none
   * @param covarianceInQsw whether it is given in the QSW axes of the state instead of GCRF; a
   *     relative state's is always given like the state
   */
  public record StartState(
      double[] rv,
      boolean relative,
      @Nullable StateCovariance covariance,
      boolean covarianceInQsw) {}

  /** A gate and the leg that it releases; the last gate has no leg. */
  public record Gate(String name, LegKind leg, Vec3 to_L_m, double duration_s) {}

  /** A condition on telemetry; every part that is given must hold, for {@code after_s}. */
  public record When(
      @Nullable String gate,
      @Nullable Boolean open,
      @Nullable Mode mode,
      @Nullable ChaserEvent event,
      double after_s) {}

  /**
   * A fault of the scenario.
   *
   * @param fault as the world takes it; its times count from the start of the run
   * @param when it begins by telemetry; null when its own start says it
   * @param lasts_s how long it stays after that; infinite when it stays
   */
  public record FaultLine(Fault fault, @Nullable When when, double lasts_s) {

    /** The fault as it begins at a time because {@code when} holds. */
    public Fault beginningAt(double now_s) {
      return new Fault(
          fault.unit(),
          fault.kind(),
          fault.parameters(),
          now_s,
          Math.min(fault.end_s(), now_s + lasts_s),
          fault.condition());
    }
  }

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
      @Nullable Double coverageMin,
      @Nullable Double deltaVOverIdealMax,
      boolean noRuleBroken,
      List<ChaserEvent> events) {}

  /**
   * The file as read, with the files that it names.
   *
   * @param attachments their bytes by the name that stands in the scenario
   * @param sha256 over all of them
   */
  public record Source(String file, byte[] bytes, Map<String, byte[]> attachments, String sha256) {
    public Source {
      attachments = Collections.unmodifiableMap(new TreeMap<>(attachments));
    }
  }
}
