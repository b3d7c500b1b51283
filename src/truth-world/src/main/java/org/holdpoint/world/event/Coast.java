package org.holdpoint.world.event;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.dynamics.OrbitalMotion;
import org.holdpoint.world.environment.Surroundings;
import org.holdpoint.world.environment.WorldData;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Free motion without a burn, by the same dynamics as the world's: faster than Orekit's numerical
 * propagator, and so good enough for tables made while someone waits.
 */
public final class Coast {
  /** Longest prediction. */
  public static final double LONGEST_S = 10 * 86_400.0;

  private static final long STEP_NS = 100_000_000L;
  private static final double STEPS_PER_S = 10;
  private static final double[] NO_ATTITUDE = {1, 0, 0, 0};

  private Coast() {}

  /**
   * What flies, and in what.
   *
   * @param body its area is taken as that of a sphere: nobody foresees the attitude
   * @param mass_kg with propellant, constant
   * @param environment what acts on it
   */
  public record Body(BodyProperties body, double mass_kg, EnvironmentChoice environment) {}

  /**
   * Positions and velocities in GCRF from the start on.
   *
   * @param rv_I position and velocity at the start, GCRF, metres and metres per second
   * @param every_s distance of two points, whole tenths of a second
   * @param duration_s the last point stands at or just after it; at most {@link #LONGEST_S}
   * @throws IllegalArgumentException when the duration is out of range
   * @throws IllegalStateException when it passes the end of the Earth orientation data
   */
  public static List<TimeStampedPVCoordinates> fly(
      long start_tai_ns, double[] rv_I, Body body, double every_s, double duration_s) {
    if (!(duration_s >= 0 && duration_s <= LONGEST_S)) {
      throw new IllegalArgumentException(
          "prediction: " + duration_s + " s is not allowed, 0 to " + LONGEST_S + " s");
    }
    OrbitalMotion motion =
        new OrbitalMotion(new Surroundings(body.environment()), sphere(body.body()));
    motion.start(rv_I);
    long every = (long) Math.rint(every_s * STEPS_PER_S);
    long points = (long) Math.floor((duration_s + every_s - 1e-9) / every_s);
    List<TimeStampedPVCoordinates> flown = new ArrayList<>();
    flown.add(at(start_tai_ns, motion));
    for (long step = 0; step < points * every; step++) {
      motion.advance(step, start_tai_ns + step * STEP_NS, body.mass_kg(), NO_ATTITUDE);
      if ((step + 1) % every == 0) {
        flown.add(at(start_tai_ns + (step + 1) * STEP_NS, motion));
      }
    }
    return List.copyOf(flown);
  }

  private static BodyProperties sphere(BodyProperties of) {
    return new BodyProperties(of.mass_kg(), of.area_m2(), of.cd(), of.cr());
  }

  private static TimeStampedPVCoordinates at(long tai_ns, OrbitalMotion motion) {
    double[] s = motion.state_I();
    return new TimeStampedPVCoordinates(
        WorldData.get().date(tai_ns),
        new Vector3D(s[0], s[1], s[2]),
        new Vector3D(s[3], s[4], s[5]));
  }
}
