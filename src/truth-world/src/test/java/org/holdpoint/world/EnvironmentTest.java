package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.environment.Atmosphere;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Gravity;
import org.holdpoint.world.environment.Light;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.reference.OrekitReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.frames.FramesFactory;
import org.orekit.frames.Transform;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.propagation.SpacecraftState;
import org.orekit.utils.PVCoordinates;

/** Earth, Sun and Moon as the world samples them against what Orekit says at the very time. */
class EnvironmentTest {
  private static final WorldData DATA = WorldData.get();
  private static final long START = Worlds.vbar(-1000, 1).start_tai_ns();
  private static final long HOUR_NS = 3_600_000_000_000L;

  @Test
  @Tag("WLD-004")
  void earthTurnsAsInOrekitBetweenGridPoints() {
    Environment environment = new Environment();
    for (int i = 0; i < 50; i++) {
      long at = START + i * (HOUR_NS / 2 + 123_456_789L);
      environment.moveTo(at);
      Transform transform =
          FramesFactory.getNonInterpolatingTransform(
              DATA.gcrf(), OrekitReference.itrf(), DATA.date(at));
      double[][] expected = transform.getRotation().getMatrix();
      for (int k = 0; k < 9; k++) {
        assertThat(environment.toEarth()[k]).isCloseTo(expected[k / 3][k % 3], within(1e-9));
      }
    }
  }

  @Test
  @Tag("WLD-004")
  void sunIsOrekitsWithinAKilometre() {
    Environment environment = new Environment();
    environment.moveTo(START + HOUR_NS / 7);
    Vector3D expected =
        OrekitReference.sun().getPosition(DATA.date(START + HOUR_NS / 7), DATA.gcrf());
    assertThat(new Vector3D(environment.sun_I_m()).distance(expected)).isLessThan(1000);
  }

  @Test
  @Tag("WLD-005")
  void answersDoNotDependOnWhatWasAskedBefore() {
    Environment fresh = new Environment();
    Environment travelled = new Environment();
    for (long hour = -900; hour < 900; hour += 7) {
      travelled.moveTo(START + hour * HOUR_NS);
    }
    long at = START + 5 * HOUR_NS + 1;
    fresh.moveTo(at);
    travelled.moveTo(at);
    assertThat(travelled.toEarth()).containsExactly(fresh.toEarth());
    assertThat(travelled.sun_I_m()).containsExactly(fresh.sun_I_m());
    assertThat(travelled.moon_I_m()).containsExactly(fresh.moon_I_m());
    double travelledAir =
        new Atmosphere(travelled, EnvironmentChoice.NOMINAL).density_kg_m3(6.8e6, 1e6, 2e5);
    double freshAir =
        new Atmosphere(fresh, EnvironmentChoice.NOMINAL).density_kg_m3(6.8e6, 1e6, 2e5);
    assertThat(travelledAir).isEqualTo(freshAir);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 70})
  @Tag("WLD-004")
  void gravityIsThatOfHolmesAndFeatherstone(int degree) {
    Gravity gravity = new Gravity(degree);
    Environment environment = new Environment();
    environment.moveTo(START);
    double[][] places = {
      {6.878e6, 0, 0}, {1e5, -2e5, 6.9e6}, {-3e6, 4e6, 4.7e6}, {2e6, 6.5e6, -1e6}
    };
    for (double[] p : places) {
      double[] a = new double[3];
      gravity.acceleration(p[0], p[1], p[2], environment.toEarth(), a);
      Vector3D r = new Vector3D(p);
      Vector3D inEarth =
          new Vector3D(
              row(environment.toEarth(), 0).dotProduct(r),
              row(environment.toEarth(), 1).dotProduct(r),
              row(environment.toEarth(), 2).dotProduct(r));
      var harmonics = OrekitReference.harmonics(degree);
      double[] g = harmonics.gradient(DATA.date(START), inEarth, gravity.mu_m3_s2());
      Vector3D expected =
          row(environment.toEarth(), 0)
              .scalarMultiply(g[0])
              .add(g[1], row(environment.toEarth(), 1))
              .add(g[2], row(environment.toEarth(), 2))
              .subtract(r.scalarMultiply(gravity.mu_m3_s2() / (r.getNormSq() * r.getNorm())));
      assertThat(new Vector3D(a).distance(expected)).isLessThan(1e-13);
    }
  }

  @Test
  @Tag("WLD-004")
  void airIsOrekitsWithItsOwnFrames() {
    Environment environment = new Environment();
    environment.moveTo(START);
    Vector3D r = new Vector3D(6.0e6, 3.0e6, 1.4e6);
    double expected = OrekitReference.air(140, 12).getDensity(DATA.date(START), r, DATA.gcrf());
    double air =
        new Atmosphere(environment, EnvironmentChoice.NOMINAL)
            .density_kg_m3(r.getX(), r.getY(), r.getZ());
    assertThat(air / expected).isCloseTo(1, within(1e-6));
    assertThat(air).isBetween(1e-14, 1e-11);
  }

  @Test
  @Tag("WLD-006")
  void lightFadesThroughPenumbraAsInOrekit() {
    Environment environment = new Environment();
    environment.moveTo(START);
    Vector3D sun = new Vector3D(environment.sun_I_m());
    Vector3D away = sun.normalize().negate();
    Vector3D across = Vector3D.crossProduct(away, Vector3D.PLUS_K).normalize();
    var radiation = OrekitReference.radiation(Worlds.LIKE_CHASER);
    int partial = 0;
    for (double side_m = 6.30e6; side_m < 6.45e6; side_m += 2e3) {
      Vector3D r = away.scalarMultiply(2.0e6).add(side_m, across);
      double share =
          Light.share(r.getX(), r.getY(), r.getZ(), environment.sun_I_m(), environment.toEarth());
      var state =
          new SpacecraftState(
              new CartesianOrbit(
                  new PVCoordinates(r, new Vector3D(0, 0, 7500)),
                  DATA.gcrf(),
                  DATA.date(START),
                  3.986004415e14));
      assertThat(share).isCloseTo(radiation.getLightingRatio(state), within(0.02));
      partial += share > 0 && share < 1 ? 1 : 0;
    }
    assertThat(partial).isGreaterThan(3);
  }

  private static Vector3D row(double[] m, int i) {
    return new Vector3D(m[3 * i], m[3 * i + 1], m[3 * i + 2]);
  }
}
