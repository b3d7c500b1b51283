package org.holdpoint.world.dynamics;

import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Gravity;
import org.holdpoint.world.environment.Surroundings;

/**
 * One step of an orbit under gravity alone: Earth's harmonics, Sun and Moon. Luther's sixth-order
 * Runge-Kutta method (Luther, An explicit sixth-order Runge-Kutta formula, Mathematics of
 * Computation 22, 1968), whose error over steps of 10 s in low orbit stays below a tenth of a
 * nanometre each. Allocates nothing.
 */
final class CoastStep {
  /** Standard gravitational parameter of the Sun, IAU 2015 nominal. */
  static final double SUN_MU_M3_S2 = 1.3271244e20;

  /** Standard gravitational parameter of the Moon, DE405. */
  static final double MOON_MU_M3_S2 = 4.902800066e12;

  /** Second degree Love number k2. */
  private static final double LOVE_NUMBER = 0.30190;

  private static final double Q = Math.sqrt(21);

  private static final double[] TIMES = {0, 1, 0.5, 2.0 / 3, (7 - Q) / 14, (7 + Q) / 14, 1};

  private static final double[][] SLOPES = {
    {},
    {1},
    {3.0 / 8, 1.0 / 8},
    {8.0 / 27, 2.0 / 27, 8.0 / 27},
    {(-21 + 9 * Q) / 392, (-56 + 8 * Q) / 392, (336 - 48 * Q) / 392, (-63 + 3 * Q) / 392},
    {
      (-1155 - 255 * Q) / 1960,
      (-280 - 40 * Q) / 1960,
      -320 * Q / 1960,
      (63 + 363 * Q) / 1960,
      (2352 + 392 * Q) / 1960
    },
    {
      (330 + 105 * Q) / 180,
      120.0 / 180,
      (-200 + 280 * Q) / 180,
      (126 - 189 * Q) / 180,
      (-686 - 126 * Q) / 180,
      (490 - 70 * Q) / 180
    },
  };

  private static final double[] WEIGHTS = {
    1.0 / 20, 0, 16.0 / 45, 0, 49.0 / 180, 49.0 / 180, 1.0 / 20
  };

  private final Environment environment;
  private final Gravity gravity;
  private final EnvironmentChoice choice;
  private final double[][] slope = new double[TIMES.length][6];
  private final double[] stage = new double[6];
  private final double[] a_m_s2 = new double[3];

  CoastStep(Surroundings surroundings) {
    this.environment = surroundings.environment();
    this.gravity = surroundings.gravity();
    this.choice = surroundings.choice();
  }

  /** Fills in the acceleration (6..8) at position and velocity (0..5), GCRF. */
  void acceleration(long tai_ns, double[] rva_I) {
    environment.moveTo(tai_ns);
    accelerate(rva_I);
    System.arraycopy(a_m_s2, 0, rva_I, 6, 3);
  }

  /**
   * Advances position, velocity and acceleration, GCRF.
   *
   * @param tai_ns time at the begin
   * @param duration_s of the step; may be negative
   * @param from position, velocity and acceleration at the begin
   * @param to receives those at the end; not the same array
   */
  void advance(long tai_ns, double duration_s, double[] from, double[] to) {
    for (int s = 0; s < TIMES.length; s++) {
      for (int i = 0; i < 6; i++) {
        double sum = 0;
        for (int k = 0; k < s; k++) {
          sum += SLOPES[s][k] * slope[k][i];
        }
        stage[i] = from[i] + duration_s * sum;
      }
      if (s == 0) {
        System.arraycopy(from, 6, a_m_s2, 0, 3);
      } else {
        environment.moveTo(tai_ns + (long) Math.rint(1e9 * duration_s * TIMES[s]));
        accelerate(stage);
      }
      System.arraycopy(stage, 3, slope[s], 0, 3);
      System.arraycopy(a_m_s2, 0, slope[s], 3, 3);
    }
    for (int i = 0; i < 6; i++) {
      double sum = 0;
      for (int s = 0; s < TIMES.length; s++) {
        sum += WEIGHTS[s] * slope[s][i];
      }
      to[i] = from[i] + duration_s * sum;
    }
    acceleration(tai_ns + (long) Math.rint(1e9 * duration_s), to);
  }

  private void accelerate(double[] r_I) {
    double x = r_I[0];
    double y = r_I[1];
    double z = r_I[2];
    gravity.acceleration(x, y, z, environment.toEarth(), a_m_s2);
    if (choice.sun()) {
      addThirdBody(SUN_MU_M3_S2, environment.sun_I_m(), x, y, z);
    }
    if (choice.moon()) {
      addThirdBody(MOON_MU_M3_S2, environment.moon_I_m(), x, y, z);
    }
    if (choice.tides()) {
      addSolidTide(SUN_MU_M3_S2, environment.sun_I_m(), x, y, z);
      addSolidTide(MOON_MU_M3_S2, environment.moon_I_m(), x, y, z);
    }
  }

  /**
   * Attraction by the bulge that a body raises on an elastic Earth, degree 2: Rizos and Stolz
   * (1985), in Montenbruck and Gill, Satellite Orbits (2000), eq. 3.127.
   */
  private void addSolidTide(double mu, double[] body, double x, double y, double z) {
    double b = Math.sqrt(body[0] * body[0] + body[1] * body[1] + body[2] * body[2]);
    double r2 = x * x + y * y + z * z;
    double r = Math.sqrt(r2);
    double cosine = (x * body[0] + y * body[1] + z * body[2]) / (r * b);
    double radius = gravity.radius_m();
    double ratio = radius / r;
    double factor = LOVE_NUMBER / 2 * mu / (b * b * b) * radius * ratio * ratio * ratio * ratio;
    double alongRadius = factor * (3 - 15 * cosine * cosine) / r;
    double alongBody = factor * 6 * cosine / b;
    a_m_s2[0] += alongRadius * x + alongBody * body[0];
    a_m_s2[1] += alongRadius * y + alongBody * body[1];
    a_m_s2[2] += alongRadius * z + alongBody * body[2];
  }

  /**
   * Direct less indirect attraction; Battin's form, which loses no digits for a distant body
   * (Vallado, Fundamentals of Astrodynamics and Applications, eq. 8-34).
   */
  private void addThirdBody(double mu, double[] body, double x, double y, double z) {
    double bx = body[0];
    double by = body[1];
    double bz = body[2];
    double b2 = bx * bx + by * by + bz * bz;
    double q = (x * (x - 2 * bx) + y * (y - 2 * by) + z * (z - 2 * bz)) / b2;
    double root = Math.sqrt(1 + q);
    double f = q * (3 + q * (3 + q)) / (1 + (1 + q) * root);
    // |d|^3 = |b|^3 (1 + q)^(3/2); a = -mu (r + f b) / |d|^3
    double factor = -mu / (b2 * Math.sqrt(b2) * (1 + q) * root);
    a_m_s2[0] += factor * (x + f * bx);
    a_m_s2[1] += factor * (y + f * by);
    a_m_s2[2] += factor * (z + f * bz);
  }
}
