package org.holdpoint.world.picture;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/** The target alone, as light before the detector: a window of the picture. */
final class TargetImage {
  private static final int FEWEST_RAYS = 3;
  private static final int MOST_RAYS = 32;

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
    double radius_m = model.radius_m();
    double depth_m = centre_B[0] - radius_m;
    if (depth_m <= 0) {
      return new TargetImage(0, 0, 0, 0, new float[channels][0], new float[0], 0);
    }
    int n = optics.pixels();
    double f = optics.focal_px();
    double u = 0.5 * n - f * centre_B[1] / centre_B[0];
    double v = 0.5 * n - f * centre_B[2] / centre_B[0];
    double reach = 1.2 * f * radius_m / depth_m + 1;
    int left = clip(u - reach, n);
    int right = clip(u + reach + 1, n);
    int top = clip(v - reach, n);
    int bottom = clip(v + reach + 1, n);
    int width = right - left;
    int height = bottom - top;
    int rays = (int) FastMath.ceil(RAYS_ACROSS / (2 * reach));
    rays = Math.min(MOST_RAYS, Math.max(FEWEST_RAYS, rays));

    Lighting lighting = new Lighting(scene, model);
    double[] toChaser = scene.targetToChaser();
    double[] camera_T = scene.chaser_T_m();
    double past = Vec.dot(camera_T, camera_T) - radius_m * radius_m;
    float[][] radiance = new float[channels][width * height];
    float[] cover = new float[width * height];
    Ray ray = new Ray();
    double[] light = new double[3];
    double[] sum = new double[3];
    double[] d_B = {1, 0, 0};
    long met = 0;
    long lit = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int hits = 0;
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        for (int i = 0; i < rays * rays; i++) {
          // scattered inside its cell, so that fine grids on the target draw no rings
          double x = (i % rays + Grain.knot(column, row, 2 * i)) / rays;
          double y = (i / rays + Grain.knot(column, row, 2 * i + 1)) / rays;
          d_B[1] = -(left + column + x - 0.5 * n) / f;
          d_B[2] = -(top + row + y - 0.5 * n) / f;
          double[] d_T = Vec.unit(Vec.timesTransposed(toChaser, d_B));
          double along = Vec.dot(camera_T, d_T);
          if (along > 0 || along * along < past) {
            continue;
          }
          ray.start(camera_T, d_T, Double.MAX_VALUE);
          if (!model.meet(ray)) {
            continue;
          }
          hits++;
          if (optics.thermal()) {
            sum[0] += lighting.warmth(ray);
          } else {
            if (lighting.shade(ray, light)) {
              lit++;
            }
            sum[0] += light[0];
            sum[1] += light[1];
            sum[2] += light[2];
          }
        }
        met += hits;
        int at = row * width + column;
        cover[at] = (float) hits / (rays * rays);
        for (int channel = 0; channel < channels; channel++) {
          radiance[channel][at] = (float) (sum[channel] / (rays * rays));
        }
      }
    }
    double share = met == 0 ? 0 : (double) lit / met;
    return new TargetImage(left, top, width, height, radiance, cover, share);
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
