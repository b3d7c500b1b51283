package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The monitor's almanac against published places of the Sun. */
class SunAngleTest {
  /** 2000-01-01T12:00:00 TT: 15,340.5 days of TAI after 1958-01-01, less 32.184 s. */
  private static final double J2000_TAI_S = 15_340.5 * 86_400 - 32.184;

  private static final double OBLIQUITY_DEG = 23.4393;

  private static long tai_ns(double daysFromJ2000) {
    return (long) ((J2000_TAI_S + 86_400 * daysFromJ2000) * 1e9);
  }

  private static double apart_deg(Vec3 a, Vec3 b) {
    return FastMath.toDegrees(FastMath.acos(Math.min(1, a.dot(b))));
  }

  private static Vec3 atLongitude(double longitude_deg) {
    double l = FastMath.toRadians(longitude_deg);
    double e = FastMath.toRadians(OBLIQUITY_DEG);
    return new Vec3(
        FastMath.cos(l), FastMath.cos(e) * FastMath.sin(l), FastMath.sin(e) * FastMath.sin(l));
  }

  @Test
  @Tag("SAF-164")
  void theSunStandsWhereTheAlmanacSays() {
    // Meeus, Astronomical Algorithms, example 25.a: 1992 October 13.0 TD, true longitude of date
    // 199.90988 deg; 7.218 years of precession to J2000.
    assertThat(
            apart_deg(
                SunAngle.direction_I(tai_ns(-2636.5)),
                atLongitude(199.90988 + 1.3969 * 2636.5 / 36525)))
        .isLessThan(0.01);
    // Equinox of 2000-03-20T07:35 and solstice of 2000-06-21T01:48 UTC.
    assertThat(apart_deg(SunAngle.direction_I(tai_ns(78.8167)), atLongitude(0))).isLessThan(0.02);
    assertThat(apart_deg(SunAngle.direction_I(tai_ns(171.5757)), atLongitude(90))).isLessThan(0.02);
    // Solstice of 2026-12-21T20:50 UTC: of date 270 deg, 26.97 years of precession.
    assertThat(
            apart_deg(SunAngle.direction_I(tai_ns(9851.369)), atLongitude(270 - 1.3969 * 0.26972)))
        .isLessThan(0.02);
    assertThat(SunAngle.direction_I(tai_ns(100)).norm()).isCloseTo(1, within(1e-12));
  }

  @Test
  @Tag("SAF-164")
  void theShadowIsACylinderBehindEarth() {
    Vec3 sun = new Vec3(1, 0, 0);
    assertThat(SunAngle.inShadow(new Vec3(-6_000_000, 6_378_136, 0), sun)).isTrue();
    assertThat(SunAngle.inShadow(new Vec3(-6_000_000, 0, 6_378_138), sun)).isFalse();
    assertThat(SunAngle.inShadow(new Vec3(6_000_000, 1_000_000, 0), sun)).isFalse();
    assertThat(SunAngle.inShadow(new Vec3(-1, 0, 6_378_136), sun)).isTrue();
    assertThat(SunAngle.inShadow(new Vec3(0, 0, 1), sun)).as("on the terminator").isFalse();
    assertThat(SunAngle.inShadow(new Vec3(-1, 0, 6_378_137), sun)).as("on its edge").isFalse();
  }

  @Test
  @Tag("SAF-164")
  void theAngleIsTakenFromTheCamerasAxis() {
    long equinox = tai_ns(78.8167);
    Vec3 daylight = new Vec3(6_878_000, 0, 0);
    assertThat(SunAngle.offCameras_deg(equinox, Quaternion.IDENTITY, daylight))
        .isCloseTo(0, within(0.02));
    double eighth = FastMath.PI / 8;
    Quaternion turned = new Quaternion(FastMath.cos(eighth), 0, FastMath.sin(eighth), 0);
    assertThat(SunAngle.offCameras_deg(equinox, turned, daylight)).isCloseTo(45, within(0.02));
    assertThat(SunAngle.offCameras_deg(equinox, new Quaternion(0, 0, 0, 1), daylight))
        .isCloseTo(180, within(0.02));
    assertThat(SunAngle.offCameras_deg(equinox, Quaternion.IDENTITY, daylight.times(-1)))
        .as("in shadow")
        .isEqualTo(180);
  }
}
