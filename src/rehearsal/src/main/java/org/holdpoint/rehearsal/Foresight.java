package org.holdpoint.rehearsal;

import java.util.List;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.RelativeState;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.event.Almanac;
import org.holdpoint.world.event.Coast;
import org.holdpoint.world.event.EventSearch;
import org.holdpoint.world.state.NoiseStream;
import org.holdpoint.world.station.StationNetwork;
import org.jspecify.annotations.Nullable;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * What can be said of both orbits before the flight: the pass plan, the true ephemerides for those
 * who may see them, and the cue for those who may not. Burns of the flight are not foreseen.
 */
public final class Foresight {
  /** Error of the chaser's own orbit by GNSS, 1 sigma per axis. */
  private static final double OWN_POSITION_M = 2;

  private static final double OWN_VELOCITY_M_S = 0.005;

  private final Scenario scenario;
  private final long seed;
  private final WorldConfiguration configuration;

  public Foresight(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.seed = seed;
    this.configuration = WorldLoad.of(scenario, seed);
  }

  /** One of the two spacecraft. */
  public enum Spacecraft {
    CHASER,
    TARGET
  }

  /**
   * The chaser's passes, shadows and Sun, from its own orbit as GNSS gives it at the start: public
   * knowledge, not truth.
   */
  public Almanac almanac(@Nullable StationNetwork network, double duration_s) {
    double[] rv_I = start_I(Spacecraft.CHASER);
    NoiseStream error = new NoiseStream(seed, "own-orbit");
    for (int i = 0; i < 6; i++) {
      rv_I[i] += (i < 3 ? OWN_POSITION_M : OWN_VELOCITY_M_S) * error.gaussian();
    }
    return EventSearch.almanac(
        fly(rv_I, Spacecraft.CHASER, EventSearch.POINTS_EVERY_S, duration_s), network);
  }

  /** The true ephemeris without burns, GCRF. */
  public List<TimeStampedPVCoordinates> truth(
      Spacecraft spacecraft, double every_s, double duration_s) {
    return fly(start_I(spacecraft), spacecraft, every_s, duration_s);
  }

  /** The target's ephemeris as the mission is told it: wrong by the scenario's cue. */
  public List<TimeStampedPVCoordinates> cue(double every_s, double duration_s) {
    double[] told_I = scenario.cue().disturb(start_I(Spacecraft.TARGET), Scenario.MU_M3_S2, seed);
    return fly(told_I, Spacecraft.TARGET, every_s, duration_s);
  }

  public long start_tai_ns() {
    return configuration.start_tai_ns();
  }

  private double[] start_I(Spacecraft spacecraft) {
    double[] target_I = configuration.targetOrbit().rv_I(Scenario.MU_M3_S2);
    return spacecraft == Spacecraft.TARGET
        ? target_I
        : new RelativeState(configuration.r_CT_L_m(), configuration.v_CT_L_m_s())
            .chaser_I(target_I);
  }

  private List<TimeStampedPVCoordinates> fly(
      double[] rv_I, Spacecraft spacecraft, double every_s, double duration_s) {
    boolean chaser = spacecraft == Spacecraft.CHASER;
    BodyProperties body = chaser ? configuration.chaser() : configuration.target();
    double mass_kg = body.mass_kg() + (chaser ? configuration.propellant_kg() : 0);
    return Coast.fly(
        start_tai_ns(),
        rv_I,
        new Coast.Body(body, mass_kg, configuration.environment()),
        every_s,
        duration_s);
  }
}
