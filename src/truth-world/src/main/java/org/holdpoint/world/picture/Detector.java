package org.holdpoint.world.picture;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.state.NoiseStream;

/** From the light on each pixel to numbers: point spread, noise, blooming, digitising. */
final class Detector {
  /** Of what a full pixel cannot hold, this goes on to the next in its column; the rest drains. */
  private static final double SPILL = 0.4;

  private static final int LEVELS = 4096;

  private final CameraOptics optics;
  private final int n;

  Detector(CameraOptics optics) {
    this.optics = optics;
    n = optics.pixels();
  }

  /**
   * Develops a picture.
   *
   * @param electrons expected, by channel; is overwritten
   * @return three bytes a pixel, sRGB code of electrons over the full well
   */
  byte[] develop(float[][] electrons, NoiseStream noise) {
    for (float[] plane : electrons) {
      spread(plane);
      bloom(plane);
      for (int at = 0; at < plane.length; at++) {
        double mean = plane[at];
        double sigma = Math.sqrt(mean + optics.readNoise_e() * optics.readNoise_e());
        plane[at] = (float) (mean + sigma * noise.gaussian());
      }
    }
    byte[] code = codes();
    byte[] rgb = new byte[3 * n * n];
    for (int at = 0; at < n * n; at++) {
      for (int channel = 0; channel < 3; channel++) {
        float value = electrons[Math.min(channel, electrons.length - 1)][at];
        double level = Math.rint((LEVELS - 1) * value / optics.fullWell_e());
        rgb[3 * at + channel] = code[(int) Math.max(0, Math.min(LEVELS - 1, level))];
      }
    }
    return rgb;
  }

  /** Gaussian point spread, across and then down. */
  private void spread(float[] plane) {
    int reach = (int) FastMath.ceil(3 * optics.pointSpread_px());
    double[] weight = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      double x = i / optics.pointSpread_px();
      weight[i + reach] = FastMath.exp(-0.5 * x * x);
      sum += weight[i + reach];
    }
    float[] line = new float[n];
    for (int pass = 0; pass < 2; pass++) {
      int stride = pass == 0 ? 1 : n;
      int start = pass == 0 ? n : 1;
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
          double value = 0;
          for (int j = -reach; j <= reach; j++) {
            int from = Math.max(0, Math.min(n - 1, i + j));
            value += weight[j + reach] * plane[k * start + from * stride];
          }
          line[i] = (float) (value / sum);
        }
        for (int i = 0; i < n; i++) {
          plane[k * start + i * stride] = line[i];
        }
      }
    }
  }

  /** Charge above the full well runs down and up its column. */
  private void bloom(float[] plane) {
    float full = (float) optics.fullWell_e();
    float[] extra = new float[n];
    for (int column = 0; column < n; column++) {
      for (int row = 0; row < n; row++) {
        float over = plane[row * n + column] - full;
        extra[row] = over > 0 ? (float) (0.5 * SPILL * over) : 0;
        plane[row * n + column] = Math.min(full, plane[row * n + column]);
      }
      pour(plane, extra, column, 1);
      pour(plane, extra, column, -1);
    }
  }

  private void pour(float[] plane, float[] extra, int column, int step) {
    float full = (float) optics.fullWell_e();
    float carried = 0;
    for (int i = 0; i < n; i++) {
      int row = step > 0 ? i : n - 1 - i;
      int at = row * n + column;
      float room = Math.min(full - plane[at], carried);
      plane[at] += room;
      carried = (float) (0.8 * (carried - room)) + extra[row];
    }
  }

  /** The sRGB transfer curve (IEC 61966-2-1), so that a screen shows the light in proportion. */
  private static byte[] codes() {
    byte[] code = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      double x = (double) level / (LEVELS - 1);
      double y = x <= 0.0031308 ? 12.92 * x : 1.055 * FastMath.pow(x, 1 / 2.4) - 0.055;
      code[level] = (byte) Math.rint(255 * y);
    }
    return code;
  }
}
