package org.holdpoint.world.environment;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.orekit.bodies.AnalyticalSolarPositionProvider;
import org.orekit.frames.Frame;
import org.orekit.frames.FramesFactory;
import org.orekit.frames.Transform;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.IERSConventions;

/**
 * Earth's orientation and the places of Sun and Moon at one time after the other. Orekit is asked
 * at whole multiples of 600 s of TAI only; between them Earth turns at the rate of the earlier grid
 * point (error 1e-10 rad) and Sun and Moon move on straight lines (error below 500 m). The answer
 * is thus a pure function of the time, whatever was asked before. Two neighbouring grid points are
 * kept, so that asking to and fro across one asks Orekit once.
 */
public final class Environment {
  /** Distance between two grid points. */
  static final long GRID_NS = 600_000_000_000L;

  private final WorldData data = WorldData.get();
  private final Frame itrf = data.frames().getITRF(IERSConventions.IERS_2010, true);
  private final AnalyticalSolarPositionProvider sun =
      new AnalyticalSolarPositionProvider(new DataWithoutBodies(data));
  private final long first_tai_ns = data.tai_nsOfMjd(data.firstUsableMjd());
  private final long last_tai_ns = data.tai_nsOfMjd(data.lastUsableMjd());

  private long tai_ns = Long.MIN_VALUE;
  private final GridPoint[] kept = {new GridPoint(), new GridPoint()};

  private final double[] toEarth = new double[9];
  private final double[] spin_I_rad_s = new double[3];
  private final double[] sun_I_m = new double[3];
  private final double[] moon_I_m = new double[3];

  /**
   * Moves to a time.
   *
   * @throws IllegalStateException when the Earth orientation data do not cover it
   */
  public void moveTo(long to_tai_ns) {
    if (to_tai_ns == tai_ns) {
      return;
    }
    if (to_tai_ns < first_tai_ns || to_tai_ns > last_tai_ns) {
      throw new IllegalStateException(
          "simulation time "
              + data.date(to_tai_ns).toString(data.timeScales().getUTC())
              + " UTC is outside the Earth orientation data, "
              + WorldData.day(data.firstUsableMjd())
              + " to "
              + WorldData.day(data.lastUsableMjd())
              + ": end the run earlier or start it at an earlier epoch");
    }
    long point = Math.floorDiv(to_tai_ns, GRID_NS);
    GridPoint grid = kept[(int) (point & 1)];
    if (point != grid.number) {
      load(grid, point);
    }
    double since_s = 1e-9 * (to_tai_ns - point * GRID_NS);
    turnEarth(grid, since_s);
    double share = since_s / (1e-9 * GRID_NS);
    for (int i = 0; i < 3; i++) {
      sun_I_m[i] = grid.sun_m[i] + share * (grid.sun_m[3 + i] - grid.sun_m[i]);
      moon_I_m[i] = grid.moon_m[i] + share * (grid.moon_m[3 + i] - grid.moon_m[i]);
    }
    tai_ns = to_tai_ns;
  }

  /** The time moved to. */
  public long tai_ns() {
    return tai_ns;
  }

  /** Row-major matrix from GCRF to Earth-fixed components (ITRF); do not change it. */
  public double[] toEarth() {
    return toEarth;
  }

  /** Earth's rotation rate, GCRF components; do not change it. */
  public double[] spin_I_rad_s() {
    return spin_I_rad_s;
  }

  /** The Sun from Earth's centre, GCRF; do not change it. */
  public double[] sun_I_m() {
    return sun_I_m;
  }

  /** The Moon from Earth's centre, GCRF; do not change it. */
  public double[] moon_I_m() {
    return moon_I_m;
  }

  private void load(GridPoint grid, long point) {
    AbsoluteDate date = data.date(point * GRID_NS);
    Transform transform = FramesFactory.getNonInterpolatingTransform(data.gcrf(), itrf, date);
    Rotation rotation = transform.getRotation();
    double[][] matrix = rotation.getMatrix();
    for (int i = 0; i < 9; i++) {
      grid.toEarth[i] = matrix[i / 3][i % 3];
    }
    store(transform.getRotationRate(), grid.spin_E_rad_s, 0);
    for (int end = 0; end < 2; end++) {
      AbsoluteDate at = data.date((point + end) * GRID_NS);
      store(sun.getPosition(at, data.gcrf()), grid.sun_m, 3 * end);
      double[] moon = new double[3];
      double centuries_tt =
          at.offsetFrom(AbsoluteDate.J2000_EPOCH, data.timeScales().getTT())
              / Constants.JULIAN_CENTURY;
      Moon.position_m(centuries_tt, moon);
      Vector3D moon_I =
          data.frames()
              .getEME2000()
              .getStaticTransformTo(data.gcrf(), at)
              .transformPosition(new Vector3D(moon));
      store(moon_I, grid.moon_m, 3 * end);
    }
    grid.number = point;
  }

  /** Rodrigues' rotation of the grid point's matrix about its rotation vector. */
  private void turnEarth(GridPoint grid, double since_s) {
    double wx = grid.spin_E_rad_s[0];
    double wy = grid.spin_E_rad_s[1];
    double wz = grid.spin_E_rad_s[2];
    double rate = Math.sqrt(wx * wx + wy * wy + wz * wz);
    double kx = wx / rate;
    double ky = wy / rate;
    double kz = wz / rate;
    double sin = FastMath.sin(rate * since_s);
    double cos = FastMath.cos(rate * since_s);
    for (int column = 0; column < 3; column++) {
      double x = grid.toEarth[column];
      double y = grid.toEarth[3 + column];
      double z = grid.toEarth[6 + column];
      double along = (1 - cos) * (kx * x + ky * y + kz * z);
      // the frame turns by +angle, so that components turn by -angle
      toEarth[column] = cos * x - sin * (ky * z - kz * y) + along * kx;
      toEarth[3 + column] = cos * y - sin * (kz * x - kx * z) + along * ky;
      toEarth[6 + column] = cos * z - sin * (kx * y - ky * x) + along * kz;
    }
    for (int column = 0; column < 3; column++) {
      spin_I_rad_s[column] =
          toEarth[column] * wx + toEarth[3 + column] * wy + toEarth[6 + column] * wz;
    }
  }

  private static void store(Vector3D v, double[] target, int at) {
    target[at] = v.getX();
    target[at + 1] = v.getY();
    target[at + 2] = v.getZ();
  }

  /** What Orekit said at one whole multiple of 600 s; Sun and Moon also at the next. */
  private static final class GridPoint {
    private long number = Long.MIN_VALUE;
    private final double[] toEarth = new double[9];
    private final double[] spin_E_rad_s = new double[3];
    private final double[] sun_m = new double[6];
    private final double[] moon_m = new double[6];
  }
}
