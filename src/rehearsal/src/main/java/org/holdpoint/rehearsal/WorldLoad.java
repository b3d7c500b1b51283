package org.holdpoint.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.FaultLine;
import org.holdpoint.world.RelativeState;
import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.fault.Fault;

/** What a scenario says, in the words of the world. */
public final class WorldLoad {
  private static final List<String> DATA_FILES = List.of("earth-orientation.csv", "egm2008-70.gfc");

  private WorldLoad() {}

  /**
   * The world of a scenario.
   *
   * @throws IllegalArgumentException when the epoch is outside the span of the world's data
   */
  public static WorldConfiguration of(Scenario scenario, long seed) {
    double[] target_I = StartStates.target_I(scenario, seed);
    RelativeState chaser = StartStates.chaser(scenario, target_I, seed);
    return new WorldConfiguration(
        scenario.epoch(),
        seed,
        StartStates.orbit(scenario, target_I),
        chaser.r_CT_L_m(),
        chaser.v_CT_L_m_s(),
        scenario.chaserBody(),
        scenario.propellant_kg(),
        scenario.targetBody(),
        TargetHull.NOMINAL,
        scenario.targetAttitude(),
        scenario.environment(),
        faults(scenario),
        scenario.wheelMomentum_B_N_m_s(),
        scenario.targetCooperative(),
        scenario.targetBurns(),
        scenario.targetEvasion(),
        scenario.bystanders());
  }

  /** Those that need no telemetry to begin. */
  private static List<Fault> faults(Scenario scenario) {
    List<Fault> faults = new ArrayList<>(scenario.failed());
    for (FaultLine line : scenario.faults()) {
      if (line.when() == null) {
        faults.add(line.fault());
      }
    }
    return faults;
  }

  /** Names the world's data files by their content: a journal replays only with the same ones. */
  public static String dataSha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : DATA_FILES) {
        try (InputStream in = TruthWorld.class.getResourceAsStream("data/" + file)) {
          if (in == null) {
            throw new IllegalStateException("the world's data file " + file + " is missing");
          }
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the world's data", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
