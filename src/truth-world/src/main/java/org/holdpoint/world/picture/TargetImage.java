package org.holdpoint.world.picture;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/** The target alone, as light before the detector: a window of the picture. */
final class TargetImage {
  private static final int FEWEST_RAYS = 3;

  /** A target within this radius is traced as a whole, whatever its pixels. */
  private static final double FEW_PIXELS = 12;

  private static final int RAYS_OVER_FEW = 160;

  /** Rays across the target that are enough for its edges and numbers. */
  private static final double RAYS_ACROSS = 1200;

  private static final double FULL = 0.999f;

  final int left;
  final int top;
  final int width;
  final int height;

  /** By channel, dark where there is no target; row by row. */
  float[][] radiance;

  /** Share of each pixel that the target covers. */
  float[] cover;

  /** Share of the target's visible area on which sunlight falls. */
  final double litFraction;

  private TargetImage(
      int left, int top, int width, int height, float[][] radiance, float[] cover, double lit) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.radiance = radiance;
    this.cover = cover;
    litFraction = lit;
  }

  /** Traces the target as far as it is in the field. */
  static TargetImage trace(Scene scene, CameraOptics optics, TargetModel model) {
    int channels = optics.thermal() ? 1 : 3;
    double[] centre_B = scene.target_B_m();
    double depth_m = centre_B[0] - model.radius_m();
    if (depth_m <= 0) {
      return new TargetImage(0, 0, 0, 0, new float[channels][0], new float[0], 0);
    }
    int n = optics.pixels();
    double f = optics.focal_px();
    double u = 0.5 * n - f * centre_B[1] / centre_B[0];
    double v = 0.5 * n - f * centre_B[2] / centre_B[0];
    double reach = 1.2 * f * model.radius_m() / depth_m;
    int left = clip(u - reach, n);
    int right = clip(u + reach + 1, n);
    int top = clip(v - reach, n);
    int bottom = clip(v + reach + 1, n);
    Tracer tracer =
        new Tracer(scene, optics, model, left, top, right - left, bottom - top, channels);
    if (reach < FEW_PIXELS) {
      tracer.few(u, v, reach);
    } else {
      int rays = (int) FastMath.ceil(RAYS_ACROSS / (2 * reach));
      tracer.many(Math.max(FEWEST_RAYS, rays));
    }
    return tracer.image();
  }

  /** Follows rays from pixels to the target and gathers what comes back. */
  private static final class Tracer {
    private final CameraOptics optics;
    private final TargetModel model;
    private final Lighting lighting;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final float[][] radiance;
    private final float[] cover;
    private final double[] toChaser;
    private final double[] camera_T;
    private final double past;
    private final Ray ray = new Ray();
    private final double[] light = new double[3];
    private final double[] d_B = {1, 0, 0};
    private long met;
    private long lit;

    Tracer(
        Scene scene,
        CameraOptics optics,
        TargetModel model,
        int left,
        int top,
        int width,
        int height,
        int channels) {
      this.optics = optics;
      this.model = model;
      lighting = new Lighting(scene, model);
      this.left = left;
      this.top = top;
      this.width = width;
      this.height = height;
      radiance = new float[channels][width * height];
      cover = new float[width * height];
      toChaser = scene.targetToChaser();
      camera_T = scene.chaser_T_m();
      past = Vec.dot(camera_T, camera_T) - model.radius_m() * model.radius_m();
    }

    /** Some rays in every pixel, scattered so that fine grids on the target draw no rings. */
    void many(int rays) {
      float weight = 1f / (rays * rays);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          for (int i = 0; i < rays * rays; i++) {
            double x = (i % rays + Grain.knot(column, row, 2 * i)) / rays;
            double y = (i / rays + Grain.knot(column, row, 2 * i + 1)) / rays;
            follow(left + column + x, top + row + y, weight, row * width + column);
          }
        }
      }
    }

    /** A grid of rays over a target that may be much smaller than a pixel. */
    void few(double u, double v, double reach) {
      double pitch = 2 * reach / RAYS_OVER_FEW;
      for (int i = 0; i < RAYS_OVER_FEW * RAYS_OVER_FEW; i++) {
        double x = u - reach + (i % RAYS_OVER_FEW + 0.5) * pitch;
        double y = v - reach + (i / RAYS_OVER_FEW + 0.5) * pitch;
        int column = (int) Math.floor(x) - left;
        int row = (int) Math.floor(y) - top;
        if (column >= 0 && column < width && row >= 0 && row < height) {
          follow(x, y, (float) (pitch * pitch), row * width + column);
        }
      }
    }

    private void follow(double u, double v, float weight, int at) {
      double f = optics.focal_px();
      d_B[1] = (0.5 * optics.pixels() - u) / f;
      d_B[2] = (0.5 * optics.pixels() - v) / f;
      double[] d_T = Vec.unit(Vec.timesTransposed(toChaser, d_B));
      double along = Vec.dot(camera_T, d_T);
      if (along > 0 || along * along < past) {
        return;
      }
      // from just before the target: quadratics of far origins lose the surface's millimetres
      double to_m = Math.max(0, -along - 1.1 * model.radius_m());
      ray.start(Vec.plus(camera_T, d_T, to_m), d_T, Double.MAX_VALUE);
      if (!model.meet(ray)) {
        return;
      }
      met++;
      cover[at] += weight;
      if (optics.thermal()) {
        radiance[0][at] += weight * (float) lighting.warmth(ray);
        return;
      }
      if (lighting.shade(ray, light)) {
        lit++;
      }
      for (int channel = 0; channel < 3; channel++) {
        radiance[channel][at] += weight * (float) light[channel];
      }
    }

    TargetImage image() {
      double share = met == 0 ? 0 : (double) lit / met;
      return new TargetImage(left, top, width, height, radiance, cover, share);
    }
  }

  /** Pixels of the picture, in whole pixels' worth of area. */
  double pixels() {
    double sum = 0;
    for (float c : cover) {
      sum += c;
    }
    return sum;
  }

  /**
   * Radiance by which the exposure is set: that which only a share of the target's pixels exceed;
   * for a target smaller than a pixel, what is left of it after the point spread.
   *
   * @return 0 when no target is in the field
   */
  double metered(double shareAbove) {
    float[] brightest = new float[cover.length];
    int full = 0;
    float most = 0;
    for (int at = 0; at < cover.length; at++) {
      float value = 0;
      for (float[] channel : radiance) {
        value = Math.max(value, channel[at]);
      }
      most = Math.max(most, value);
      if (cover[at] >= FULL) {
        brightest[full++] = value;
      }
    }
    if (full < 4) {
      return 0.25 * most;
    }
    Arrays.sort(brightest, 0, full);
    return brightest[(int) Math.min(full - 1, Math.floor(full * (1 - shareAbove)))];
  }

  /** Draws everything out along a motion in pixels, in place. */
  void smear(double right_px, double down_px) {
    double length = Math.max(Math.abs(right_px), Math.abs(down_px));
    if (length < 0.05 || cover.length == 0) {
      return;
    }
    int steps = (int) Math.min(256, 2 + Math.floor(2 * length));
    for (int channel = 0; channel < radiance.length; channel++) {
      radiance[channel] = smeared(radiance[channel], right_px, down_px, steps);
    }
    cover = smeared(cover, right_px, down_px, steps);
  }

  private float[] smeared(float[] plane, double right_px, double down_px, int steps) {
    float[] out = new float[plane.length];
    for (int step = 0; step < steps; step++) {
      double share = (step + 0.5) / steps - 0.5;
      double x = share * right_px;
      double y = share * down_px;
      int dx = (int) Math.floor(x);
      int dy = (int) Math.floor(y);
      for (int corner = 0; corner < 4; corner++) {
        int cx = dx + (corner & 1);
        int cy = dy + (corner >> 1);
        float weight = (float) ((1 - Math.abs(x - cx)) * (1 - Math.abs(y - cy)) / steps);
        addShifted(out, plane, cx, cy, weight);
      }
    }
    return out;
  }

  private void addShifted(float[] out, float[] plane, int dx, int dy, float weight) {
    for (int row = Math.max(0, dy); row < Math.min(height, height + dy); row++) {
      for (int column = Math.max(0, dx); column < Math.min(width, width + dx); column++) {
        out[row * width + column] += weight * plane[(row - dy) * width + column - dx];
      }
    }
  }

  private static int clip(double x, int n) {
    return (int) Math.max(0, Math.min(n, Math.floor(x)));
  }
}
