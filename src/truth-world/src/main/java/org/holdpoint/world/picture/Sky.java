package org.holdpoint.world.picture;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;

/**
 * What stands behind the target: Earth with its air, the Sun's disc and glare, and stars. Earth is
 * an ellipsoid with day, night and limb in the right places; its land and clouds are made of noise
 * and are nobody's.
 */
final class Sky {
  private static final double EQUATOR_M = 6_378_137;
  private static final double POLE_STRETCH = 1 / (1 - 1 / 298.257223563);

  /** Depth of clear air straight down, by channel, and its scale height. */
  private static final double[] AIR_DEPTH = {0.05, 0.10, 0.22};

  private static final double AIR_HEIGHT_M = 8000;
  private static final double AIR_TOP_M = 90_000;

  /** Air passed along the limb, in depths straight down. */
  private static final double LIMB_DEPTHS = 35;

  private static final double AIR_WHITENESS = 0.32;
  private static final double SUN_RADIUS_RAD = 4.65e-3;
  private static final int MOST_OCTAVES = 12;
  private static final double BAFFLE_RAD = FastMath.toRadians(30);

  private final Scene scene;
  private final CameraOptics optics;
  private final double focal_px;
  private final double middle_px;
  private final double[] camera_E_m;
  private final double[] sun_E;

  /** From camera axes to Earth-fixed ones, the pole stretched until Earth is a sphere. */
  private final double[] toStretched = new double[9];

  Sky(Scene scene, CameraOptics optics) {
    this.scene = scene;
    this.optics = optics;
    focal_px = optics.focal_px();
    middle_px = 0.5 * optics.pixels();
    double[] toEarth = scene.toEarth();
    var r = scene.truth().r_C_I_m();
    camera_E_m = stretched(Vec.times(toEarth, Vec.of(r.x(), r.y(), r.z())));
    var sun = scene.sun_I_m();
    sun_E = Vec.unit(Vec.times(toEarth, Vec.of(sun.x(), sun.y(), sun.z())));
    double[] axis_I = new double[3];
    for (int column = 0; column < 3; column++) {
      double[] axis_B = new double[3];
      axis_B[column] = 1;
      BodyFrame.toInertial(Scene.array(scene.truth().q_BI()), axis_B, axis_I);
      double[] axis_E = stretched(Vec.times(toEarth, axis_I));
      for (int row = 0; row < 3; row++) {
        toStretched[3 * row + column] = axis_E[row];
      }
    }
  }

  /**
   * Paints Earth, Sun and glare.
   *
   * @param radiance of each channel (of the first only for a thermal camera), pixels row by row
   * @param clear receives the share of starlight that comes through, 0 behind Earth
   */
  void paint(float[][] radiance, float[] clear) {
    Arrays.fill(clear, 1);
    int n = optics.pixels();
    double[] colour = new double[3];
    double[] sun_B = scene.sun_B();
    boolean glare = !optics.thermal() && scene.light() > 0 && FastMath.acos(sun_B[0]) < BAFFLE_RAD;
    boolean earth = earthMayShow();
    if (!earth && !glare) {
      return;
    }
    double[] d = {1, 0, 0};
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        d[1] = -(column + 0.5 - middle_px) / focal_px;
        d[2] = -(row + 0.5 - middle_px) / focal_px;
        int at = row * n + column;
        double open = earth ? earth(d, colour) : 1;
        clear[at] = (float) open;
        if (glare) {
          double away = Vec.angle(d, sun_B);
          double veil = veil(away) + open * disc(away);
          for (int channel = 0; channel < 3; channel++) {
            colour[channel] = (earth ? colour[channel] : 0) + veil;
          }
        }
        for (int channel = 0; channel < radiance.length; channel++) {
          radiance[channel][at] = (float) colour[channel];
        }
      }
    }
  }

  /**
   * Adds the stars, as the streaks that they draw.
   *
   * @param electrons of each channel, row by row
   * @param clear share of their light that comes through in each pixel
   */
  void addStars(float[][] electrons, float[] clear, double exposure_s) {
    StarCatalogue stars = StarCatalogue.get();
    int n = optics.pixels();
    double widest = FastMath.cos(FastMath.toRadians(0.75 * optics.field_deg()));
    double[] d_I = new double[3];
    double[] q = Scene.array(scene.truth().q_BI());
    double[] d = new double[3];
    double[] streak_px = new double[2];
    for (int star = 0; star < stars.count(); star++) {
      stars.direction(star, d_I);
      BodyFrame.toBody(q, d_I, d);
      if (d[0] < widest) {
        continue;
      }
      double u = middle_px - focal_px * d[1] / d[0];
      double v = middle_px - focal_px * d[2] / d[0];
      Streak.of(scene, optics, d, new double[3], streak_px);
      double length = exposure_s * Math.max(Math.abs(streak_px[0]), Math.abs(streak_px[1]));
      int steps = (int) Math.min(4 * n, 1 + Math.floor(2 * length));
      double light =
          Lighting.STAR_OF_V0
              * FastMath.pow(10, -0.4 * stars.magnitude(star))
              * optics.pointFlux_e()
              * exposure_s
              / steps;
      double warmth = FastMath.pow(10, 0.3 * (stars.colour(star) - 0.65));
      for (int step = 0; step < steps; step++) {
        double share = ((step + 0.5) / steps - 0.5) * exposure_s;
        drop(
            electrons,
            clear,
            n,
            u + share * streak_px[0] - 0.5,
            v + share * streak_px[1] - 0.5,
            light,
            warmth);
      }
    }
  }

  /** Shares light among the four pixels around a place. */
  private static void drop(
      float[][] electrons, float[] clear, int n, double x, double y, double light, double warmth) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    for (int corner = 0; corner < 4; corner++) {
      int i = column + (corner & 1);
      int j = row + (corner >> 1);
      if (i < 0 || i >= n || j < 0 || j >= n) {
        continue;
      }
      double share = (1 - Math.abs(x - i)) * (1 - Math.abs(y - j)) * light * clear[j * n + i];
      electrons[0][j * n + i] += (float) (share * warmth);
      electrons[1][j * n + i] += (float) share;
      electrons[2][j * n + i] += (float) (share / warmth);
    }
  }

  private boolean earthMayShow() {
    double[] down = Vec.scaled(Vec.timesTransposed(toStretched, camera_E_m), -1);
    double limb = FastMath.asin((EQUATOR_M + AIR_TOP_M) / Vec.norm(camera_E_m));
    double corner = FastMath.toRadians(0.75 * optics.field_deg());
    return Vec.angle(down, Vec.of(1, 0, 0)) < limb + corner + 0.01;
  }

  /** Fills the colour of Earth along a camera direction; returns what comes through from behind. */
  private double earth(double[] d_B, double[] colour) {
    double[] d = Vec.unit(Vec.times(toStretched, d_B));
    double along = -Vec.dot(camera_E_m, d);
    double[] nearest = Vec.plus(camera_E_m, d, along);
    double miss_m = Vec.norm(nearest) - EQUATOR_M;
    colour[0] = 0;
    colour[1] = 0;
    colour[2] = 0;
    if (along < 0 || miss_m > AIR_TOP_M) {
      return 1;
    }
    if (optics.thermal()) {
      if (miss_m > 0) {
        return 1;
      }
      colour[0] = Lighting.bandRadiance(288 - 55 * clouds(ground(d, along, miss_m), 1e-3));
      return 0;
    }
    double[] place = miss_m > 0 ? Vec.unit(nearest) : ground(d, along, miss_m);
    double height = Vec.dot(place, sun_E);
    double depths =
        miss_m > 0
            ? LIMB_DEPTHS * FastMath.exp(-miss_m / AIR_HEIGHT_M)
            : Math.min(LIMB_DEPTHS, 1 / Math.max(1e-3, -Vec.dot(place, d)));
    double day = Lighting.SUNLIGHT / FastMath.PI * Math.max(0, height);
    // twilight: air above the ground is still in the Sun
    double twilight = Lighting.SUNLIGHT / FastMath.PI * Grain.step(-0.12, 0.5, height);
    if (miss_m <= 0 && day > 0) {
      double fineness = Math.max(1e-5, distance(along, miss_m) * optics.pixel_rad() / EQUATOR_M);
      paintGround(place, fineness, day, colour);
    }
    for (int channel = 0; channel < 3; channel++) {
      double through = FastMath.exp(-AIR_DEPTH[channel] * depths);
      colour[channel] = colour[channel] * through + AIR_WHITENESS * (1 - through) * twilight;
    }
    return miss_m > 0 ? FastMath.exp(-AIR_DEPTH[1] * depths) : 0;
  }

  private static double distance(double along, double miss_m) {
    double r = EQUATOR_M + miss_m;
    return along - Math.sqrt(EQUATOR_M * EQUATOR_M - r * r);
  }

  private double[] ground(double[] d, double along, double miss_m) {
    return Vec.unit(Vec.plus(camera_E_m, d, distance(along, miss_m)));
  }

  private static void paintGround(double[] p, double fineness, double day, double[] colour) {
    double land = Grain.step(0.52, 0.55, Grain.octaves(2 * p[0], 2 * p[1], 2 * p[2], 8));
    double dry = Grain.step(0.42, 0.62, Grain.octaves(5 * p[0] + 9, 5 * p[1], 5 * p[2], 6));
    double rough = 0.55 + 0.9 * detail(p, 40, 0.75, fineness);
    double ice = Grain.step(0.90, 0.94, Math.abs(p[2]));
    double cloud = clouds(p, fineness);
    double[] sea = {0.02, 0.05, 0.11};
    double[] ground = {
      rough * (0.06 + 0.20 * dry), rough * (0.09 + 0.10 * dry), rough * (0.04 + 0.07 * dry)
    };
    for (int channel = 0; channel < 3; channel++) {
      double bare = Grain.mix(Grain.mix(sea[channel], ground[channel], land), 0.7, ice);
      colour[channel] = day * Grain.mix(bare, 0.75, cloud);
    }
  }

  /**
   * Share of the ground that is covered, by weather systems and by small heaps between them.
   *
   * @param fineness smallest detail worth painting, in Earth radii
   */
  private static double clouds(double[] p, double fineness) {
    double bend = 0.25 * Grain.octaves(3 * p[0], 3 * p[1] + 31, 3 * p[2], 3);
    double[] bent = {p[0] + bend, p[1] - 1.3 * bend, 1.5 * p[2] + bend};
    double systems = Grain.step(0.44, 0.68, detail(bent, 7, 0.66, fineness));
    double heaps = Grain.step(0.56, 0.66, detail(bent, 160, 0.7, fineness));
    double where = Grain.step(0.40, 0.60, Grain.octaves(9 * p[0], 9 * p[1], 9 * p[2] + 5, 2));
    return Math.max(systems, 0.8 * heaps * where);
  }

  /** Noise from a scale on to what is worth painting; 0.5 in the mean. */
  private static double detail(double[] p, double from, double persistence, double fineness) {
    double sum = 0;
    double weight = 1;
    double weights = 0;
    double scale = from;
    for (int i = 0; i < MOST_OCTAVES && scale * fineness < 0.5; i++) {
      sum +=
          weight * Grain.at(scale * p[0] + 5.3 * i, scale * p[1] - 8.1 * i, scale * p[2] + 2.9 * i);
      weights += weight;
      weight *= persistence;
      scale *= 2;
    }
    return weights == 0 ? 0.5 : sum / weights;
  }

  /** Light strewn by the optics, per sr of the Sun's irradiance: falls with the angle squared. */
  private double veil(double away_rad) {
    double away_deg = FastMath.toDegrees(away_rad);
    return scene.light() * Lighting.SUNLIGHT * 2e-3 / (away_deg * away_deg + 0.1);
  }

  private double disc(double away_rad) {
    return away_rad > SUN_RADIUS_RAD
        ? 0
        : Lighting.SUNLIGHT / (FastMath.PI * SUN_RADIUS_RAD * SUN_RADIUS_RAD);
  }

  private static double[] stretched(double[] v_E) {
    return Vec.of(v_E[0], v_E[1], POLE_STRETCH * v_E[2]);
  }
}
