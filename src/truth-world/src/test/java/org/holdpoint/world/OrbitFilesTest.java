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
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Orbits written as files are the orbits that were written, and a cue errs as it is asked to. */
@Tag("WLD-071")
class OrbitFilesTest {
  private static final double MU_M3_S2 = 0.3986004415e15;
  private static final WorldData DATA = WorldData.get();

  private final TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 1));
  private final long start_tai_ns = world.tai_ns();
  private final List<TimeStampedPVCoordinates> hour =
      Coast.fly(start_tai_ns, target_I(), new Coast.Body(400, 6.16, 3.64, 140, 12), 60, 3600);

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
    var fine =
        Coast.fly(start_tai_ns, target_I(), new Coast.Body(400, 6.16, 3.64, 140, 12), 0.5, 1831);
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
}
