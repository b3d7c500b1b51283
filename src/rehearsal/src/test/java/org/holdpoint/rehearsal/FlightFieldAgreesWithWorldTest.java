package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.flight.navigation.EarthField;
import org.holdpoint.motion.Vec3;
import org.holdpoint.world.environment.Gravity;
import org.junit.jupiter.api.Test;

/** Two sums of one field: Pines' onboard, Cunningham's in the world. */
class FlightFieldAgreesWithWorldTest {
  private static final double[] EARTH_FIXED = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  @Test
  void bothSumsOfTheHarmonicsAgreeAllOverTheGlobeThePolesIncluded() {
    EarthField onboard = new EarthField();
    Gravity world = new Gravity(20);
    for (int i = 0; i <= 18; i++) {
      for (int j = 0; j < 12; j++) {
        double latitude = Math.PI * (i / 18.0 - 0.5);
        double longitude = 2 * Math.PI * j / 12 + 0.1;
        Vec3 r =
            new Vec3(
                    Math.cos(latitude) * Math.cos(longitude),
                    Math.cos(latitude) * Math.sin(longitude),
                    Math.sin(latitude))
                .times(6_850_000 + 1000 * j);
        double[] a = new double[3];
        world.acceleration(r.x(), r.y(), r.z(), EARTH_FIXED, a);
        Vec3 central = r.times(-3.986004415e14 / Math.pow(r.norm(), 3));
        Vec3 expected = new Vec3(a[0], a[1], a[2]).minus(central);
        assertThat(onboard.harmonics_m_s2(r).minus(expected).norm()).isLessThan(1e-11);
      }
    }
  }
}
