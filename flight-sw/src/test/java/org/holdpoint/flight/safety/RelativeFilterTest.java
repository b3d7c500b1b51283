package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The filter against the textbook's equations (Kalman 1960), written with whole matrices. */
class RelativeFilterTest {
  private static final double N_RAD_S = 1.1068e-3;
  private static final double HULL_M = 1.5;

  private final RelativeFilter filter = new RelativeFilter(N_RAD_S, HULL_M);
  private double[] x = new double[6];
  private double[] p = new double[36];

  /** A filter that has flown a while, so that its covariance is full. */
  private void grown(Vec3 r, Vec3 v) {
    filter.start(new double[] {r.x(), r.y(), r.z()}, new double[] {v.x(), v.y(), v.z()}, 4, 0.03);
    for (int i = 0; i < 3000; i++) {
      filter.predict(0.1, new double[3], true);
    }
    filter.copyTo(x, p);
  }

  private double quadratic(double[] h) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += h[i] * p[6 * i + j] * h[j];
      }
    }
    return sum;
  }

  /** One scalar measurement h (r - r0) = innovation, into the test's own copy. */
  private void update(double[] h, double innovation, double noise) {
    double s = quadratic(h) + noise;
    double[] ph = new double[6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 3; j++) {
        ph[i] += p[6 * i + j] * h[j];
      }
    }
    for (int i = 0; i < 6; i++) {
      x[i] += ph[i] / s * innovation;
      for (int j = 0; j < 6; j++) {
        p[6 * i + j] -= ph[i] * ph[j] / s;
      }
    }
  }

  private void assertSame(double tolerance) {
    double[] state = new double[6];
    double[] covariance = new double[36];
    filter.copyTo(state, covariance);
    for (int i = 0; i < 6; i++) {
      assertThat(state[i]).as("x[%s]", i).isCloseTo(x[i], within(tolerance));
      for (int j = 0; j < 6; j++) {
        double scale = Math.sqrt(p[7 * i] * p[7 * j]);
        assertThat(covariance[6 * i + j])
            .as("p[%s][%s]", i, j)
            .isCloseTo(p[6 * i + j], within(tolerance * scale));
      }
    }
  }

  @Test
  @Tag("SAF-011")
  void startsWithWhatItIsTold() {
    filter.start(new double[] {1, -2, 3}, new double[] {0.1, 0.2, -0.3}, 5, 0.02);
    x = new double[] {1, -2, 3, 0.1, 0.2, -0.3};
    for (int i = 0; i < 3; i++) {
      p[7 * i] = 25;
      p[7 * (3 + i)] = 4e-4;
    }
    assertSame(1e-15);
    assertThat(filter.position3sigma_m()).isCloseTo(15, within(1e-12));
    assertThat(filter.velocity3sigma_m_s()).isCloseTo(0.06, within(1e-12));
    assertThat(filter.range_m()).isCloseTo(Math.sqrt(14), within(1e-12));
    filter.start(new double[] {9, 9, 9}, new double[3], 1, 0.01);
    filter.copyTo(x, p);
    assertThat(p[1]).isZero();
  }

  @Test
  @Tag("SAF-011")
  void aPredictionCarriesStateAndCovarianceAndAddsTheNoiseOfItsModel() {
    for (boolean sensed : new boolean[] {true, false}) {
      grown(new Vec3(40, -300, 25), new Vec3(0.02, -0.05, 0.01));
      double[] deltaV = {0.002, -0.001, 0.003};
      double[] phi = new double[36];
      double[] moved = new double[6];
      double[] carried = new double[36];
      FreeDrift.transition(N_RAD_S, 0.1, phi);
      FreeDrift.carryState(phi, x, moved);
      FreeDrift.carryCovariance(phi, p, new double[36], carried);
      filter.predict(0.1, deltaV, sensed);
      for (int i = 0; i < 3; i++) {
        moved[i] += deltaV[i] * 0.05;
        moved[3 + i] += deltaV[i];
      }
      double range_m = Math.sqrt(moved[0] * moved[0] + moved[1] * moved[1] + moved[2] * moved[2]);
      double unmodelled_m_s2 = 2e-7 + 5e-9 * range_m;
      double psd = unmodelled_m_s2 * unmodelled_m_s2 * 900 + (sensed ? 0 : 9e-6);
      for (int i = 0; i < 3; i++) {
        carried[7 * i] += psd * 0.001 / 3;
        carried[7 * (3 + i)] += psd * 0.1 + 1e-4 * 1.4e-5;
        carried[6 * i + 3 + i] += psd * 0.01 / 2;
        carried[6 * (3 + i) + i] += psd * 0.01 / 2;
      }
      x = moved;
      p = carried;
      assertSame(1e-10);
    }
  }

  @Test
  @Tag("SAF-011")
  void aStepOfAnotherLengthHasATransitionOfItsOwn() {
    filter.start(new double[] {10, -300, 5}, new double[] {0, 0.1, 0.02}, 4, 0.03);
    filter.predict(0.1, new double[3], true);
    filter.copyTo(x, p);
    double[] phi = new double[36];
    double[] moved = new double[6];
    FreeDrift.transition(N_RAD_S, 7, phi);
    FreeDrift.carryState(phi, x, moved);
    filter.predict(7, new double[3], true);
    for (int i = 0; i < 6; i++) {
      assertThat(filter.state(i)).isCloseTo(moved[i], within(1e-12));
    }
  }

  @Test
  @Tag("SAF-011")
  void aRangeMovesTheEstimateAlongTheLineOfSightAndIsGatedAtThreeSigma() {
    for (Vec3 r : places()) {
      grown(r, Vec3.ZERO);
      double range_m = filter.range_m();
      double[] h = {x[0] / range_m, x[1] / range_m, x[2] / range_m};
      double facet = HULL_M * HULL_M / 12;
      // The measured range is to a facet, half the hull nearer.
      double measured_m = range_m - HULL_M / 2 + 1.2;
      double sigma_m = 0.1 + 0.001 * measured_m;
      update(h, 1.2, sigma_m * sigma_m + 10 * facet);
      assertThat(filter.range(measured_m)).isTrue();
      assertSame(1e-9);

      double now_m = filter.range_m();
      for (int i = 0; i < 3; i++) {
        h[i] = x[i] / now_m;
      }
      double sigmaThen_m = 0.1 + 0.001 * now_m;
      double edge_m = 3 * Math.sqrt(quadratic(h) + sigmaThen_m * sigmaThen_m + facet);
      assertThat(filter.range(now_m - HULL_M / 2 + 1.02 * edge_m)).isFalse();
      assertThat(filter.range(now_m - HULL_M / 2 - 1.02 * edge_m)).isFalse();
      assertSame(1e-9);
      assertThat(filter.range(now_m - HULL_M / 2 - 0.95 * edge_m)).isTrue();
    }
  }

  @Test
  @Tag("SAF-011")
  void aBearingMovesTheEstimateAcrossTheLineOfSightAndIsGatedInTwoDimensions() {
    double sigma_rad = 1.8e-3;
    for (Vec3 r : places()) {
      grown(r, new Vec3(0.02, 0.01, -0.03));
      double range_m = filter.range_m();
      Vec3 d = new Vec3(x[0], x[1], x[2]).times(-1 / range_m);
      Vec3 seed = Math.abs(d.z()) < 0.9 ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0);
      Vec3 a = d.cross(seed).unit();
      Vec3 b = d.cross(a);
      Vec3 seen = d.plus(a.times(2.5e-3)).plus(b.times(-3.1e-3)).unit();
      double[] u = {seen.x(), seen.y(), seen.z()};
      double[] ha = {-a.x() / range_m, -a.y() / range_m, -a.z() / range_m};
      double[] hb = {-b.x() / range_m, -b.y() / range_m, -b.z() / range_m};
      double before = hb[0] * x[0] + hb[1] * x[1] + hb[2] * x[2];
      update(ha, a.dot(seen), sigma_rad * sigma_rad);
      double after = hb[0] * x[0] + hb[1] * x[1] + hb[2] * x[2];
      update(hb, b.dot(seen) - (after - before), sigma_rad * sigma_rad);
      assertThat(filter.bearing(u, sigma_rad)).isTrue();
      assertSame(1e-9);
      gate(sigma_rad);
    }
  }

  /** Just outside and just inside the ellipse of a chi-square of 11.83, all round it. */
  private void gate(double sigma_rad) {
    Vec3 at = new Vec3(x[0], x[1], x[2]);
    Vec3 d = at.times(-1 / at.norm());
    Vec3 a = d.cross(Math.abs(d.z()) < 0.9 ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0)).unit();
    Vec3 b = d.cross(a);
    double[] ha = {a.x() / at.norm(), a.y() / at.norm(), a.z() / at.norm()};
    double[] hb = {b.x() / at.norm(), b.y() / at.norm(), b.z() / at.norm()};
    double[] hab = new double[3];
    for (int i = 0; i < 3; i++) {
      hab[i] = ha[i] + hb[i];
    }
    double saa = quadratic(ha) + sigma_rad * sigma_rad;
    double sbb = quadratic(hb) + sigma_rad * sigma_rad;
    double sab = (quadratic(hab) - quadratic(ha) - quadratic(hb)) / 2;
    StateWriter saved = new StateWriter();
    filter.save(saved);
    for (int i = 0; i < 12; i++) {
      double ca = Math.cos(Math.PI * i / 6);
      double cb = Math.sin(Math.PI * i / 6);
      double nis = (sbb * ca * ca - 2 * sab * ca * cb + saa * cb * cb) / (saa * sbb - sab * sab);
      double edge = Math.sqrt(11.83 / nis);
      for (double part : new double[] {0.98, 1.02}) {
        Vec3 seen = d.plus(a.times(part * edge * ca)).plus(b.times(part * edge * cb)).unit();
        double[] u = {seen.x(), seen.y(), seen.z()};
        assertThat(filter.bearing(u, sigma_rad)).as("direction %s", i).isEqualTo(part < 1);
        filter.restore(new StateReader(saved.bytes()));
      }
    }
  }

  private static Vec3[] places() {
    return new Vec3[] {
      new Vec3(30, -250, 10), new Vec3(-5, 60, 150), new Vec3(180, 20, -40), new Vec3(3, 4, -200)
    };
  }

  @Test
  @Tag("SAF-012")
  void aTargetBehindTheCameraAndAStateWithinAMetreAreRefused() {
    grown(new Vec3(0, -250, 0), Vec3.ZERO);
    assertThat(filter.bearing(new double[] {0, -1, 0}, 1e-3)).isFalse();
    assertThat(filter.bearing(new double[] {1, 0, 0}, 1e6)).as("at a right angle").isFalse();
    filter.start(new double[] {0, -0.9, 0}, new double[3], 5, 0.1);
    assertThat(filter.bearing(new double[] {0, 1, 0}, 1e-3)).isFalse();
    assertThat(filter.range(0.5)).isFalse();
    filter.start(new double[] {0, -1, 0}, new double[3], 5, 0.1);
    assertThat(filter.bearing(new double[] {0, 1, 0}, 1e-3)).isTrue();
    filter.start(new double[] {0, -1, 0}, new double[3], 5, 0.1);
    assertThat(filter.range(0.5)).isTrue();
  }

  @Test
  @Tag("SAF-011")
  void itsSigmasAreThoseOfTheWorstAxis() {
    double[] state = new double[6];
    for (int worst = 0; worst < 3; worst++) {
      double[] covariance = new double[36];
      for (int i = 0; i < 3; i++) {
        covariance[7 * i] = i == worst ? 4 : 1;
        covariance[7 * (3 + i)] = i == worst ? 4e-6 : 1e-6;
      }
      StateWriter out = new StateWriter();
      out.put(state).put(covariance);
      filter.restore(new StateReader(out.bytes()));
      assertThat(filter.position3sigma_m()).isCloseTo(6, within(1e-12));
      assertThat(filter.velocity3sigma_m_s()).isCloseTo(6e-3, within(1e-12));
    }
  }
}
