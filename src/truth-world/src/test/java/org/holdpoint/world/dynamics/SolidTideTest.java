package org.holdpoint.world.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.EnvironmentChoice.Air;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Surroundings;
import org.holdpoint.world.environment.WorldData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

/** The bulge that Sun and Moon raise, against the gradient of its potential. */
class SolidTideTest {
  private static final double LOVE_NUMBER = 0.30190;
  private static final double RADIUS_M = 6_378_136.3;
  private static final long TAI_NS =
      WorldData.get()
          .tai_ns(
              new AbsoluteDate(
                  WorldConfiguration.epoch("2027-03-04T06:00:00Z"),
                  WorldData.get().timeScales().getUTC()));

  @Test
  @Tag("WLD-004")
  void tidesAreTheGradientOfTheirPotential() {
    double[][] places = {{6.878e6, 0, 0}, {1e5, -2e5, 6.9e6}, {-3e6, 4e6, 4.7e6}};
    for (double[] place : places) {
      double[] tide = difference(acceleration(place, true), acceleration(place, false));
      double largest = 0;
      for (int axis = 0; axis < 3; axis++) {
        double step_m = 1000;
        double[] ahead = place.clone();
        double[] behind = place.clone();
        ahead[axis] += step_m;
        behind[axis] -= step_m;
        double expected = (potential(ahead) - potential(behind)) / (2 * step_m);
        assertThat(tide[axis]).isCloseTo(expected, within(1e-12));
        largest = Math.max(largest, Math.abs(expected));
      }
      assertThat(largest).isBetween(1e-8, 2e-6);
    }
  }

  /** k2 GM / d^3 R^5 / r^3 P2(cos): Montenbruck and Gill, Satellite Orbits (2000), eq. 3.126. */
  private static double potential(double[] r) {
    Environment environment = new Environment();
    environment.moveTo(TAI_NS);
    return potential(CoastStep.SUN_MU_M3_S2, environment.sun_I_m(), r)
        + potential(CoastStep.MOON_MU_M3_S2, environment.moon_I_m(), r);
  }

  private static double potential(double mu, double[] body, double[] place) {
    double r = norm(place);
    double d = norm(body);
    double cosine = (place[0] * body[0] + place[1] * body[1] + place[2] * body[2]) / (r * d);
    double legendre = (3 * cosine * cosine - 1) / 2;
    double ratio = RADIUS_M / r;
    return LOVE_NUMBER
        * mu
        / d
        * (RADIUS_M / d)
        * (RADIUS_M / d)
        * ratio
        * ratio
        * ratio
        * legendre;
  }

  private static double[] acceleration(double[] place, boolean tides) {
    EnvironmentChoice choice =
        new EnvironmentChoice(2, Air.NONE, 140, 12, null, false, false, false, tides);
    double[] rva = new double[9];
    System.arraycopy(place, 0, rva, 0, 3);
    new CoastStep(new Surroundings(choice)).acceleration(TAI_NS, rva);
    return new double[] {rva[6], rva[7], rva[8]};
  }

  private static double[] difference(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double norm(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
