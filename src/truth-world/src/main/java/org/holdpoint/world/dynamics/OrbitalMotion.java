package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.BoxAndWing;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.environment.Atmosphere;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Light;
import org.holdpoint.world.environment.Surroundings;
import org.holdpoint.world.state.Kept;

/**
 * The orbit of one spacecraft in GCRF, in three rates.
 *
 * <ul>
 *   <li>The path that it would coast under gravity alone (harmonics, Sun and Moon) is computed in
 *       blocks of 10 s by {@link CoastStep} and is a quintic polynomial inside a block.
 *   <li>Drag and radiation pressure are taken every second, at its middle. Density comes from the
 *       atmosphere model every 10 s, at where the path will be; its logarithm is a parabola through
 *       three samples.
 *   <li>What surface forces and thrust add to the coast is a deviation that starts at zero with
 *       each block and moves every 100 ms in the gradient of the central field (Encke's method;
 *       Battin, An Introduction to the Mathematics and Methods of Astrodynamics, 1999, section
 *       9.3). When it grows, a new block is begun at the next full second.
 * </ul>
 *
 * The blocks end at whole multiples of 10 s since start, so nothing depends on when somebody looks.
 * Advancing allocates nothing but what the atmosphere model does.
 */
public final class OrbitalMotion implements Kept {
  /** Standard gravitational parameter of the Sun, IAU 2015 nominal. */
  public static final double SUN_MU_M3_S2 = CoastStep.SUN_MU_M3_S2;

  /** Standard gravitational parameter of the Moon, DE405. */
  public static final double MOON_MU_M3_S2 = CoastStep.MOON_MU_M3_S2;

  /** Pressure of sunlight at one astronomical unit, and that unit. */
  public static final double SUNLIGHT_PRESSURE_N_M2 = 4.56e-6;

  public static final double ASTRONOMICAL_UNIT_M = 149_597_870_000.0;

  /** Ticks of 100 ms in a block. */
  public static final int BLOCK_TICKS = 100;

  private static final int SECOND_TICKS = 10;

  /** Surface forces act by the attitude of the middle of their second: so much after its begin. */
  public static final double ATTITUDE_AHEAD_S = 0.5;

  private static final double TICK_S = 0.1;
  private static final long TICK_NS = 100_000_000L;
  private static final double BLOCK_S = BLOCK_TICKS * TICK_S;

  /** Beyond this the gradient of the central field alone is no longer exact to a nanometre. */
  private static final double LARGEST_DEVIATION_M = 0.05;

  private final Environment environment;
  private final CoastStep coast;
  private final double mu_m3_s2;
  private final Atmosphere atmosphere;
  private final boolean hasAir;
  private final double sunlight_N_m2;
  private final BodyProperties body;

  /** Position and velocity, GCRF. */
  private final double[] state = new double[6];

  /** What has been added to the coast since the block began. */
  private final double[] deviation = new double[6];

  /** Coefficients of the path's position in powers of seconds since the block began, by axis. */
  private final double[] path = new double[18];

  /** Position, velocity and acceleration where the path of the block ends. */
  private final double[] blockEnd = new double[9];

  private final double[] blockBegin = new double[9];
  private long blockBeginTick;

  /** Logarithm of density one block before the present grid point, at it, and one after it. */
  private final double[] air_log = new double[3];

  private final double[] surface_m_s2 = new double[3];
  private final double[] place = new double[6];
  private final double[] wind = new double[3];
  private final double[] fromSun = new double[3];
  private final double[] wind_B = new double[3];
  private final double[] fromSun_B = new double[3];
  private double light = 1;

  public OrbitalMotion(Surroundings surroundings, BodyProperties body) {
    this.environment = surroundings.environment();
    this.coast = new CoastStep(surroundings);
    this.mu_m3_s2 = surroundings.gravity().mu_m3_s2();
    this.atmosphere = surroundings.atmosphere();
    this.hasAir = surroundings.choice().air() != EnvironmentChoice.Air.NONE;
    this.sunlight_N_m2 = surroundings.choice().sunlight() ? SUNLIGHT_PRESSURE_N_M2 : 0;
    this.body = body;
  }

  /** Sets position and velocity, GCRF. */
  public void start(double[] rv_I) {
    System.arraycopy(rv_I, 0, state, 0, 6);
  }

  /** Position and velocity, GCRF; do not change them. */
  public double[] state_I() {
    return state;
  }

  /** Acceleration by drag and radiation pressure in this second, GCRF; do not change it. */
  public double[] surface_m_s2() {
    return surface_m_s2;
  }

  /** The share of the Sun's disc seen in the middle of this second. */
  public double light() {
    return light;
  }

  /** Adds a velocity, and a shift that it has made since it was given inside the step. */
  public void kick(double[] deltaV_I_m_s, double[] shift_I_m) {
    for (int i = 0; i < 3; i++) {
      deviation[i] += shift_I_m[i];
      deviation[3 + i] += deltaV_I_m_s[i];
      state[i] += shift_I_m[i];
      state[3 + i] += deltaV_I_m_s[i];
    }
  }

  /** Refreshes light for the present state; the environment stands at the present time. */
  public void observeLight() {
    light = Light.share(state[0], state[1], state[2], environment.sun_I_m(), environment.toEarth());
  }

  /** Whether the coming step looks at the attitude. */
  public boolean wantsAttitude(long tick) {
    return body.shape() != null && tick % SECOND_TICKS == 0;
  }

  /**
   * Advances by 100 ms.
   *
   * @param tick number of the step since start
   * @param tai_ns time at its begin
   * @param mass_kg mass in it
   * @param q_BI attitude {@link #ATTITUDE_AHEAD_S} after its begin; looked at when {@link
   *     #wantsAttitude}
   */
  public void advance(long tick, long tai_ns, double mass_kg, double[] q_BI) {
    if (tick % SECOND_TICKS == 0) {
      if (tick % BLOCK_TICKS == 0 || hasDeviated()) {
        beginBlock(tick, tai_ns);
      }
      environment.moveTo(tai_ns + SECOND_TICKS * TICK_NS / 2);
      placeAt((tick - blockBeginTick + SECOND_TICKS / 2) * TICK_S);
      for (int i = 0; i < 6; i++) {
        place[i] += deviation[i];
      }
      surfaceForces((tick % BLOCK_TICKS + SECOND_TICKS / 2) / (double) BLOCK_TICKS, mass_kg, q_BI);
    }
    double since_s = (tick - blockBeginTick) * TICK_S;
    placeAt(since_s + TICK_S / 2);
    moveDeviation();
    placeAt(since_s + TICK_S);
    for (int i = 0; i < 6; i++) {
      state[i] = place[i] + deviation[i];
    }
  }

  private boolean hasDeviated() {
    return Math.abs(deviation[0]) + Math.abs(deviation[1]) + Math.abs(deviation[2])
        > LARGEST_DEVIATION_M;
  }

  /** Coasts from the present state to the next multiple of 10 s. */
  private void beginBlock(long tick, long tai_ns) {
    int sinceGrid = (int) (tick % BLOCK_TICKS);
    double duration_s = (BLOCK_TICKS - sinceGrid) * TICK_S;
    System.arraycopy(state, 0, blockBegin, 0, 6);
    coast.acceleration(tai_ns, blockBegin);
    coast.advance(tai_ns, duration_s, blockBegin, blockEnd);
    interpolate(duration_s);
    for (int i = 0; i < 6; i++) {
      deviation[i] = 0;
    }
    blockBeginTick = tick;
    if (sinceGrid == 0 && hasAir) {
      sampleAir(tick, tai_ns);
    }
  }

  /** The quintic polynomial with the position, velocity and acceleration of both ends. */
  private void interpolate(double h) {
    for (int i = 0; i < 3; i++) {
      double v0 = blockBegin[3 + i];
      double a0 = blockBegin[6 + i];
      double v1 = blockEnd[3 + i];
      double a1 = blockEnd[6 + i];
      // what is left at the end of position, velocity and acceleration by the first three terms
      double dr = (blockEnd[i] - blockBegin[i]) - h * (v0 + h / 2 * a0);
      double dv = v1 - v0 - h * a0;
      double da = a1 - a0;
      int k = 6 * i;
      path[k] = blockBegin[i];
      path[k + 1] = v0;
      path[k + 2] = a0 / 2;
      path[k + 3] = (10 * dr - 4 * h * dv + h * h / 2 * da) / (h * h * h);
      path[k + 4] = (-15 * dr + 7 * h * dv - h * h * da) / (h * h * h * h);
      path[k + 5] = (6 * dr - 3 * h * dv + h * h / 2 * da) / (h * h * h * h * h);
    }
  }

  private void placeAt(double t) {
    for (int i = 0; i < 3; i++) {
      int k = 6 * i;
      double c2 = path[k + 2];
      double c3 = path[k + 3];
      double c4 = path[k + 4];
      double c5 = path[k + 5];
      place[i] = path[k] + t * (path[k + 1] + t * (c2 + t * (c3 + t * (c4 + t * c5))));
      place[3 + i] = path[k + 1] + t * (2 * c2 + t * (3 * c3 + t * (4 * c4 + t * 5 * c5)));
    }
  }

  /** By the middle of the step: surface forces and the gradient of the central field there. */
  private void moveDeviation() {
    double x = place[0];
    double y = place[1];
    double z = place[2];
    double dx = deviation[0] + TICK_S / 2 * deviation[3];
    double dy = deviation[1] + TICK_S / 2 * deviation[4];
    double dz = deviation[2] + TICK_S / 2 * deviation[5];
    double r2 = x * x + y * y + z * z;
    double stiffness = -mu_m3_s2 / (r2 * Math.sqrt(r2));
    double along = -3 * (x * dx + y * dy + z * dz) / r2;
    addDeviation(0, surface_m_s2[0] + stiffness * (dx + along * x));
    addDeviation(1, surface_m_s2[1] + stiffness * (dy + along * y));
    addDeviation(2, surface_m_s2[2] + stiffness * (dz + along * z));
  }

  private void addDeviation(int axis, double a_m_s2) {
    deviation[axis] += TICK_S * (deviation[3 + axis] + TICK_S / 2 * a_m_s2);
    deviation[3 + axis] += TICK_S * a_m_s2;
  }

  private void sampleAir(long tick, long tai_ns) {
    long block_ns = BLOCK_TICKS * TICK_NS;
    if (tick == 0) {
      double[] before = new double[9];
      coast.advance(tai_ns, -BLOCK_S, blockBegin, before);
      air_log[1] = airAt(tai_ns - block_ns, before);
      air_log[2] = airAt(tai_ns, blockBegin);
    }
    air_log[0] = air_log[1];
    air_log[1] = air_log[2];
    air_log[2] = airAt(tai_ns + block_ns, blockEnd);
  }

  private double airAt(long tai_ns, double[] r_I) {
    environment.moveTo(tai_ns);
    return FastMath.log(atmosphere.density_kg_m3(r_I[0], r_I[1], r_I[2]));
  }

  /**
   * Drag and radiation pressure at {@link #place}.
   *
   * @param share of the way from one density sample to the next
   */
  private void surfaceForces(double share, double mass_kg, double[] q_BI) {
    double[] sun = environment.sun_I_m();
    light = Light.share(place[0], place[1], place[2], sun, environment.toEarth());
    for (int i = 0; i < 3; i++) {
      fromSun[i] = place[i] - sun[i];
    }
    double distance = normalise(fromSun);
    double[] spin = environment.spin_I_rad_s();
    wind[0] = place[3] - (spin[1] * place[2] - spin[2] * place[1]);
    wind[1] = place[4] - (spin[2] * place[0] - spin[0] * place[2]);
    wind[2] = place[5] - (spin[0] * place[1] - spin[1] * place[0]);
    double speed = normalise(wind);
    double windArea = body.area_m2();
    double sunArea = windArea;
    BoxAndWing shape = body.shape();
    if (shape != null) {
      BodyFrame.toBody(q_BI, wind, wind_B);
      BodyFrame.toBody(q_BI, fromSun, fromSun_B);
      windArea = shape.projected_m2(wind_B, fromSun_B);
      sunArea = shape.projected_m2(fromSun_B, fromSun_B);
    }
    double drag =
        hasAir ? -0.5 * density(share) * body.cd() * windArea / mass_kg * speed * speed : 0;
    double units = ASTRONOMICAL_UNIT_M / distance;
    double radiation = light * sunlight_N_m2 * units * units * body.cr() * sunArea / mass_kg;
    for (int i = 0; i < 3; i++) {
      surface_m_s2[i] = drag * wind[i] + radiation * fromSun[i];
    }
  }

  private double density(double share) {
    double slope = (air_log[2] - air_log[0]) / 2;
    double bend = (air_log[2] + air_log[0]) / 2 - air_log[1];
    return FastMath.exp(air_log[1] + share * (slope + share * bend));
  }

  private static double normalise(double[] v) {
    double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (int i = 0; i < 3; i++) {
      v[i] /= norm;
    }
    return norm;
  }

  @Override
  public void save(ByteBuffer out) {
    Kept.put(out, state);
    Kept.put(out, deviation);
    Kept.put(out, path);
    Kept.put(out, air_log);
    Kept.put(out, surface_m_s2);
    out.putLong(blockBeginTick).putDouble(light);
  }

  @Override
  public void restore(ByteBuffer in) {
    Kept.get(in, state);
    Kept.get(in, deviation);
    Kept.get(in, path);
    Kept.get(in, air_log);
    Kept.get(in, surface_m_s2);
    blockBeginTick = in.getLong();
    light = in.getDouble();
  }
}
