package org.holdpoint.world.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the visible cameras see of a target ahead, above or below, by the Sun and Earth. */
class CameraTest {
  private static final double ARCSECOND = FastMath.PI / 648_000;
  private static final double[] SUN_BESIDE = {0, 0, 1};
  private static final double[] SUN_BEHIND = {0, -1, 0};

  @ParameterizedTest
  @CsvSource({"100_000, 2.2", "500_000, 5.7", "1_000_000, 7.2", "2_000_000, 8.7"})
  @Tag("WLD-029")
  void aDiffuseSphereOfOneSquareMetreIsAsBrightAsThePublishedFigures(
      double range_m, double magnitude) {
    double phase_rad = FastMath.toRadians(60);
    assertThat(VisualMagnitude.ofSphere(1, 0.2, phase_rad, range_m))
        .isCloseTo(magnitude, within(0.05));
  }

  @Test
  @Tag("WLD-029")
  void aBodyBetweenUsAndTheSunIsDark() {
    assertThat(VisualMagnitude.ofSphere(1, 0.2, FastMath.PI, 1000)).isGreaterThan(20);
  }

  @Test
  @Tag("WLD-029")
  void theNarrowCameraFindsATargetAtTwoThousandKilometresWithTheSunBehindIt() {
    // In a like orbit it stands 8.4 deg below the horizon and 13.6 deg above the limb.
    assertThat(sees(VisibleCamera.NARROW, inOrbit(2_000_000), SUN_BEHIND)).isTrue();
    // 3,000 km away it is 9 deg above the limb, inside the exclusion of 12 deg.
    assertThat(sees(VisibleCamera.NARROW, inOrbit(3_000_000), SUN_BEHIND)).isFalse();
    // The wide one is not made for that.
    assertThat(sees(VisibleCamera.WIDE, inOrbit(2_000_000), SUN_BEHIND)).isFalse();
  }

  @Test
  @Tag("WLD-029")
  void onlyATargetWithAShapeIsToldFromEarthBehindIt() {
    double[] farBelow = {-60_000, 34_000, 0};
    double[] nearBelow = {-600, 340, 0};
    assertThat(sees(VisibleCamera.NARROW, new double[] {0, 69_000, 0}, SUN_BESIDE)).isTrue();
    assertThat(sees(VisibleCamera.NARROW, farBelow, SUN_BESIDE)).isFalse();
    assertThat(sees(VisibleCamera.NARROW, nearBelow, SUN_BESIDE)).isTrue();
  }

  @Test
  @Tag("WLD-029")
  void earthInFrontHidesTheTarget() {
    Situation behindEarth = Scene.of(inOrbit(6_000_000), SUN_BEHIND);
    assertThat(behindEarth.earthInFront()).isTrue();
    assertThat(Scene.of(inOrbit(2_000_000), SUN_BEHIND).earthInFront()).isFalse();
  }

  @Test
  @Tag("WLD-029")
  void nearTheTargetTheNarrowCameraBloomsAndTheWideOneErrsByATenthOfItsSize() {
    double narrow_rad = stated(VisibleCamera.NARROW, 100);
    double wide_rad = stated(VisibleCamera.WIDE, 100);
    assertThat(FastMath.toDegrees(narrow_rad)).isBetween(0.3, 1.2);
    assertThat(wide_rad).isCloseTo(0.1 * 2 / 100, within(1e-4));
    assertThat(stated(VisibleCamera.NARROW, 300_000)).isCloseTo(20 * ARCSECOND, within(1e-9));
    assertThat(stated(VisibleCamera.WIDE, 5_000)).isCloseTo(40 * ARCSECOND, within(1e-9));
  }

  private static double stated(VisibleCamera.Optics optics, double range_m) {
    VisibleCamera camera = new VisibleCamera(1, "camera", optics);
    camera.sample(0, Scene.ahead(range_m), UnitErrors.NONE);
    return camera.value[3];
  }

  private static boolean sees(VisibleCamera.Optics optics, double[] offset_I_m, double[] sun_I) {
    return seen(optics, Scene.of(offset_I_m, sun_I));
  }

  private static boolean seen(VisibleCamera.Optics optics, Situation now) {
    VisibleCamera camera = new VisibleCamera(1, "camera", optics);
    camera.sample(0, aimed(now), UnitErrors.NONE);
    camera.deliver(2);
    return camera.present();
  }

  /** The body turned about z so that +x looks at the target. */
  private static Situation aimed(Situation now) {
    double angle = FastMath.atan2(now.toTarget_B[1], now.toTarget_B[0]);
    for (double[] u : new double[][] {now.toTarget_B, now.nadir_B, now.sun_B}) {
      double x = u[0];
      u[0] = FastMath.cos(angle) * x + FastMath.sin(angle) * u[1];
      u[1] = FastMath.cos(angle) * u[1] - FastMath.sin(angle) * x;
    }
    return now;
  }

  /** A target on the chaser's circular orbit, a chord of this length ahead. */
  private static double[] inOrbit(double chord_m) {
    double half = FastMath.asin(chord_m / 2 / Scene.RADIUS_M);
    double angle = 2 * half;
    return new double[] {
      Scene.RADIUS_M * (FastMath.cos(angle) - 1), Scene.RADIUS_M * FastMath.sin(angle), 0
    };
  }
}
