package org.holdpoint.world.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture shows is what is there. */
class PictureTest {
  private static final CameraOptics NARROW = CameraOptics.NARROW;

  @ParameterizedTest
  @ValueSource(doubles = {100, 250, 1000})
  @Tag("WLD-080")
  void theTargetIsAsLargeAsItsSizeOverRange(double range_m) {
    // from the side of the Sun, along the orbit normal: the wings lie across the line of sight
    Scene scene = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, range_m));
    Picture picture = camera().take(scene);
    int[] box = brightBox(picture, 40);
    double span_px = TargetModel.span_m(TargetHull.NOMINAL) / range_m / NARROW.pixel_rad();
    assertThat((double) Math.max(box[2] - box[0], box[3] - box[1]) + 1)
        .isCloseTo(span_px, within(4.0));
  }

  @Test
  @Tag("WLD-080")
  void theTargetStandsWhereTheLineOfSightFalls() {
    Scene ahead = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 400));
    double half = 0.5 * FastMath.toRadians(1);
    double cos = FastMath.cos(half);
    double sin = FastMath.sin(half);
    double away_px = FastMath.tan(FastMath.toRadians(1)) / NARROW.pixel_rad();
    // turned about +z body, to the left: the target moves to the right
    double[] right = middle(turned(ahead, new Wxyz(cos, 0, 0, -sin)));
    assertThat(right[0]).isCloseTo(512 + away_px, within(0.2));
    assertThat(right[1]).isCloseTo(512, within(0.2));
    // turned about +y body, downwards: the target moves up
    double[] up = middle(turned(ahead, new Wxyz(cos, 0, -sin, 0)));
    assertThat(up[0]).isCloseTo(512, within(0.2));
    assertThat(up[1]).isCloseTo(512 - away_px, within(0.2));
  }

  @Test
  @Tag("WLD-081")
  void theRedBlockStandsOnItsOwnSideAndNotMirrored() {
    // seen from the orbit normal (-y of the target): up is the normal when looking along V-bar
    Scene scene =
        Scenes.withSun(
            Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 120, 0)),
            new double[] {1, 0.1, -0.1},
            1);
    Picture picture = camera().take(scene);
    // from ahead, up = orbit normal = -y of the target: right is forward x up = -v x n = radial in
    // the block on +x stands towards +y (down) and -z (zenith, left)
    double column = 0;
    double row = 0;
    int count = 0;
    for (int j = 0; j < 1024; j++) {
      for (int i = 0; i < 1024; i++) {
        if (picture.code(i, j, 0) > 60 && picture.code(i, j, 0) > 2.2 * picture.code(i, j, 1)) {
          column += i;
          row += j;
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(100);
    double px_m = 1 / (119 * NARROW.pixel_rad());
    assertThat(column / count).isCloseTo(512 - 0.32 * px_m, within(3.0));
    assertThat(row / count).isCloseTo(512 + 0.64 * px_m, within(3.0));
  }

  @ParameterizedTest
  @CsvSource({"100, 2.2", "500, 5.7", "1000, 7.2", "2000, 8.7"})
  @Tag("WLD-082")
  void aDiffuseSphereHasThePublishedMagnitude(double range_km, double magnitude) {
    // rpo-reference: 1 m2, albedo 0.2, phase 60 deg
    assertThat(magnitudeOfSphere(1e3 * range_km, 60)).isCloseTo(magnitude, within(0.07));
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 60, 90, 120, 150})
  @Tag("WLD-082")
  void lightFallsWithPhaseAsOfADiffuseSphere(double phase_deg) {
    double a = FastMath.toRadians(phase_deg);
    double lambert = (FastMath.sin(a) + (FastMath.PI - a) * FastMath.cos(a)) / FastMath.PI;
    double measured =
        FastMath.pow(10, -0.4 * (magnitudeOfSphere(5e4, phase_deg) - magnitudeOfSphere(5e4, 0)));
    assertThat(measured).isCloseTo(lambert, within(0.01 + 0.02 * lambert));
  }

  @Test
  @Tag("WLD-083")
  void inEclipseTheTargetIsDarkBesideOneInTheSun() {
    Xyz place = new Xyz(0, 0, 150);
    Scene sunlit = Scenes.at(Scenes.NOON_RAAN, 60, place);
    Scene dark = Scenes.at(Scenes.NOON_RAAN, 180, place);
    assertThat(sunlit.light()).isEqualTo(1);
    assertThat(dark.light()).isEqualTo(0);
    double exposure_s = camera().take(sunlit).exposure_s();
    assertThat(brightest(camera().take(sunlit, exposure_s))).isGreaterThan(180);
    assertThat(brightest(camera().take(dark, exposure_s))).isLessThan(10);
    Picture longest = camera().take(dark);
    assertThat(longest.exposure_s()).isEqualTo(NARROW.longest_s());
    assertThat(longest.litFraction()).isZero();
  }

  @Test
  @Tag("WLD-083")
  void penumbraDimsByTheShareOfTheSun() {
    Scene sunlit =
        Scenes.withSun(
            Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 150)), new double[] {0, -1, 0}, 1);
    Scene penumbra = Scenes.withSun(sunlit, new double[] {0, -1, 0}, 0.25);
    TargetImage full = TargetImage.trace(sunlit, NARROW, model(sunlit));
    TargetImage dim = TargetImage.trace(penumbra, NARROW, model(penumbra));
    assertThat(total(dim) / total(full)).isCloseTo(0.25, within(0.01));
  }

  @Test
  @Tag("WLD-083")
  void earthshineShowsTheNightSideOfATargetOverTheDay() {
    // the Sun above, the chaser below: what it sees is lit by Earth alone
    Scene scene = Scenes.at(Scenes.NOON_RAAN, 0, new Xyz(-150, 0, 0));
    TargetImage image = TargetImage.trace(scene, NARROW, model(scene));
    double earthshine = image.metered(0.5);
    double sunshine = Lighting.SUNLIGHT * 0.5 / FastMath.PI;
    assertThat(earthshine / sunshine).isBetween(0.02, 0.6);
  }

  @Test
  @Tag("WLD-084")
  void theSunSideOfEarthIsBrightAndTheOtherDark() {
    // nadir over the terminator: the Sun's side of the picture is the bright one
    Scene scene = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(300, 0, 0));
    double[] sun_B = scene.sun_B();
    assertThat(Math.abs(sun_B[2])).isGreaterThan(0.9); // the Sun is up or down in the picture
    float[][] sky = new float[3][CameraOptics.WIDE.pixels() * CameraOptics.WIDE.pixels()];
    new Sky(scene, CameraOptics.WIDE).paint(sky, new float[sky[0].length]);
    double upper = 0;
    double lower = 0;
    for (int at = 0; at < sky[0].length; at++) {
      if (at < sky[0].length / 2) {
        upper += sky[1][at];
      } else {
        lower += sky[1][at];
      }
    }
    assertThat(sun_B[2] > 0 ? upper / lower : lower / upper).isGreaterThan(3);
  }

  @Test
  @Tag("WLD-085")
  void starsStandWhereTheSkyHasThem() {
    // Orion's belt, J2000: Alnitak, Alnilam, Mintaka; separations from their published places
    double[] alnilam = star(84.0534, -1.2019);
    Scene scene = skyward(alnilam, new double[] {0, 0, 1}, new Xyz(0, 0, 0));
    Picture picture = camera().take(scene, 0.05);
    double[] middle = centroid(picture, 512, 512, 12);
    double[] east = toPixel(scene, star(85.1897, -1.9426));
    double[] west = toPixel(scene, star(83.0017, -0.2991));
    double[] alnitak = centroid(picture, east[0], east[1], 12);
    double[] mintaka = centroid(picture, west[0], west[1], 12);
    assertThat(middle[0]).isCloseTo(512, within(0.6));
    assertThat(middle[1]).isCloseTo(512, within(0.6));
    assertThat(separation_deg(alnitak, middle)).isCloseTo(1.356, within(0.004));
    assertThat(separation_deg(mintaka, middle)).isCloseTo(1.386, within(0.004));
    // north up, seen from inside the sphere: east is left
    assertThat(alnitak[0]).isLessThan(middle[0]);
    assertThat(alnitak[1]).isGreaterThan(middle[1]);
    assertThat(mintaka[0]).isGreaterThan(middle[0]);
  }

  @Test
  @Tag("WLD-085")
  void starsAreAsBrightAsTheirMagnitudes() {
    Scene scene = skyward(star(84.0534, -1.2019), new double[] {0, 0, 1}, new Xyz(0, 0, 0));
    float[][] electrons = new float[3][1024 * 1024];
    float[] clear = new float[1024 * 1024];
    java.util.Arrays.fill(clear, 1);
    new Sky(scene, NARROW).addStars(electrons, clear, 0.1);
    double alnilam = around(electrons[1], 512, 512, 5); // V 1.69
    double expected = 1e10 * FastMath.pow(10, -0.4 * 1.69) * NARROW.pointFlux_e() * 0.1;
    assertThat(alnilam / expected).isCloseTo(1, within(0.05));
  }

  @Test
  @Tag("WLD-086")
  void aTargetInTheSunHidesTheStarsByItsExposure() {
    Scene near = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 300));
    Picture automatic = camera().take(near);
    Picture exposedForStars = camera().take(near, 0.5);
    assertThat(automatic.exposure_s()).isLessThan(1e-3);
    assertThat(skyPixelsAbove(automatic, 12)).isZero();
    assertThat(skyPixelsAbove(exposedForStars, 12)).isGreaterThan(20);
  }

  @Test
  @Tag("WLD-086")
  void whatIsTooBrightSaturatesAndBloomsAlongItsColumns() {
    Scene scene = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 2000));
    Picture right = camera().take(scene);
    Picture over = camera().take(scene, Math.min(0.5, 400 * right.exposure_s()));
    int[] small = brightBox(right, 40);
    int[] large = brightBox(over, 250);
    int taller = large[3] - large[1] - (small[3] - small[1]);
    int wider = large[2] - large[0] - (small[2] - small[0]);
    assertThat(taller).isGreaterThan(2 * Math.max(1, wider));
  }

  @Test
  @Tag("WLD-086")
  void aTurningChaserDrawsStarsOutByItsRate() {
    double rate_rad_s = 100 * NARROW.pixel_rad();
    Scene still = skyward(star(84.0534, -1.2019), new double[] {0, 0, 1}, new Xyz(0, 0, 0));
    Scene yawing = Scenes.looking(still, still.truth().q_BI(), new Xyz(0, 0, rate_rad_s));
    Picture drawn = camera().take(yawing, 0.5);
    int[] streak = box(drawn, 25, 440, 500, 584, 524);
    assertThat(streak[2] - streak[0]).isBetween(46, 58);
    assertThat(streak[3] - streak[1]).isLessThan(10);
    int[] point = box(camera().take(still, 0.5), 25, 440, 500, 584, 524);
    assertThat(point[2] - point[0]).isLessThan(14);
  }

  @Test
  @Tag("WLD-087")
  void theSameStateAndSeedGiveTheSameBytesAndAnotherSeedOthers() throws Exception {
    Scene scene = Scenes.at(Scenes.NOON_RAAN, 60, new Xyz(60, 100, 0));
    byte[] first = PngFile.bytes(new CameraModel(NARROW, 7, "test").take(scene));
    byte[] again =
        PngFile.bytes(
            new CameraModel(NARROW, 7, "test")
                .take(Scenes.at(Scenes.NOON_RAAN, 60, new Xyz(60, 100, 0))));
    assertThat(again).isEqualTo(first);
    assertThat(PngFile.bytes(new CameraModel(NARROW, 8, "test").take(scene))).isNotEqualTo(first);
    assertThat(ImageIO.read(new ByteArrayInputStream(first)).getWidth()).isEqualTo(1024);
    assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("tEXtutc\0002027-03-04T06:00:00.000Z")
        .contains("tEXtrun_seed\0007")
        .contains("tEXtcamera\000narrow")
        .contains("tEXtexposure_s\000")
        .contains("tEXtphase_deg\000")
        .contains("tEXtq_BI\000");
  }

  @Test
  @Tag("WLD-087")
  void theDetectorsNoiseIsShotAndReadNoise() {
    int pixels = 1024 * 1024;
    float[][] flat = new float[1][pixels];
    java.util.Arrays.fill(flat[0], 10_000);
    new Detector(NARROW).develop(flat, new org.holdpoint.world.state.NoiseStream(1, "flat"));
    double sum = 0;
    double squares = 0;
    for (float e : flat[0]) {
      sum += e;
      squares += (double) e * e;
    }
    double mean = sum / pixels;
    assertThat(mean).isCloseTo(10_000, within(0.5));
    assertThat(Math.sqrt(squares / pixels - mean * mean))
        .isCloseTo(Math.sqrt(10_000 + 100), within(0.5));
  }

  @Test
  @Tag("WLD-080")
  void theThermalCameraSeesTheTargetInEclipse() {
    Scene dark = Scenes.at(Scenes.NOON_RAAN, 180, new Xyz(-60, 0, 0));
    Picture picture = new CameraModel(CameraOptics.THERMAL, 1, "test").take(dark);
    assertThat(picture.code(128, 128, 1)).isGreaterThan(picture.code(20, 20, 1) + 40);
  }

  @Test
  @Tag("WLD-080")
  void anExposureThatTheCameraCannotGiveIsRefused() {
    Scene scene = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 300));
    assertThatThrownBy(() -> camera().take(scene, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0E-5 to 0.5 s");
    assertThatThrownBy(() -> CameraOptics.named("zoom"))
        .hasMessage("no camera 'zoom'; one of: narrow, wide, thermal");
  }

  @Test
  @Tag("WLD-088")
  void aFacetBehindAWingIsNotSeenAndCastsNoDoubt() {
    // the Sun along +x: the wing on +x shades the middle of face 1
    double[] sun_T = Vec.unit(Vec.of(1, 0.02, 0));
    TargetModel model = TargetModel.of(TargetHull.NOMINAL, sun_T);
    Ray scratch = new Ray();
    double[] right = Vec.of(1, 0, 0);
    assertThat(model.open(Vec.of(1, 0.0, 0.5), right, Vec.unit(Vec.of(1, 0, 0)), scratch))
        .isFalse();
    assertThat(model.open(Vec.of(1, 0.5, 0.5), right, Vec.unit(Vec.of(1, 0, 0)), scratch)).isTrue();
    assertThat(model.open(Vec.of(-1, 0.5, 0.5), Vec.of(-1, 0, 0), Vec.of(1, 0, 0), scratch))
        .isFalse();
  }

  @Test
  @Tag("WLD-088")
  void aFacetIsSeenOnlyWhenItIsLitInTheFieldSharpAndFineEnough() {
    Scene near = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 150));
    assertThat(inspection().look(near, NARROW, 3e-5, "near")).isGreaterThan(50);
    assertThat(
            inspection().look(Scenes.withSun(near, new double[] {0, -1, 0}, 0), NARROW, 3e-5, ""))
        .as("eclipse")
        .isZero();
    assertThat(inspection().look(Scenes.withSun(near, new double[] {0, 1, 0}, 1), NARROW, 3e-5, ""))
        .as("Sun behind")
        .isZero();
    assertThat(inspection().look(near, NARROW, 0.1, "")).as("overexposed").isZero();
    assertThat(inspection().look(near, CameraOptics.WIDE, 3e-5, "")).as("too coarse").isZero();
    double[] away_I = {
      near.truth().r_CT_L_m().x() + 1, near.truth().r_C_I_m().y(), near.truth().r_C_I_m().z()
    };
    Wxyz elsewhere = Scenes.attitude(away_I, new double[] {0.1, 0.2, 1});
    assertThat(
            inspection().look(Scenes.looking(near, elsewhere, new Xyz(0, 0, 0)), NARROW, 3e-5, ""))
        .as("looking away")
        .isZero();
    Xyz fast = new Xyz(0, 0, 5 * NARROW.pixel_rad() / 3e-5);
    assertThat(inspection().look(Scenes.looking(near, near.truth().q_BI(), fast), NARROW, 3e-5, ""))
        .as("blurred")
        .isZero();
  }

  @Test
  @Tag("WLD-088")
  void aSpinningTargetIsBlurredByItsOwnSpin() {
    TruthWorld world = Scenes.spinning(10, new Xyz(0, 0, 150));
    TruthSnapshot before = world.truth();
    world.step(new int[16], new double[3]);
    Scene scene = Scene.of(new Environment(), before, world.truth(), TargetHull.NOMINAL);
    assertThat(scene.rate_T_rad_s().y()).isCloseTo(FastMath.toRadians(10), within(1e-4));
    double[] streak_px_s = new double[2];
    Streak.ofTarget(scene, NARROW, Vec.of(3, 0, 0), streak_px_s);
    double expected_px_s = 3 * FastMath.toRadians(10) / 150 / NARROW.pixel_rad();
    assertThat(Math.sqrt(streak_px_s[0] * streak_px_s[0] + streak_px_s[1] * streak_px_s[1]))
        .isCloseTo(expected_px_s, within(0.03 * expected_px_s));
  }

  @Test
  @Tag("WLD-089")
  void anObserverWhoLooksEverywhereOnThePathCoversAllThatCouldBeSeen() {
    Inspection everywhere = inspection();
    Inspection seldom = inspection();
    for (int i = 0; i < 24; i++) {
      double angle = 2 * FastMath.PI * i / 24;
      Scene scene =
          Scenes.at(
              Scenes.DAWN_DUSK_RAAN,
              15 * i,
              new Xyz(
                  100 * FastMath.cos(angle),
                  -200 * FastMath.sin(angle),
                  100 * FastMath.cos(angle)));
      everywhere.look(scene, NARROW, 4e-5, "frame " + i);
      seldom.pass(scene);
      if (i == 3) {
        seldom.look(scene, NARROW, 4e-5, "frame 3");
      }
    }
    assertThat(everywhere.coverage()).isEqualTo(1);
    assertThat(seldom.coverage()).isBetween(0.1, 0.95);
  }

  @Test
  @Tag("WLD-089")
  void theBestFrameOfAFacetIsTheFinestAndTheCoverageNeverFalls() {
    Inspection inspection = inspection();
    Scene far = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 300));
    Scene near = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, 0, 120));
    int first = inspection.look(far, NARROW, 4e-5, "far");
    double before = inspection.coverage();
    assertThat(inspection.look(near, NARROW, 4e-5, "near")).isZero();
    assertThat(inspection.coverage()).isEqualTo(before);
    List<Inspection.Sight> sights = new ArrayList<>();
    for (Inspection.Account account : inspection.accounts()) {
      Inspection.Sight best = account.best();
      if (best != null) {
        sights.add(best);
      }
    }
    assertThat(sights).hasSize(first);
    assertThat(sights).allSatisfy(sight -> assertThat(sight.frame()).isEqualTo("near"));
    assertThat(sights.get(0).sample_m()).isCloseTo(0.0104, within(0.0003));
  }

  private static Scene turned(Scene scene, Wxyz turn) {
    return Scenes.looking(scene, times(turn, scene.truth().q_BI()), new Xyz(0, 0, 0));
  }

  /** Middle of a sphere in the target's place. */
  private static double[] middle(Scene scene) {
    TargetImage image = TargetImage.trace(scene, NARROW, TargetModel.sphere(2, 0.5));
    double x = 0;
    double y = 0;
    for (int at = 0; at < image.cover.length; at++) {
      x += image.cover[at] * (image.left + at % image.width + 0.5);
      y += image.cover[at] * (image.top + at / image.width + 0.5);
    }
    return new double[] {x / image.pixels(), y / image.pixels()};
  }

  private static CameraModel camera() {
    return new CameraModel(NARROW, 1, "test");
  }

  private static Inspection inspection() {
    return new Inspection(TargetHull.NOMINAL, Inspection.Rules.NOMINAL);
  }

  private static TargetModel model(Scene scene) {
    return TargetModel.of(scene.hull(), scene.sun_T());
  }

  /** Of a sphere of 1 m2 cross-section and albedo 0.2, from the electrons of its picture. */
  private static double magnitudeOfSphere(double range_m, double phase_deg) {
    Scene scene = Scenes.at(Scenes.DAWN_DUSK_RAAN, 20, new Xyz(0, -range_m, 0));
    double[] chaser = Vec.unit(scene.chaser_T_m());
    double a = FastMath.toRadians(phase_deg);
    double[] sun =
        Vec.plus(Vec.scaled(chaser, FastMath.cos(a)), Vec.across(chaser), FastMath.sin(a));
    Scene lit = Scenes.withSun(scene, sun, 1);
    TargetModel sphere = TargetModel.sphere(Math.sqrt(1 / FastMath.PI), 0.2);
    // less what Earth shines on it, which the published law leaves out
    double radiance =
        total(TargetImage.trace(lit, NARROW, sphere))
            - total(TargetImage.trace(Scenes.withSun(lit, sun, 0), NARROW, sphere));
    double photons = radiance * NARROW.pixel_rad() * NARROW.pixel_rad();
    return -2.5 * FastMath.log10(photons / Lighting.STAR_OF_V0);
  }

  private static double total(TargetImage image) {
    double sum = 0;
    for (float value : image.radiance[1]) {
      sum += value;
    }
    return sum;
  }

  /** Looks at a direction of the sky from a place without target, Earth behind. */
  private static Scene skyward(double[] along_I, double[] up_I, Xyz rate) {
    Scene scene = Scenes.at(Scenes.NOON_RAAN, 180, new Xyz(0, 0, 300));
    return Scenes.looking(scene, Scenes.attitude(along_I, up_I), rate);
  }

  private static double[] star(double ra_deg, double dec_deg) {
    double ra = FastMath.toRadians(ra_deg);
    double dec = FastMath.toRadians(dec_deg);
    return Vec.of(
        FastMath.cos(dec) * FastMath.cos(ra),
        FastMath.cos(dec) * FastMath.sin(ra),
        FastMath.sin(dec));
  }

  private static double[] toPixel(Scene scene, double[] along_I) {
    double[] b = Scene.inFrame(scene.truth().q_BI(), along_I);
    return new double[] {
      512 - NARROW.focal_px() * b[1] / b[0], 512 - NARROW.focal_px() * b[2] / b[0]
    };
  }

  private static double[] centroid(Picture picture, double column, double row, int reach) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int j = (int) row - reach; j <= row + reach; j++) {
      for (int i = (int) column - reach; i <= column + reach; i++) {
        double weight = Math.max(0, picture.code(i, j, 1) - 60);
        sum += weight;
        x += weight * (i + 0.5);
        y += weight * (j + 0.5);
      }
    }
    return new double[] {x / sum, y / sum};
  }

  private static double separation_deg(double[] a, double[] b) {
    double[] da = {1, (512 - a[0]) / NARROW.focal_px(), (512 - a[1]) / NARROW.focal_px()};
    double[] db = {1, (512 - b[0]) / NARROW.focal_px(), (512 - b[1]) / NARROW.focal_px()};
    return FastMath.toDegrees(Vec.angle(da, db));
  }

  private static double around(float[] plane, int column, int row, int reach) {
    double sum = 0;
    for (int j = row - reach; j <= row + reach; j++) {
      for (int i = column - reach; i <= column + reach; i++) {
        sum += plane[j * 1024 + i];
      }
    }
    return sum;
  }

  private static int brightest(Picture picture) {
    int most = 0;
    for (int row = 300; row < 724; row++) {
      for (int column = 300; column < 724; column++) {
        most = Math.max(most, picture.code(column, row, 1));
      }
    }
    return most;
  }

  /** First and last column and row with a pixel above a code: left, top, right, bottom. */
  private static int[] brightBox(Picture picture, int above) {
    return box(picture, above, 0, 0, picture.width_px(), picture.height_px());
  }

  private static int[] box(Picture picture, int above, int left, int top, int right, int bottom) {
    int[] box = {right, bottom, left, top};
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        if (picture.code(column, row, 1) > above) {
          box[0] = Math.min(box[0], column);
          box[1] = Math.min(box[1], row);
          box[2] = Math.max(box[2], column);
          box[3] = Math.max(box[3], row);
        }
      }
    }
    return box;
  }

  /** In the outer parts, where no target is. */
  private static int skyPixelsAbove(Picture picture, int above) {
    int count = 0;
    for (int row = 0; row < 1024; row++) {
      for (int column = 0; column < 1024; column++) {
        boolean outer = Math.max(Math.abs(row - 512), Math.abs(column - 512)) > 250;
        count += outer && picture.code(column, row, 1) > above ? 1 : 0;
      }
    }
    return count;
  }

  private static Wxyz times(Wxyz a, Wxyz b) {
    return Wxyz.of(
        new double[] {
          a.q0() * b.q0() - a.q1() * b.q1() - a.q2() * b.q2() - a.q3() * b.q3(),
          a.q0() * b.q1() + a.q1() * b.q0() + a.q2() * b.q3() - a.q3() * b.q2(),
          a.q0() * b.q2() - a.q1() * b.q3() + a.q2() * b.q0() + a.q3() * b.q1(),
          a.q0() * b.q3() + a.q1() * b.q2() - a.q2() * b.q1() + a.q3() * b.q0()
        },
        0);
  }
}
