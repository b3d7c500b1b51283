package org.holdpoint.world.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.environment.DataWithoutBodies;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.station.GroundStation;
import org.holdpoint.world.station.RelaySatellite;
import org.holdpoint.world.station.Site;
import org.holdpoint.world.station.StationNetwork;
import org.holdpoint.world.station.Terrain;
import org.jspecify.annotations.Nullable;
import org.orekit.bodies.AnalyticalSolarPositionProvider;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.TopocentricFrame;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.analytical.Ephemeris;
import org.orekit.propagation.events.EclipseDetector;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.propagation.events.ElevationExtremumDetector;
import org.orekit.propagation.events.EventDetector;
import org.orekit.propagation.events.EventsLogger;
import org.orekit.propagation.events.EventsLogger.LoggedEvent;
import org.orekit.propagation.events.InterSatDirectViewDetector;
import org.orekit.propagation.events.handlers.ContinueOnEvent;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Finds passes and shadows on an ephemeris by Orekit's own detectors. */
public final class EventSearch {
  /** Shadows and masked passes shorter than this may be missed. */
  public static final double SHORTEST_S = 10;

  /** Distance of the ephemeris' points for which interpolation is good to millimetres. */
  public static final double POINTS_EVERY_S = 20;

  private static final int INTERPOLATION_POINTS = 6;
  private static final double THRESHOLD_S = 1e-3;
  private static final double SUN_RADIUS_M = 6.957e8;
  private static final double MU_M3_S2 = 0.3986004415e15;

  private static final WorldData DATA = WorldData.get();
  private final AnalyticalSolarPositionProvider sun =
      new AnalyticalSolarPositionProvider(new DataWithoutBodies(DATA));
  private final OneAxisEllipsoid earth = Terrain.earth();
  private final Propagator orbit;
  private final AbsoluteDate from;
  private final AbsoluteDate to;
  private final SpacecraftState first;
  private final SpacecraftState last;
  private final List<Watched> watched = new ArrayList<>();

  /** A detector whose sign tells whether something holds, and the log of its changes. */
  private record Watched(EventDetector detector, EventsLogger logger) {
    static Watched of(EventDetector detector) {
      return new Watched(detector, new EventsLogger());
    }
  }

  /**
   * @param summit where the elevation stops to rise or to fall; null for a relay
   */
  private record WatchedSite(Site site, Watched contact, @Nullable Watched summit) {}

  private record Interval(AbsoluteDate from, AbsoluteDate to, boolean whole) {}

  private EventSearch(List<TimeStampedPVCoordinates> points) {
    List<SpacecraftState> states = new ArrayList<>(points.size());
    for (TimeStampedPVCoordinates point : points) {
      states.add(new SpacecraftState(new CartesianOrbit(point, DATA.gcrf(), MU_M3_S2)));
    }
    orbit = new Ephemeris(states, INTERPOLATION_POINTS);
    first = states.get(0);
    last = states.get(states.size() - 1);
    from = first.getDate();
    to = last.getDate();
  }

  /**
   * The almanac of an ephemeris.
   *
   * @param points GCRF, ascending, at least six, {@link #POINTS_EVERY_S} or less apart
   * @param network null for shadows and the Sun alone
   */
  public static Almanac almanac(
      List<TimeStampedPVCoordinates> points, @Nullable StationNetwork network) {
    if (points.size() < INTERPOLATION_POINTS) {
      throw new IllegalArgumentException(
          "events: "
              + points.size()
              + " points, at least "
              + INTERPOLATION_POINTS
              + ": ask for a longer time");
    }
    return new EventSearch(points).search(network == null ? List.of() : network.sites());
  }

  private Almanac search(List<Site> sites) {
    List<WatchedSite> lines = new ArrayList<>();
    for (Site site : sites) {
      lines.add(new WatchedSite(site, watch(contact(site)), summit(site)));
    }
    Watched umbra = watch(eclipse().withUmbra());
    Watched penumbra = watch(eclipse().withPenumbra());
    for (Watched each : watched) {
      orbit.addEventDetector(each.logger().monitorDetector(each.detector()));
    }
    orbit.propagate(from, to);
    orbit.clearEventsDetectors();

    List<Pass> passes = new ArrayList<>();
    for (WatchedSite line : lines) {
      for (Interval seen : intervals(line.contact(), true)) {
        passes.add(pass(line, seen, penumbra));
      }
    }
    passes.sort(Comparator.comparingLong(Pass::aos_tai_ns).thenComparing(Pass::site));
    List<Shadow> shadows = new ArrayList<>();
    addShadows(Shadow.Kind.PENUMBRA, penumbra, shadows);
    addShadows(Shadow.Kind.UMBRA, umbra, shadows);
    shadows.sort(Comparator.comparingLong(Shadow::from_tai_ns).thenComparing(Shadow::kind));
    return new Almanac(
        DATA.tai_ns(from), DATA.tai_ns(to), passes, shadows, beta_deg(first), beta_deg(last));
  }

  private Watched watch(EventDetector detector) {
    Watched added = Watched.of(detector);
    watched.add(added);
    return added;
  }

  private @Nullable Watched summit(Site site) {
    return site instanceof GroundStation station
        ? watch(
            new ElevationExtremumDetector(60, THRESHOLD_S, Terrain.frame(station))
                .withHandler(new ContinueOnEvent()))
        : null;
  }

  private EventDetector contact(Site site) {
    if (site instanceof GroundStation station) {
      return new ElevationDetector(SHORTEST_S, THRESHOLD_S, Terrain.frame(station))
          .withElevationMask(Terrain.orekitMask(station.mask()))
          .withHandler(new ContinueOnEvent());
    }
    RelaySatellite relay = (RelaySatellite) site;
    return new InterSatDirectViewDetector(earth, Terrain.fixedPlace(relay))
        .withSkimmingAltitude(RelaySatellite.SKIMMING_M)
        .withMaxCheck(SHORTEST_S)
        .withThreshold(THRESHOLD_S)
        .withHandler(new ContinueOnEvent());
  }

  private EclipseDetector eclipse() {
    return new EclipseDetector(sun, SUN_RADIUS_M, earth)
        .withMaxCheck(SHORTEST_S)
        .withThreshold(THRESHOLD_S)
        .withHandler(new ContinueOnEvent());
  }

  /** The times in which the detector's function is positive, or negative. */
  private List<Interval> intervals(Watched of, boolean positive) {
    List<Interval> found = new ArrayList<>();
    boolean holds = of.detector().g(first) > 0 == positive;
    AbsoluteDate since = from;
    boolean begun = false;
    for (LoggedEvent event : of.logger().getLoggedEvents()) {
      boolean begins = event.isIncreasing() == positive;
      if (begins && !holds) {
        since = event.getDate();
        begun = true;
      } else if (!begins && holds) {
        found.add(new Interval(since, event.getDate(), begun));
      }
      holds = begins;
    }
    if (holds) {
      found.add(new Interval(since, to, false));
    }
    return found;
  }

  private void addShadows(Shadow.Kind kind, Watched eclipse, List<Shadow> shadows) {
    for (Interval dark : intervals(eclipse, false)) {
      shadows.add(new Shadow(kind, DATA.tai_ns(dark.from()), DATA.tai_ns(dark.to()), dark.whole()));
    }
  }

  private Pass pass(WatchedSite line, Interval seen, Watched penumbra) {
    AbsoluteDate middle = seen.from().shiftedBy(seen.to().durationFrom(seen.from()) / 2);
    Watched summit = line.summit();
    return new Pass(
        line.site().name(),
        DATA.tai_ns(seen.from()),
        DATA.tai_ns(seen.to()),
        seen.whole(),
        line.site() instanceof GroundStation station && summit != null
            ? highest(station, seen, summit)
            : null,
        penumbra.detector().g(orbit.propagate(middle)) > 0);
  }

  private Pass.Highest highest(GroundStation station, Interval seen, Watched summit) {
    TopocentricFrame frame = Terrain.frame(station);
    List<AbsoluteDate> candidates = new ArrayList<>(List.of(seen.from(), seen.to()));
    for (LoggedEvent event : summit.logger().getLoggedEvents()) {
      if (event.getDate().isBetween(seen.from(), seen.to())) {
        candidates.add(event.getDate());
      }
    }
    AbsoluteDate best = seen.from();
    double highest_rad = -FastMath.PI;
    for (AbsoluteDate at : candidates) {
      double elevation_rad = frame.getElevation(orbit.propagate(at).getPosition(), DATA.gcrf(), at);
      if (elevation_rad > highest_rad) {
        highest_rad = elevation_rad;
        best = at;
      }
    }
    double sun_rad = frame.getElevation(sun.getPosition(best, DATA.gcrf()), DATA.gcrf(), best);
    return new Pass.Highest(
        DATA.tai_ns(best), FastMath.toDegrees(highest_rad), FastMath.toDegrees(sun_rad));
  }

  private double beta_deg(SpacecraftState state) {
    Vector3D normal = state.getPVCoordinates().getMomentum().normalize();
    Vector3D toSun = sun.getPosition(state.getDate(), DATA.gcrf()).normalize();
    return FastMath.toDegrees(FastMath.asin(normal.dotProduct(toSun)));
  }
}
