package org.holdpoint.flight.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SunDirectionTest {
  /** Mean obliquity and general precession in longitude since J2000 are the almanac's. */
  private static Vec3 onTheEcliptic(double longitudeOfDate_deg, double yearsSince2000) {
    double longitude = FastMath.toRadians(longitudeOfDate_deg - 50.29 / 3600 * yearsSince2000);
    double obliquity = FastMath.toRadians(23.4393);
    return new Vec3(
        FastMath.cos(longitude),
        FastMath.sin(longitude) * FastMath.cos(obliquity),
        FastMath.sin(longitude) * FastMath.sin(obliquity));
  }

  private static long tai_ns(String utc) {
    var since = Duration.between(Instant.parse("1958-01-01T00:00:00Z"), Instant.parse(utc));
    return (since.getSeconds() + 37) * 1_000_000_000L;
  }

  @Test
  @Tag("NAV-028")
  void atTheEquinoxAndTheSolsticeOf2027TheSunIsWhereTheAlmanacSays() {
    Vec3 march = SunDirection.of(tai_ns("2027-03-20T20:25:00Z"));
    Vec3 june = SunDirection.of(tai_ns("2027-06-21T14:11:00Z"));
    assertThat(march.norm()).isBetween(1 - 1e-12, 1 + 1e-12);
    // 0.02 deg: aberration of 20" and half an hour of motion.
    assertThat(march.dot(onTheEcliptic(0, 27.22))).isGreaterThan(FastMath.cos(3.5e-4));
    assertThat(june.dot(onTheEcliptic(90, 27.47))).isGreaterThan(FastMath.cos(3.5e-4));
  }
}
