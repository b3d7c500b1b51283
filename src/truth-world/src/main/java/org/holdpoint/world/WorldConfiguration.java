package org.holdpoint.world;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.holdpoint.world.dynamics.ChaserBody;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.Faults;
import org.holdpoint.world.sample.Xyz;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;

/**
 * All that determines a run of the world, beside what the actuators are told and the faults that an
 * instructor injects.
 *
 * @param epoch_utc start; inside the span of the Earth orientation data
 * @param runSeed of all random streams
 * @param r_CT_L_m chaser relative to target at the start, target-centred QSW
 * @param v_CT_L_m_s velocity of the same, seen in the rotating frame
 * @param chaser the chaser without propellant
 * @param propellant_kg propellant at the start
 * @param environment what acts from outside
 * @param faults that come by themselves, sorted by time
 * @param wheelMomentum_B_N_m_s of the chaser's wheels at the start, body axes, each at most what a
 *     wheel holds
 * @param targetCooperative the target answers the chaser's radio ranging
 * @param targetBurns burns that the target makes by itself, sorted by time
 * @param targetEvasion what it does when the chaser comes near; null for nothing
 * @param bystanders other objects, at most {@link #MAX_BYSTANDERS}
 */
public record WorldConfiguration(
    Instant epoch_utc,
    long runSeed,
    TargetOrbit targetOrbit,
    Xyz r_CT_L_m,
    Xyz v_CT_L_m_s,
    BodyProperties chaser,
    double propellant_kg,
    BodyProperties target,
    TargetHull targetHull,
    TargetAttitude targetAttitude,
    EnvironmentChoice environment,
    List<Fault> faults,
    Xyz wheelMomentum_B_N_m_s,
    boolean targetCooperative,
    List<TargetBurn> targetBurns,
    @Nullable TargetEvasion targetEvasion,
    List<Bystander> bystanders) {

  /** More scripted burns are refused. */
  public static final int MAX_BURNS = 100;

  /** More bystanders are refused. */
  public static final int MAX_BYSTANDERS = 20;

  private static final double UNIX_EPOCH_MJD = 40_587;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double LARGEST_RANGE_M = 5_000_000;
  private static final double LARGEST_SPEED_M_S = 1000;
  private static final double WHEEL = ChaserBody.WHEEL_MOMENTUM_N_M_S;

  public WorldConfiguration {
    refuseOutsideData(epoch_utc);
    if (!(r_CT_L_m.norm() <= LARGEST_RANGE_M)) {
      throw new IllegalArgumentException(
          "chaser: r_CT_L_m of " + r_CT_L_m.norm() + " m is not within " + LARGEST_RANGE_M + " m.");
    }
    if (!(v_CT_L_m_s.norm() <= LARGEST_SPEED_M_S)) {
      throw new IllegalArgumentException(
          "chaser: v_CT_L_m_s of "
              + v_CT_L_m_s.norm()
              + " m/s is not within "
              + LARGEST_SPEED_M_S
              + " m/s.");
    }
    Checks.within("chaser: propellant_kg", propellant_kg, 0, 50);
    Checks.within(
        "chaser: wheel momentum about x, N m s", wheelMomentum_B_N_m_s.x(), -WHEEL, WHEEL);
    Checks.within(
        "chaser: wheel momentum about y, N m s", wheelMomentum_B_N_m_s.y(), -WHEEL, WHEEL);
    Checks.within(
        "chaser: wheel momentum about z, N m s", wheelMomentum_B_N_m_s.z(), -WHEEL, WHEEL);
    faults = faults.stream().sorted(Comparator.comparingDouble(Fault::start_s)).toList();
    if (faults.size() > Faults.MAX_ACTIVE) {
      throw new IllegalArgumentException(
          "faults: " + faults.size() + " are more than " + Faults.MAX_ACTIVE + ".");
    }
    targetBurns =
        targetBurns.stream().sorted(Comparator.comparingDouble(TargetBurn::at_s)).toList();
    bystanders = List.copyOf(bystanders);
    if (bystanders.size() > MAX_BYSTANDERS) {
      throw new IllegalArgumentException(
          "bystanders: " + bystanders.size() + " are more than " + MAX_BYSTANDERS + ".");
    }
    if (targetBurns.size() > MAX_BURNS) {
      throw new IllegalArgumentException(
          "target burns: " + targetBurns.size() + " are more than " + MAX_BURNS + ".");
    }
  }

  /** A run that starts with its wheels at rest; the target answers no radio. */
  public WorldConfiguration(
      Instant epoch_utc,
      long runSeed,
      TargetOrbit targetOrbit,
      Xyz r_CT_L_m,
      Xyz v_CT_L_m_s,
      BodyProperties chaser,
      double propellant_kg,
      BodyProperties target,
      TargetHull targetHull,
      TargetAttitude targetAttitude,
      EnvironmentChoice environment,
      List<Fault> faults) {
    this(
        epoch_utc,
        runSeed,
        targetOrbit,
        r_CT_L_m,
        v_CT_L_m_s,
        chaser,
        propellant_kg,
        target,
        targetHull,
        targetAttitude,
        environment,
        faults,
        new Xyz(0, 0, 0),
        false,
        List.of(),
        null,
        List.of());
  }

  /** A run with nominal bodies, 12 kg of propellant, a nadir-fixed target and a mean Sun. */
  public static WorldConfiguration nominal(
      Instant epoch_utc, long runSeed, TargetOrbit targetOrbit, Xyz r_CT_L_m, Xyz v_CT_L_m_s) {
    return new WorldConfiguration(
        epoch_utc,
        runSeed,
        targetOrbit,
        r_CT_L_m,
        v_CT_L_m_s,
        BodyProperties.CHASER,
        12,
        BodyProperties.TARGET,
        TargetHull.NOMINAL,
        TargetAttitude.NADIR_FIXED,
        EnvironmentChoice.NOMINAL,
        List.of());
  }

  /** The same run with these faults coming by themselves. */
  public WorldConfiguration withFaults(List<Fault> other) {
    return with(
        target, environment, other, targetCooperative, targetBurns, targetEvasion, bystanders);
  }

  /** The same run with a target that answers the crosslink. */
  public WorldConfiguration withCooperativeTarget() {
    return with(target, environment, faults, true, targetBurns, targetEvasion, bystanders);
  }

  /** The same run in another environment. */
  public WorldConfiguration withEnvironment(EnvironmentChoice other) {
    return with(target, other, faults, targetCooperative, targetBurns, targetEvasion, bystanders);
  }

  /** The same run with another target. */
  public WorldConfiguration withTarget(BodyProperties other) {
    return with(
        other, environment, faults, targetCooperative, targetBurns, targetEvasion, bystanders);
  }

  /** The same run with a target that manoeuvres. */
  public WorldConfiguration withManoeuvres(
      List<TargetBurn> burns, @Nullable TargetEvasion evasion) {
    return with(target, environment, faults, targetCooperative, burns, evasion, bystanders);
  }

  /** The same run with other objects about. */
  public WorldConfiguration withBystanders(List<Bystander> others) {
    return with(target, environment, faults, targetCooperative, targetBurns, targetEvasion, others);
  }

  private WorldConfiguration with(
      BodyProperties otherTarget,
      EnvironmentChoice otherEnvironment,
      List<Fault> otherFaults,
      boolean cooperative,
      List<TargetBurn> burns,
      @Nullable TargetEvasion evasion,
      List<Bystander> others) {
    return new WorldConfiguration(
        epoch_utc,
        runSeed,
        targetOrbit,
        r_CT_L_m,
        v_CT_L_m_s,
        chaser,
        propellant_kg,
        otherTarget,
        targetHull,
        targetAttitude,
        otherEnvironment,
        otherFaults,
        wheelMomentum_B_N_m_s,
        cooperative,
        burns,
        evasion,
        others);
  }

  /**
   * Reads an epoch such as 2027-03-04T06:00:00Z.
   *
   * @throws IllegalArgumentException when it is not written so
   */
  public static Instant epoch(String iso_utc) {
    try {
      return Instant.parse(iso_utc);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "epoch: '" + iso_utc + "' is not a UTC time like 2027-03-04T06:00:00Z.", e);
    }
  }

  /** Start in nanoseconds of TAI since 1958-01-01T00:00:00 TAI. */
  public long start_tai_ns() {
    WorldData data = WorldData.get();
    return data.tai_ns(new AbsoluteDate(epoch_utc, data.timeScales().getUTC()));
  }

  private static void refuseOutsideData(Instant epoch) {
    WorldData data = WorldData.get();
    // by the calendar, since Orekit's dates refuse what lies long before the first leap second
    double mjd = UNIX_EPOCH_MJD + epoch.getEpochSecond() / SECONDS_PER_DAY;
    if (mjd < data.firstUsableMjd() || mjd > data.lastUsableMjd()) {
      throw new IllegalArgumentException(
          "epoch: "
              + epoch
              + " is outside the Earth orientation data of this build, "
              + WorldData.day(data.firstUsableMjd())
              + " to "
              + WorldData.day(data.lastUsableMjd())
              + ": choose an epoch inside, or renew the data (src/docs/data.md).");
    }
  }
}
