package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.environment.Atmosphere;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Gravity;
import org.holdpoint.world.environment.Light;
import org.holdpoint.world.state.Kept;

/**
 * The orbit of one spacecraft in GCRF. Central term and J2 are integrated by classical Runge-Kutta
 * 4 at 100 ms; everything else (harmonics to 20x20, Sun, Moon, drag, radiation pressure) is taken
 * once per step, at its middle, which is exact to second order for these slow and small terms.
 * Density comes from the atmosphere model every 10 s, at where the spacecraft will be, and its
 * logarithm is interpolated between.
 */
public final class OrbitalMotion implements Kept {
  /** Standard gravitational parameter of the Sun, IAU 2015 nominal. */
  public static final double SUN_MU_M3_S2 = 1.3271244e20;

  /** Standard gravitational parameter of the Moon, DE405. */
  public static final double MOON_MU_M3_S2 = 4.902800066e12;

  /** Pressure of sunlight at one astronomical unit, and that unit. */
  public static final double SUNLIGHT_PRESSURE_N_M2 = 4.56e-6;

  public static final double ASTRONOMICAL_UNIT_M = 149_597_870_000.0;

  /** Steps of 100 ms from one call of the atmosphere model to the next. */
  static final int AIR_STEPS = 100;

  private static final double STEP_S = 0.1;
  private static final long STEP_NS = 100_000_000L;

  private final Environment environment;
  private final Gravity gravity;
  private final Atmosphere atmosphere;
  private final double drag_m2;
  private final double radiation_m2;

  /** Position and velocity, GCRF. */
  private final double[] state = new double[6];

  private double airNow_log;
  private double airNext_log;

  private final double[] slow_m_s2 = new double[3];
  private final double[] surface_m_s2 = new double[3];
  private final double[] work = new double[6];
  private final double[] a = new double[3];
  private double light = 1;

  /**
   * @param drag_m2 drag coefficient times area
   * @param radiation_m2 radiation pressure coefficient times area
   */
  public OrbitalMotion(
      Environment environment,
      Gravity gravity,
      Atmosphere atmosphere,
      double drag_m2,
      double radiation_m2) {
    this.environment = environment;
    this.gravity = gravity;
    this.atmosphere = atmosphere;
    this.drag_m2 = drag_m2;
    this.radiation_m2 = radiation_m2;
  }

  /** Sets position and velocity, GCRF. */
  public void start(double[] rv_I) {
    System.arraycopy(rv_I, 0, state, 0, 6);
  }

  /** Position and velocity, GCRF; do not change them. */
  public double[] state_I() {
    return state;
  }

  /** Acceleration by drag and radiation pressure in the last step, GCRF; do not change it. */
  public double[] surface_m_s2() {
    return surface_m_s2;
  }

  /** The share of the Sun's disc seen in the middle of the last step. */
  public double light() {
    return light;
  }

  /** Adds a velocity, and a shift that it has made since it was given inside the step. */
  public void kick(double[] deltaV_I_m_s, double[] shift_I_m) {
    for (int i = 0; i < 3; i++) {
      state[i] += shift_I_m[i];
      state[3 + i] += deltaV_I_m_s[i];
    }
  }

  /** Refreshes light for the present state; the environment stands at the present time. */
  public void observeLight() {
    light = Light.share(state[0], state[1], state[2], environment.sun_I_m(), environment.toEarth());
  }

  /**
   * Advances by 100 ms.
   *
   * @param step number of the step since start
   * @param tai_ns time at its begin
   * @param mass_kg mass in it
   */
  public void advance(long step, long tai_ns, double mass_kg) {
    int sinceAir = (int) (step % AIR_STEPS);
    if (sinceAir == 0) {
      sampleAir(step, tai_ns);
    }
    environment.moveTo(tai_ns + STEP_NS / 2);
    slowAcceleration((sinceAir + 0.5) / AIR_STEPS, mass_kg);
    rungeKutta4(state, STEP_S);
  }

  private void sampleAir(long step, long tai_ns) {
    if (step == 0) {
      environment.moveTo(tai_ns);
      airNow_log = FastMath.log(atmosphere.density_kg_m3(state[0], state[1], state[2]));
    } else {
      airNow_log = airNext_log;
    }
    environment.moveTo(tai_ns + AIR_STEPS * STEP_NS);
    double[] ahead = state.clone();
    for (int i = 0; i < 3; i++) {
      slow_m_s2[i] = 0;
    }
    rungeKutta4(ahead, AIR_STEPS * STEP_S);
    airNext_log = FastMath.log(atmosphere.density_kg_m3(ahead[0], ahead[1], ahead[2]));
  }

  /** All but central term and J2, in the middle of the step. */
  private void slowAcceleration(double airShare, double mass_kg) {
    gravity.centralAndJ2(state[0], state[1], state[2], environment.toEarth(), a);
    double half = STEP_S / 2;
    double x = state[0] + half * (state[3] + half / 2 * a[0]);
    double y = state[1] + half * (state[4] + half / 2 * a[1]);
    double z = state[2] + half * (state[5] + half / 2 * a[2]);
    double vx = state[3] + half * a[0];
    double vy = state[4] + half * a[1];
    double vz = state[5] + half * a[2];

    double[] spin = environment.spin_I_rad_s();
    double wx = vx - (spin[1] * z - spin[2] * y);
    double wy = vy - (spin[2] * x - spin[0] * z);
    double wz = vz - (spin[0] * y - spin[1] * x);
    double density = FastMath.exp(airNow_log + airShare * (airNext_log - airNow_log));
    double drag = -0.5 * density * drag_m2 / mass_kg * Math.sqrt(wx * wx + wy * wy + wz * wz);

    double[] sun = environment.sun_I_m();
    light = Light.share(x, y, z, sun, environment.toEarth());
    double dx = x - sun[0];
    double dy = y - sun[1];
    double dz = z - sun[2];
    double d2 = dx * dx + dy * dy + dz * dz;
    double radiation =
        light
            * SUNLIGHT_PRESSURE_N_M2
            * ASTRONOMICAL_UNIT_M
            * ASTRONOMICAL_UNIT_M
            * radiation_m2
            / (mass_kg * d2 * Math.sqrt(d2));

    surface_m_s2[0] = drag * wx + radiation * dx;
    surface_m_s2[1] = drag * wy + radiation * dy;
    surface_m_s2[2] = drag * wz + radiation * dz;
    System.arraycopy(surface_m_s2, 0, slow_m_s2, 0, 3);
    addThirdBody(SUN_MU_M3_S2, sun, x, y, z);
    addThirdBody(MOON_MU_M3_S2, environment.moon_I_m(), x, y, z);
    gravity.addOtherHarmonics(x, y, z, environment.toEarth(), slow_m_s2);
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
    slow_m_s2[0] += factor * (x + f * bx);
    slow_m_s2[1] += factor * (y + f * by);
    slow_m_s2[2] += factor * (z + f * bz);
  }

  private void rungeKutta4(double[] s, double h) {
    double[] earth = environment.toEarth();
    double half = h / 2;
    double x = s[0];
    double y = s[1];
    double z = s[2];
    double vx = s[3];
    double vy = s[4];
    double vz = s[5];
    for (int i = 0; i < 6; i++) {
      work[i] = 0;
    }
    for (int stage = 0; stage < 4; stage++) {
      gravity.centralAndJ2(x, y, z, earth, a);
      double weight = stage == 0 || stage == 3 ? 1 : 2;
      double ax = a[0] + slow_m_s2[0];
      double ay = a[1] + slow_m_s2[1];
      double az = a[2] + slow_m_s2[2];
      work[0] += weight * vx;
      work[1] += weight * vy;
      work[2] += weight * vz;
      work[3] += weight * ax;
      work[4] += weight * ay;
      work[5] += weight * az;
      double ahead = stage == 2 ? h : half;
      x = s[0] + ahead * vx;
      y = s[1] + ahead * vy;
      z = s[2] + ahead * vz;
      vx = s[3] + ahead * ax;
      vy = s[4] + ahead * ay;
      vz = s[5] + ahead * az;
    }
    for (int i = 0; i < 6; i++) {
      s[i] += h / 6 * work[i];
    }
  }

  @Override
  public void save(ByteBuffer out) {
    Kept.put(out, state);
    Kept.put(out, surface_m_s2);
    out.putDouble(airNow_log).putDouble(airNext_log).putDouble(light);
  }

  @Override
  public void restore(ByteBuffer in) {
    Kept.get(in, state);
    Kept.get(in, surface_m_s2);
    airNow_log = in.getDouble();
    airNext_log = in.getDouble();
    light = in.getDouble();
  }
}
