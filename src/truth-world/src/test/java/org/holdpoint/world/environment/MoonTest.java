package org.holdpoint.world.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MoonTest {
  @Test
  @Tag("WLD-004")
  void standsWherePublishedOn12April1992() {
    // Meeus, Astronomical Algorithms, example 47.a: 133.162655 deg, -3.229126 deg of the ecliptic
    // of
    // date, 368,409.7 km; precession in longitude from J2000 is -1.3972 deg a century.
    double centuries = (2_448_724.5 - 2_451_545.0) / 36_525;
    double[] r = new double[3];
    Moon.position_m(centuries, r);
    double tilt = FastMath.toRadians(23.43929111);
    double y = FastMath.cos(tilt) * r[1] + FastMath.sin(tilt) * r[2];
    double z = -FastMath.sin(tilt) * r[1] + FastMath.cos(tilt) * r[2];
    double distance = FastMath.sqrt(r[0] * r[0] + y * y + z * z);
    assertThat(FastMath.toDegrees(FastMath.atan2(y, r[0])))
        .isCloseTo(133.162655 - 1.3972 * centuries, within(0.1));
    assertThat(FastMath.toDegrees(FastMath.asin(z / distance))).isCloseTo(-3.229126, within(0.1));
    assertThat(distance / 1e3).isCloseTo(368_409.7, within(500.0));
  }
}
