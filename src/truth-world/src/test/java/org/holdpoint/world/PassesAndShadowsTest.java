package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Light;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.event.Almanac;
import org.holdpoint.world.event.Coast;
import org.holdpoint.world.event.EventSearch;
import org.holdpoint.world.event.Pass;
import org.holdpoint.world.event.Shadow;
import org.holdpoint.world.reference.OrekitReference;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.station.Contact;
import org.holdpoint.world.station.GroundStation;
import org.holdpoint.world.station.HorizonMask;
import org.holdpoint.world.station.RelaySatellite;
import org.holdpoint.world.station.Site;
import org.holdpoint.world.station.StationNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.frames.TopocentricFrame;
import org.orekit.propagation.BoundedPropagator;
import org.orekit.propagation.EphemerisGenerator;
import org.orekit.propagation.events.EclipseDetector;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.propagation.events.EventDetector;
import org.orekit.propagation.events.EventsLogger;
import org.orekit.propagation.events.handlers.ContinueOnEvent;
import org.orekit.propagation.numerical.NumericalPropagator;
import org.orekit.utils.ElevationMask;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Passes, shadows and contacts of the fast path against Orekit alone: its numerical propagator at
 * tight tolerance, with detectors set up here.
 */
@Tag("WLD-070")
class PassesAndShadowsTest {
  private static final double DAY_S = 86_400;
  private static final WorldData DATA = WorldData.get();

  /** Noon and midnight: half an hour of shadow in each revolution. */
  private static final WorldConfiguration CONFIGURATION = Worlds.alike(Worlds.NOON, -1000);

  private static final double MASS_KG = 250;

  private static final GroundStation SVALBARD =
      new GroundStation("svalbard", 78.23, 15.41, 480, HorizonMask.level(5));

  /** A ridge in the south rises above what passes there. */
  private static final GroundStation VALLEY =
      new GroundStation(
          "valley",
          47.9,
          11.1,
          650,
          new HorizonMask(
              List.of(
                  new HorizonMask.Point(0, 3),
                  new HorizonMask.Point(90, 8),
                  new HorizonMask.Point(180, 25),
                  new HorizonMask.Point(270, 4))));

  private static final TruthSnapshot START = TruthWorld.create(CONFIGURATION).truth();
  private static long start_tai_ns;
  private static double[] rv_I;

  /** A day by Orekit's numerical propagator, with the integrator's own dense output. */
  private static BoundedPropagator orekit;

  @BeforeAll
  static void propagateByOrekit() {
    start_tai_ns = START.tai_ns();
    rv_I = rv(START);
    NumericalPropagator propagator =
        OrekitReference.propagator(
            rv_I, start_tai_ns, BodyProperties.CHASER, MASS_KG, CONFIGURATION);
    EphemerisGenerator generator = propagator.getEphemerisGenerator();
    propagator.propagate(DATA.date(start_tai_ns + (long) ((DAY_S + 60) * 1e9)));
    orekit = generator.getGeneratedEphemeris();
  }

  private static double[] rv(TruthSnapshot truth) {
    Xyz r = truth.r_C_I_m();
    Xyz v = truth.v_C_I_m_s();
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  private List<TimeStampedPVCoordinates> flown(double duration_s) {
    return Coast.fly(start_tai_ns, rv_I, body(), EventSearch.POINTS_EVERY_S, duration_s);
  }

  private static Coast.Body body() {
    return new Coast.Body(BodyProperties.CHASER, MASS_KG, CONFIGURATION.environment());
  }

  private Almanac almanac(double duration_s, Site... sites) {
    return EventSearch.almanac(flown(duration_s), new StationNetwork(List.of(sites)));
  }

  /** Times at which a detector changes sign, seconds since start, by Orekit alone. */
  private List<Double> changesByOrekit(EventDetector detector) {
    EventsLogger logger = new EventsLogger();
    orekit.addEventDetector(logger.monitorDetector(detector));
    orekit.propagate(DATA.date(start_tai_ns), DATA.date(start_tai_ns + (long) (DAY_S * 1e9)));
    orekit.clearEventsDetectors();
    return logger.getLoggedEvents().stream()
        .map(event -> event.getDate().durationFrom(DATA.date(start_tai_ns)))
        .toList();
  }

  private static EventDetector elevation(GroundStation station, double[][] maskByAzimuth_deg) {
    double[][] mask_rad = new double[maskByAzimuth_deg.length][];
    for (int i = 0; i < mask_rad.length; i++) {
      mask_rad[i] =
          new double[] {
            FastMath.toRadians(maskByAzimuth_deg[i][0]), FastMath.toRadians(maskByAzimuth_deg[i][1])
          };
    }
    GeodeticPoint place =
        new GeodeticPoint(
            FastMath.toRadians(station.latitude_deg()),
            FastMath.toRadians(station.longitude_deg()),
            station.altitude_m());
    return new ElevationDetector(
            5, 1e-3, new TopocentricFrame(OrekitReference.earth(), place, "reference"))
        .withElevationMask(new ElevationMask(mask_rad))
        .withHandler(new ContinueOnEvent());
  }

  private double since_s(long tai_ns) {
    return 1e-9 * (tai_ns - start_tai_ns);
  }

  /** Begins and ends that lie inside the search. */
  private List<Double> changes(Almanac almanac, String site) {
    List<Double> times_s = new ArrayList<>();
    for (Pass pass : almanac.passes()) {
      if (pass.site().equals(site)) {
        times_s.add(since_s(pass.aos_tai_ns()));
        times_s.add(since_s(pass.los_tai_ns()));
      }
    }
    times_s.removeIf(time_s -> time_s <= 0 || time_s >= since_s(almanac.to_tai_ns()));
    return times_s;
  }

  private static void assertSameTimes(List<Double> found_s, List<Double> expected_s) {
    assertThat(found_s).hasSameSizeAs(expected_s);
    for (int i = 0; i < found_s.size(); i++) {
      assertThat(found_s.get(i)).isCloseTo(expected_s.get(i), within(1.0));
    }
  }

  @Test
  void passesOfADayAreThoseOfOrekitToASecond() {
    Almanac almanac = almanac(DAY_S, SVALBARD, VALLEY);

    List<Double> svalbard_s = changesByOrekit(elevation(SVALBARD, new double[][] {{0, 5}}));
    List<Double> valley_s =
        changesByOrekit(elevation(VALLEY, new double[][] {{0, 3}, {90, 8}, {180, 25}, {270, 4}}));

    assertThat(svalbard_s).hasSizeGreaterThan(20);
    assertThat(valley_s).hasSizeGreaterThan(4);
    assertSameTimes(changes(almanac, "svalbard"), svalbard_s);
    assertSameTimes(changes(almanac, "valley"), valley_s);
  }

  @Test
  void theContactOfEachTickBeginsAndEndsWithOrekitsPasses() {
    StationNetwork network = new StationNetwork(List.of(VALLEY));
    List<Double> found_s = new ArrayList<>();
    Environment environment = new Environment();
    boolean before = false;
    List<TimeStampedPVCoordinates> each = Coast.fly(start_tai_ns, rv_I, body(), 0.5, DAY_S);
    for (TimeStampedPVCoordinates point : each) {
      long tai_ns = DATA.tai_ns(point.getDate());
      environment.moveTo(tai_ns);
      boolean now = network.contact(turned(environment.toEarth(), point)) != null;
      if (now != before) {
        found_s.add(since_s(tai_ns));
      }
      before = now;
    }
    assertSameTimes(
        found_s,
        changesByOrekit(elevation(VALLEY, new double[][] {{0, 3}, {90, 8}, {180, 25}, {270, 4}})));
  }

  private static Xyz turned(double[] m, TimeStampedPVCoordinates point) {
    double x = point.getPosition().getX();
    double y = point.getPosition().getY();
    double z = point.getPosition().getZ();
    return new Xyz(
        m[0] * x + m[1] * y + m[2] * z,
        m[3] * x + m[4] * y + m[5] * z,
        m[6] * x + m[7] * y + m[8] * z);
  }

  @Test
  void shadowsAreThoseOfOrekitToASecondAndTheWorldsLightAgrees() {
    Almanac almanac = almanac(DAY_S, SVALBARD);
    List<Double> umbra_s = changesByOrekit(eclipse().withUmbra());
    List<Double> penumbra_s = changesByOrekit(eclipse().withPenumbra());

    assertThat(umbra_s).hasSizeGreaterThan(28);
    assertSameTimes(changes(almanac, Shadow.Kind.UMBRA), umbra_s);
    assertSameTimes(changes(almanac, Shadow.Kind.PENUMBRA), penumbra_s);

    Environment environment = new Environment();
    for (Shadow shadow : almanac.shadows()) {
      if (shadow.whole() && shadow.kind() == Shadow.Kind.UMBRA) {
        assertThat(light(environment, shadow.from_tai_ns(), -1)).isPositive();
        assertThat(light(environment, shadow.from_tai_ns(), 1)).isZero();
        assertThat(light(environment, shadow.to_tai_ns(), -1)).isZero();
        assertThat(light(environment, shadow.to_tai_ns(), 1)).isPositive();
      }
    }
  }

  private EclipseDetector eclipse() {
    return new EclipseDetector(OrekitReference.sun(), 6.957e8, OrekitReference.earth())
        .withMaxCheck(5)
        .withThreshold(1e-3)
        .withHandler(new ContinueOnEvent());
  }

  private List<Double> changes(Almanac almanac, Shadow.Kind kind) {
    List<Double> times_s = new ArrayList<>();
    for (Shadow shadow : almanac.shadows()) {
      if (shadow.kind() == kind) {
        times_s.add(since_s(shadow.from_tai_ns()));
        times_s.add(since_s(shadow.to_tai_ns()));
      }
    }
    times_s.removeIf(time_s -> time_s <= 0 || time_s >= since_s(almanac.to_tai_ns()));
    return times_s;
  }

  /** The world's light on the orbit, some seconds from a time. */
  private double light(Environment environment, long tai_ns, double later_s) {
    long at_tai_ns = tai_ns + (long) (later_s * 1e9);
    var r = orekit.propagate(DATA.date(at_tai_ns)).getPosition();
    environment.moveTo(at_tai_ns);
    return Light.share(r.getX(), r.getY(), r.getZ(), environment.sun_I_m(), environment.toEarth());
  }

  @Test
  void aTowerInTheWayCutsAPassInTwo() {
    GroundStation free = new GroundStation("free", 47.9, 11.1, 650, HorizonMask.level(5));
    Pass whole =
        almanac(DAY_S, free).passes().stream()
            .filter(pass -> pass.whole() && highest(pass).elevation_deg() < 40)
            .findFirst()
            .orElseThrow();
    Pass.Highest highest = highest(whole);
    double azimuth_deg = azimuth_deg(free, highest.tai_ns());
    GroundStation tower =
        new GroundStation(
            "tower",
            47.9,
            11.1,
            650,
            new HorizonMask(
                ascending(
                    new HorizonMask.Point(wrapped(azimuth_deg - 10), 5),
                    new HorizonMask.Point(wrapped(azimuth_deg - 9), 80),
                    new HorizonMask.Point(wrapped(azimuth_deg + 9), 80),
                    new HorizonMask.Point(wrapped(azimuth_deg + 10), 5))));

    List<Pass> halves =
        almanac(DAY_S, tower).passes().stream()
            .filter(pass -> pass.aos_tai_ns() < whole.los_tai_ns())
            .filter(pass -> pass.los_tai_ns() > whole.aos_tai_ns())
            .toList();

    assertThat(halves).hasSize(2);
    assertThat(since_s(halves.get(0).aos_tai_ns()))
        .isCloseTo(since_s(whole.aos_tai_ns()), within(0.01));
    assertThat(halves.get(0).los_tai_ns()).isLessThan(highest.tai_ns());
    assertThat(halves.get(1).aos_tai_ns()).isGreaterThan(highest.tai_ns());
    assertThat(since_s(halves.get(1).los_tai_ns()))
        .isCloseTo(since_s(whole.los_tai_ns()), within(0.01));
  }

  private static Pass.Highest highest(Pass pass) {
    return Objects.requireNonNull(pass.highest());
  }

  private static List<HorizonMask.Point> ascending(HorizonMask.Point... points) {
    return java.util.Arrays.stream(points)
        .sorted(java.util.Comparator.comparingDouble(HorizonMask.Point::azimuth_deg))
        .toList();
  }

  private static double wrapped(double azimuth_deg) {
    return azimuth_deg - 360 * FastMath.floor(azimuth_deg / 360);
  }

  private double azimuth_deg(GroundStation station, long tai_ns) {
    GeodeticPoint place =
        new GeodeticPoint(
            FastMath.toRadians(station.latitude_deg()),
            FastMath.toRadians(station.longitude_deg()),
            station.altitude_m());
    var state = orekit.propagate(DATA.date(tai_ns));
    return FastMath.toDegrees(
        new TopocentricFrame(OrekitReference.earth(), place, "reference")
            .getAzimuth(state.getPosition(), DATA.gcrf(), state.getDate()));
  }

  @Test
  void aPassIsHighestInsideItselfAndItsMaskIsNeverAboveIt() {
    for (Pass pass : almanac(DAY_S, SVALBARD).passes()) {
      assertThat(highest(pass).elevation_deg()).isBetween(5 - 1e-6, 90.0);
      assertThat(highest(pass).tai_ns()).isBetween(pass.aos_tai_ns(), pass.los_tai_ns());
      assertThat(pass.duration_s()).isLessThan(700);
    }
  }

  @Test
  void aRelayLosesTheChaserBehindEarthOnceInARevolution() {
    RelaySatellite relay = new RelaySatellite("relay-east", 60, 0.13);
    Almanac almanac = almanac(DAY_S, relay);
    assertThat(almanac.passes()).hasSizeBetween(12, 17);

    StationNetwork network = new StationNetwork(List.of(relay));
    Environment environment = new Environment();
    int seen = 0;
    for (TimeStampedPVCoordinates point : flown(DAY_S)) {
      long tai_ns = DATA.tai_ns(point.getDate());
      environment.moveTo(tai_ns);
      Contact contact = network.contact(turned(environment.toEarth(), point));
      boolean nearEdge =
          almanac.passes().stream()
              .anyMatch(
                  pass ->
                      Math.abs(pass.aos_tai_ns() - tai_ns) < 1_000_000_000L
                          || Math.abs(pass.los_tai_ns() - tai_ns) < 1_000_000_000L);
      boolean inPass =
          almanac.passes().stream()
              .anyMatch(pass -> pass.aos_tai_ns() <= tai_ns && tai_ns <= pass.los_tai_ns());
      if (!nearEdge) {
        assertThat(contact != null).isEqualTo(inPass);
      }
      if (contact != null) {
        seen++;
        // 35,786 km less 500 km to the limb and past it, and the way down
        assertThat(contact.delay_s()).isBetween(0.13 + 0.116, 0.13 + 0.163);
      }
    }
    assertThat(seen).isGreaterThan(2000);
  }

  @Test
  void theDelayToAStationIsThatOfTheSlantRange() {
    GroundStation beneath = new GroundStation("beneath", 0, 0, 0, HorizonMask.level(5));
    StationNetwork network = new StationNetwork(List.of(beneath, SVALBARD));

    Contact overhead = network.contact(new Xyz(6_378_137 + 500_000, 0, 0));

    assertThat(Objects.requireNonNull(overhead).site()).isEqualTo("beneath");
    assertThat(overhead.delay_s()).isCloseTo(500_000 / 299_792_458.0, within(1e-12));
    assertThat(network.contact(new Xyz(-6_878_137, 0, 0))).isNull();
  }

  @Test
  void betaIsTheSunsAngleToTheOrbitsPlane() {
    assertThat(almanac(600, SVALBARD).beta_deg()).isCloseTo(START.beta_deg(), within(0.01));
  }

  @Test
  void aMaskInterpolatesAndClosesAroundNorth() {
    HorizonMask mask =
        new HorizonMask(List.of(new HorizonMask.Point(90, 10), new HorizonMask.Point(270, 20)));

    assertThat(mask.at_deg(180)).isCloseTo(15, within(1e-12));
    assertThat(mask.at_deg(0)).isCloseTo(15, within(1e-12));
    assertThat(mask.at_deg(-45)).isCloseTo(17.5, within(1e-12));
    assertThat(mask.at_deg(450)).isCloseTo(10, within(1e-12));
    assertThat(HorizonMask.level(7).at_deg(200)).isEqualTo(7);
  }

  @Test
  void whatIsNoSiteIsRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> new GroundStation("x", 91, 0, 0, HorizonMask.level(5)))
        .hasMessage("x: latitude_deg is 91.0, allowed -90.0 to 90.0");
    assertThatThrownBy(
            () ->
                new HorizonMask(List.of(new HorizonMask.Point(9, 1), new HorizonMask.Point(9, 2))))
        .hasMessageContaining("azimuth_deg must ascend");
    assertThatThrownBy(() -> new StationNetwork(List.of(SVALBARD, SVALBARD)))
        .hasMessageContaining("twice");
  }
}
