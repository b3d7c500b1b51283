package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.event.Coast;
import org.holdpoint.world.orbitfile.CueError;
import org.holdpoint.world.orbitfile.OrbitFile;
import org.holdpoint.world.orbitfile.OrbitFileWriter;
import org.holdpoint.world.orbitfile.OrbitFormat;
import org.holdpoint.world.orbitfile.StateCovariance;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Orbits written as files are the orbits that were written, and a cue errs as it is asked to. */
@Tag("WLD-071")
class OrbitFilesTest {
  private static final double MU_M3_S2 = 0.3986004415e15;
  private static final WorldData DATA = WorldData.get();

  private static final Coast.Body LIKE_TARGET =
      new Coast.Body(BodyProperties.TARGET, 400, EnvironmentChoice.NOMINAL);

  private final TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 1));
  private final long start_tai_ns = world.tai_ns();
  private final List<TimeStampedPVCoordinates> hour =
      Coast.fly(start_tai_ns, target_I(), LIKE_TARGET, 60, 3600);

  private double[] target_I() {
    Xyz r = world.truth().r_T_I_m();
    Xyz v = world.truth().v_T_I_m_s();
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static double apart_m(double[] a, double[] b) {
    return new Vector3D(a[0] - b[0], a[1] - b[1], a[2] - b[2]).getNorm();
  }

  private static double apart_m_s(double[] a, double[] b) {
    return new Vector3D(a[3] - b[3], a[4] - b[4], a[5] - b[5]).getNorm();
  }

  private double[] read(String text, OrbitFormat format, double after_s) {
    return OrbitFile.read("a-file", bytes(text), format, start_tai_ns + (long) (after_s * 1e9));
  }

  @Test
  void anOemIsTheOrbitAtItsPointsAndBetweenThem() {
    String oem = OrbitFileWriter.oem("TARGET", List.of("truth"), hour);

    assertThat(oem).contains("CCSDS_OEM_VERS", "REF_FRAME            = GCRF", "truth");
    assertThat(apart_m(read(oem, OrbitFormat.OEM, 0), target_I())).isLessThan(1e-6);
    assertThat(apart_m_s(read(oem, OrbitFormat.OEM, 0), target_I())).isLessThan(1e-9);
    double[] between = {0, 0, 0, 0, 0, 0};
    var fine = Coast.fly(start_tai_ns, target_I(), LIKE_TARGET, 0.5, 1831);
    var at = fine.get(3661); // 1830.5 s
    between[0] = at.getPosition().getX();
    between[1] = at.getPosition().getY();
    between[2] = at.getPosition().getZ();
    assertThat(apart_m(read(oem, OrbitFormat.OEM, 1830.5), between)).isLessThan(0.01);
  }

  @Test
  void theSameOrbitGivesTheSameBytes() {
    assertThat(OrbitFileWriter.oem("TARGET", List.of(), hour))
        .isEqualTo(OrbitFileWriter.oem("TARGET", List.of(), hour));
    assertThat(OrbitFileWriter.omm("TARGET", List.of(), hour.get(0)))
        .isEqualTo(OrbitFileWriter.omm("TARGET", List.of(), hour.get(0)));
  }

  @Test
  void anOemInAnotherFrameIsTurnedIntoGcrf() {
    String oem = OrbitFileWriter.oem("TARGET", List.of(), hour);
    // EME2000 differs from GCRF by some 20 milliarcseconds: 0.8 m here
    double[] turned =
        read(
            oem.replace("REF_FRAME            = GCRF", "REF_FRAME            = EME2000"),
            OrbitFormat.OEM,
            60);

    assertThat(apart_m(turned, read(oem, OrbitFormat.OEM, 60))).isBetween(0.1, 1.5);
  }

  @Test
  void twoLinesGiveTheStateAtTheEpochToTheDigitsOfTheFormat() {
    String tle = OrbitFileWriter.tle(hour.get(0));

    assertThat(tle.lines()).hasSize(2).allMatch(line -> line.length() == 69);
    // 0.0001 deg are 12 m, in each of three angles
    assertThat(apart_m(read(tle, OrbitFormat.TLE, 0), target_I())).isLessThan(50);
    assertThat(apart_m_s(read(tle, OrbitFormat.TLE, 0), target_I())).isLessThan(0.05);
    // within an hour mean elements of one state stay good to the kilometre
    double[] after = read(tle, OrbitFormat.TLE, 3600);
    Vector3D truth = hour.get(60).getPosition();
    assertThat(Vector3D.distance(new Vector3D(after[0], after[1], after[2]), truth))
        .isLessThan(2000);
  }

  @Test
  void anOmmGivesTheSameStateWithMoreDigits() {
    String omm = OrbitFileWriter.omm("TARGET", List.of("cue"), hour.get(0));

    assertThat(omm).contains("CCSDS_OMM_VERS", "MEAN_ELEMENT_THEORY", "cue");
    assertThat(apart_m(read(omm, OrbitFormat.OMM, 0), target_I())).isLessThan(1);
    assertThat(apart_m_s(read(omm, OrbitFormat.OMM, 0), target_I())).isLessThan(1e-3);
  }

  @Test
  void aTimeThatAFileDoesNotCoverIsRefusedWithItsSpan() {
    String oem = OrbitFileWriter.oem("TARGET", List.of(), hour);
    String tle = OrbitFileWriter.tle(hour.get(0));

    assertThatThrownBy(() -> read(oem, OrbitFormat.OEM, 3601))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a-file: covers 2027-03-04T06:00:00")
        .hasMessageContaining("not 2027-03-04T07:00:01");
    assertThatThrownBy(() -> read(tle, OrbitFormat.TLE, 8 * 86_400))
        .hasMessageStartingWith("a-file: covers 2027-02-25T06:00:00");
  }

  @Test
  void whatIsNoOrbitIsRefusedByName() {
    for (OrbitFormat format : OrbitFormat.values()) {
      assertThatThrownBy(() -> read("hello\n", format, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("a-file: ");
    }
    String oem = OrbitFileWriter.oem("TARGET", List.of(), hour);
    assertThatThrownBy(
            () ->
                read(
                    oem.replace("CENTER_NAME          = EARTH", "CENTER_NAME          = MOON"),
                    OrbitFormat.OEM,
                    0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MOON");
  }

  @Test
  void aCueErrsByItsSigmasOverManySeeds() {
    double sumA = 0;
    double sumAlong = 0;
    double sumCross = 0;
    int seeds = 2000;
    double[] truth = target_I();
    Vector3D r = new Vector3D(truth[0], truth[1], truth[2]);
    Vector3D v = new Vector3D(truth[3], truth[4], truth[5]);
    Vector3D normal = r.crossProduct(v).normalize();
    Vector3D along = normal.crossProduct(r).normalize();
    for (int seed = 1; seed <= seeds; seed++) {
      double[] cue = CueError.USUAL.disturb(truth, MU_M3_S2, seed);
      double da_km = 1e-3 * (a_m(cue) - a_m(truth));
      Vector3D error = new Vector3D(1e-3, new Vector3D(cue[0], cue[1], cue[2]).subtract(r));
      sumA += da_km * da_km;
      sumAlong += square(error.dotProduct(along));
      sumCross += square(error.dotProduct(normal));
    }
    // 95 % bounds of a standard deviation from 2000 samples: 3.1 %
    assertThat(Math.sqrt(sumA / seeds)).isCloseTo(2, within(2 * 0.04));
    assertThat(Math.sqrt(sumAlong / seeds)).isCloseTo(100, within(100 * 0.04));
    assertThat(Math.sqrt(sumCross / seeds)).isCloseTo(10, within(10 * 0.04));
  }

  private static double square(double x) {
    return x * x;
  }

  private double a_m(double[] rv) {
    return new CartesianOrbit(
            new TimeStampedPVCoordinates(
                DATA.date(start_tai_ns),
                new Vector3D(rv[0], rv[1], rv[2]),
                new Vector3D(rv[3], rv[4], rv[5])),
            DATA.gcrf(),
            MU_M3_S2)
        .getA();
  }

  @Test
  void aCueIsTheSameForTheSameSeedAndWithoutErrorItIsTheTruth() {
    assertThat(CueError.USUAL.disturb(target_I(), MU_M3_S2, 7))
        .isEqualTo(CueError.USUAL.disturb(target_I(), MU_M3_S2, 7))
        .isNotEqualTo(CueError.USUAL.disturb(target_I(), MU_M3_S2, 8));
    assertThat(apart_m(CueError.NONE.disturb(target_I(), MU_M3_S2, 7), target_I()))
        .isLessThan(1e-6);
    assertThatThrownBy(() -> new CueError(-1, 0, 0))
        .hasMessage("cue: semi_major_axis_km is -1.0, allowed 0 to 100.0");
  }

  @Test
  void aStateDrawnFromACovarianceHasItsVariancesAndCorrelations() {
    double[] lower = new double[21];
    lower[0] = 100; // 10 m
    lower[1] = 120; // correlation 0.6 with
    lower[2] = 400; // 20 m
    lower[20] = 0.0004; // 2 cm/s
    StateCovariance covariance = new StateCovariance(lower);
    NoiseStream noise = new NoiseStream(5, "test");
    int draws = 20_000;
    double[] sum = new double[4];
    for (int i = 0; i < draws; i++) {
      double[] error = covariance.draw(noise);
      sum[0] += square(error[0]);
      sum[1] += error[0] * error[1];
      sum[2] += square(error[1]);
      sum[3] += square(error[5]);
      assertThat(error[2]).isZero();
    }
    assertThat(sum[0] / draws).isCloseTo(100, within(3.0));
    assertThat(sum[1] / draws).isCloseTo(120, within(6.0));
    assertThat(sum[2] / draws).isCloseTo(400, within(12.0));
    assertThat(sum[3] / draws).isCloseTo(0.0004, within(0.000012));
  }

  @Test
  void whatIsNoCovarianceIsRefusedByItsRow() {
    double[] tooCorrelated = new double[21];
    tooCorrelated[0] = 1;
    tooCorrelated[1] = 2;
    tooCorrelated[2] = 1;
    assertThatThrownBy(() -> new StateCovariance(tooCorrelated)).hasMessageContaining("row 2");
    double[] withoutVariance = new double[21];
    withoutVariance[1] = 2;
    withoutVariance[2] = 1;
    assertThatThrownBy(() -> new StateCovariance(withoutVariance)).hasMessageContaining("row 2");
    assertThatThrownBy(() -> new StateCovariance(new double[20]))
        .hasMessageContaining("20 numbers, allowed are the 21");
  }

  @Test
  void anOrbitOfAStateStartsTheWorldAtThatState() {
    double[] state = {4_000_000, -3_000_000, 4_900_000, -4_500, -6_000, 30};
    double[] again = TargetOrbit.of(state, MU_M3_S2).rv_I(MU_M3_S2);
    assertThat(apart_m(again, state)).isLessThan(1e-6);
    assertThat(apart_m_s(again, state)).isLessThan(1e-9);
    double[] nearlyCircular = target_I();
    assertThat(apart_m(TargetOrbit.of(nearlyCircular, MU_M3_S2).rv_I(MU_M3_S2), nearlyCircular))
        .isLessThan(1e-6);
  }

  @Test
  void theWheelsStartWithTheMomentumThatTheyAreGiven() {
    WorldConfiguration nominal = Worlds.vbar(-1000, 1);
    Xyz momentum = new Xyz(0.5, -1.25, 3);
    TruthWorld spun =
        TruthWorld.create(
            new WorldConfiguration(
                nominal.epoch_utc(),
                1,
                nominal.targetOrbit(),
                nominal.r_CT_L_m(),
                nominal.v_CT_L_m_s(),
                nominal.chaser(),
                12,
                nominal.target(),
                nominal.targetHull(),
                nominal.targetAttitude(),
                EnvironmentChoice.NOMINAL,
                List.of(),
                momentum,
                false,
                List.of(),
                null,
                List.of()));
    assertThat(spun.truth().wheelMomentum_B_N_m_s()).isEqualTo(momentum);
  }
}
