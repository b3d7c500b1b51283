package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The forecast's 3-sigma bound against the same bound taken every twenty seconds, no step skipped.
 */
class DriftForecastTest {
  private static final double N_RAD_S = 1.1068e-3;
  private static final double HULL_M = 1.5;
  private static final double DRAG_M_S2 = 1e-7;
  private static final double TWO_ORBITS_S = 11_340;

  /** A covariance of all terms: decimetres to metres, tenths of mm/s to mm/s. */
  private static double[] covariance(Seeded random) {
    double[][] root = new double[6][6];
    for (int i = 0; i < 6; i++) {
      double sigma = i < 3 ? random.between(0.1, 2) : random.between(1e-4, 1.5e-3);
      for (int j = 0; j < 6; j++) {
        root[i][j] = sigma * random.between(-0.6, 0.6);
      }
    }
    double[] p = new double[36];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        for (int k = 0; k < 6; k++) {
          p[6 * i + j] += root[i][k] * root[j][k];
        }
      }
    }
    return p;
  }

  private static double along(double[] x, double[] p, double t_s, double ux, double uy, double uz) {
    double[] u = {ux, uy, uz};
    double variance = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        variance += u[i] * p[6 * i + j] * u[j];
      }
    }
    return ux * x[0]
        + uy * x[1]
        + uz * x[2]
        - 3 * Math.sqrt(variance)
        - Math.abs(ux) * 2 * DRAG_M_S2 * t_s / N_RAD_S
        - Math.abs(uy) * 1.5 * DRAG_M_S2 * t_s * t_s;
  }

  private static double bound_m(double[] x, double[] p, double t_s) {
    double[] phi = new double[36];
    double[] at = new double[6];
    double[] then = new double[36];
    FreeDrift.transition(N_RAD_S, t_s, phi);
    FreeDrift.carryState(phi, x, at);
    FreeDrift.carryCovariance(phi, p, new double[36], then);
    double range = Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
    double bound = along(at, then, t_s, at[0] / range, at[1] / range, at[2] / range);
    double across = Math.sqrt(at[0] * at[0] + at[2] * at[2]);
    if (across > 30) {
      bound = Math.max(bound, along(at, then, t_s, at[0] / across, 0, at[2] / across));
    }
    return bound - HULL_M / 2;
  }

  @Test
  @Tag("SAF-015")
  void theSmallestBoundAndTheTimeOfEntryAreThoseOfTheDensePath() {
    Seeded random = new Seeded(7);
    DriftForecast forecast = new DriftForecast(N_RAD_S, HULL_M);
    int entered = 0;
    for (int trial = 0; trial < 200; trial++) {
      // By turns anywhere, and near V-bar, where the drift crosses the sphere.
      boolean anywhere = trial % 2 == 0;
      Vec3 r =
          anywhere
              ? random.direction().times(random.between(40, 900))
              : new Vec3(
                  random.between(-15, 15), random.between(-250, 250), random.between(-15, 15));
      Vec3 v = random.direction().times(random.between(0, anywhere ? 0.25 : 0.02));
      double[] x = {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
      double[] p = covariance(random);
      double dense_m = Double.MAX_VALUE;
      double enters_s = TWO_ORBITS_S;
      // Between two steps the chord is a little nearer than the path, or a grazing is seen late.
      double nears_s = TWO_ORBITS_S;
      double deep_s = TWO_ORBITS_S;
      for (double t = 0; t <= TWO_ORBITS_S; t += 20) {
        double bound_m = bound_m(x, p, t);
        dense_m = Math.min(dense_m, bound_m);
        if (bound_m < 30 && enters_s == TWO_ORBITS_S) {
          enters_s = t;
        }
        if (bound_m < 33 && nears_s == TWO_ORBITS_S) {
          nears_s = t;
        }
        if (bound_m < 28 && deep_s == TWO_ORBITS_S) {
          deep_s = t;
        }
      }
      DriftOutlook found = forecast.look(x, p, TWO_ORBITS_S, 0);
      double wanted_m = Math.max(0, dense_m);
      assertThat(found.smallest_m())
          .as("trial %s", trial)
          .isBetween(0.97 * wanted_m - 5, 1.02 * wanted_m + 1.0);
      if (Math.abs(dense_m - 30) > 3) {
        assertThat(found.entersAfter_s())
            .as("trial %s", trial)
            .isBetween(nears_s - 2 * DriftForecast.STEP_S - 20, deep_s + DriftForecast.STEP_S);
      }
      entered += enters_s < TWO_ORBITS_S ? 1 : 0;
    }
    assertThat(entered).isBetween(25, 175);
  }

  @Test
  @Tag("SAF-015")
  void theEndIsTheBoundAtTheHorizon() {
    Seeded random = new Seeded(8);
    DriftForecast forecast = new DriftForecast(N_RAD_S, HULL_M);
    for (int trial = 0; trial < 200; trial++) {
      Vec3 r = random.direction().times(random.between(200, 900));
      double[] x = {r.x(), r.y(), r.z(), 0, 0, 0};
      double[] p = covariance(random);
      double horizon_s = 60 * Math.rint(random.between(5, 180));
      double end_m = Math.max(0, bound_m(x, p, horizon_s));
      double before_m = Math.max(0, bound_m(x, p, horizon_s - 120));
      assertThat(forecast.look(x, p, horizon_s, 0).end_m())
          .as("trial %s", trial)
          .isBetween(0.95 * Math.min(end_m, before_m) - 3, 1.02 * end_m + 2);
    }
  }

  @Test
  @Tag("SAF-015")
  void whileTheChaserComesNearerTheEndIsExactlyTheBoundThere() {
    Seeded random = new Seeded(9);
    DriftForecast forecast = new DriftForecast(N_RAD_S, HULL_M);
    int nearer = 0;
    for (int trial = 0; trial < 1500; trial++) {
      Vec3 r = random.direction().times(random.between(150, 900));
      Vec3 v = random.direction().times(random.between(0.05, 0.4));
      double[] x = {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
      double[] p = covariance(random);
      double horizon_s = 60 * Math.rint(random.between(5, 80));
      DriftOutlook found = forecast.look(x, p, horizon_s, 0);
      double[] phi = new double[36];
      double[] now = new double[6];
      FreeDrift.transition(N_RAD_S, horizon_s, phi);
      FreeDrift.carryState(phi, x, now);
      boolean nearest = found.smallest_m() == found.end_m() && found.end_m() > 0;
      boolean comingNearer = now[0] * now[3] + now[1] * now[4] + now[2] * now[5] < -2;
      if (nearest && comingNearer) {
        nearer++;
        assertThat(found.end_m())
            .as("trial %s", trial)
            .isCloseTo(bound_m(x, p, horizon_s), within(1e-6));
      }
    }
    assertThat(nearer).isGreaterThan(40);
  }

  @Test
  @Tag("SAF-015")
  void aLeapOverAFarPathMissesNoneOfItsNearPoints() {
    Seeded random = new Seeded(10);
    DriftForecast forecast = new DriftForecast(N_RAD_S, HULL_M);
    double[] p = new double[36];
    for (int i = 0; i < 3; i++) {
      p[7 * i] = 0.01;
      p[7 * (3 + i)] = 1e-10;
    }
    for (int trial = 0; trial < 60; trial++) {
      // Kilometres away on V-bar, drifting past the target within half a day.
      double y = random.between(1500, 9000) * (trial % 2 == 0 ? 1 : -1);
      double drift_m_s = -y / random.between(12_000, 40_000);
      double[] x = {
        -drift_m_s / (1.5 * N_RAD_S),
        y,
        random.between(-40, 40),
        random.between(-0.1, 0.1),
        drift_m_s,
        random.between(-0.05, 0.05)
      };
      double dense_m = Double.MAX_VALUE;
      for (double t = 0; t <= 43_200; t += 60) {
        dense_m = Math.min(dense_m, bound_m(x, p, t));
      }
      double found_m = forecast.look(x, p, 43_200, 0).smallest_m();
      assertThat(found_m)
          .as("trial %s", trial)
          .isLessThanOrEqualTo(1.02 * Math.max(0, dense_m) + 3);
    }
  }

  @Test
  @Tag("SAF-015")
  void givenUpAsSoonAsItIsWorseThanWhatIsKnownAlready() {
    DriftForecast forecast = new DriftForecast(N_RAD_S, 0);
    double[] x = {0, -300, 0, 0, 0.1, 0};
    DriftOutlook whole = forecast.look(x, new double[36], 5677, 0);
    DriftOutlook given = forecast.look(x, new double[36], 5677, 290);
    assertThat(whole.smallest_m()).isLessThan(261);
    assertThat(given.smallest_m()).isBetween(265.0, 290.0);
  }

  @Test
  @Tag("SAF-015")
  void whereverThePathIsLookedAtFirstTheSamePathsAreGivenUp() {
    Seeded random = new Seeded(11);
    DriftForecast forecast = new DriftForecast(N_RAD_S, HULL_M);
    int atOnce = 0;
    for (int trial = 0; trial < 400; trial++) {
      Vec3 r = random.direction().times(random.between(60, 900));
      Vec3 v = random.direction().times(random.between(0, 0.25));
      double[] x = {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
      double[] p = covariance(random);
      DriftOutlook whole = forecast.look(x, p, TWO_ORBITS_S, 0);
      double worse_m = whole.smallest_m() + random.between(0.01, 20);
      double suspect_s =
          trial % 2 == 0
              ? whole.smallestAt_s()
              : DriftForecast.STEP_S * Math.rint(random.between(0, 180));
      DriftOutlook found = forecast.lookFirst(suspect_s, x, p, TWO_ORBITS_S, worse_m);
      assertThat(found.smallest_m()).as("trial %s", trial).isLessThan(worse_m);
      double there_m = Math.max(0, bound_m(x, p, suspect_s));
      if (there_m < worse_m - 1e-6) {
        assertThat(found.smallest_m()).as("trial %s", trial).isCloseTo(there_m, within(1e-6));
        assertThat(found.smallestAt_s()).isEqualTo(suspect_s);
        atOnce++;
      }
      double better_m = whole.smallest_m() - 0.01;
      if (better_m > 0) {
        assertThat(forecast.lookFirst(suspect_s, x, p, TWO_ORBITS_S, better_m))
            .as("trial %s, not given up", trial)
            .isEqualTo(whole);
      }
    }
    assertThat(atOnce).isBetween(100, 390);
  }
}
