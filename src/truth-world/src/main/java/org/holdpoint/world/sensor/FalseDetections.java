package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.state.NoiseStream;

/**
 * Points of light in the narrow camera's pictures that are not the target:
 *
 * <ul>
 *   <li>three hot pixels, which stay at their place and show in one picture of three;
 *   <li>hits of cosmic rays, anywhere, one in two pictures;
 *   <li>{@value #STARS} stars that are in no catalogue, fixed in the sky, each seen in two pictures
 *       of three;
 *   <li>objects in other orbits, one in each five minutes, which cross the field in 20 to 120 s.
 * </ul>
 *
 * All of it is a function of the run's seed and the time: it has no state.
 */
final class FalseDetections {
  /** Direction (3), magnitude. */
  static final int NUMBERS = 4;

  /** More are not offered. */
  static final int MOST = 12;

  private static final int HOT_PIXELS = 3;
  private static final double HOT_SHOWN = 1.0 / 3;
  private static final double COSMIC_SHOWN = 0.5;
  private static final int STARS = 300;
  private static final double STAR_SHOWN = 2.0 / 3;
  private static final double[] BORESIGHT_B = {1, 0, 0};

  /** Of a cosine: what is surely out of the field need not be turned into the body frame. */
  private static final double COARSE = 1e-9;

  private static final double BRIGHTEST = 5;
  private static final double FAINTEST = 9;
  private static final long CROSSING_EVERY_S = 300;

  /** Numbers of the stream: those that never change, then so many for each second. */
  private static final long FIXED = 10_000;

  private static final long EACH_SECOND = 512;
  private static final long CROSSINGS = 1L << 60;

  private final double halfField_rad;
  private final double fieldCosine;
  private final NoiseStream stream;
  private final double[] stars_I = new double[3 * STARS];
  private final double[] found = new double[NUMBERS * MOST];
  private final double[] u_B = new double[3];
  private final double[] u_I = new double[3];
  private final double[] boresight_I = new double[3];
  private int count;

  FalseDetections(long runSeed, String unit, double halfField_rad) {
    this.halfField_rad = halfField_rad;
    fieldCosine = FastMath.cos(halfField_rad);
    stream = new NoiseStream(runSeed, unit + "/false");
    for (int i = 0; i < STARS; i++) {
      double z = 2 * stream.uniformAt(100 + 3 * i) - 1;
      double longitude = 2 * FastMath.PI * stream.uniformAt(101 + 3 * i);
      double across = Math.sqrt(1 - z * z);
      stars_I[3 * i] = across * FastMath.cos(longitude);
      stars_I[3 * i + 1] = across * FastMath.sin(longitude);
      stars_I[3 * i + 2] = z;
    }
  }

  /** Finds those of a picture; returns how many. */
  int look(Situation now) {
    count = 0;
    long second = now.tai_ns / 1_000_000_000L;
    long first = FIXED + second * EACH_SECOND;
    for (int i = 0; i < HOT_PIXELS; i++) {
      if (stream.uniformAt(first + i) < HOT_SHOWN) {
        inField(stream.uniformAt(3 * i + 1), stream.uniformAt(3 * i + 2));
        offer(magnitude(3 * i + 3));
      }
    }
    if (stream.uniformAt(first + HOT_PIXELS) < COSMIC_SHOWN) {
      inField(stream.uniformAt(first + 10), stream.uniformAt(first + 11));
      offer(magnitude(first + 12));
    }
    BodyFrame.toInertial(now.body, BORESIGHT_B, boresight_I);
    for (int i = 0; i < STARS; i++) {
      System.arraycopy(stars_I, 3 * i, u_I, 0, 3);
      if (dot(boresight_I, u_I) < fieldCosine - COARSE) {
        continue;
      }
      BodyFrame.toBody(now.body, u_I, u_B);
      if (visible(now) && stream.uniformAt(first + 20 + i) < STAR_SHOWN) {
        offer(magnitude(102 + 3 * i));
      }
    }
    cross(now, second);
    return count;
  }

  /** Number {@code i} of detection {@code k}. */
  double get(int k, int i) {
    return found[NUMBERS * k + i];
  }

  private double magnitude(long number) {
    return BRIGHTEST + (FAINTEST - BRIGHTEST) * stream.uniformAt(number);
  }

  /** A direction evenly anywhere in the field. */
  private void inField(double radial, double around) {
    double off_rad = halfField_rad * Math.sqrt(radial);
    double angle_rad = 2 * FastMath.PI * around;
    u_B[0] = FastMath.cos(off_rad);
    u_B[1] = FastMath.sin(off_rad) * FastMath.cos(angle_rad);
    u_B[2] = FastMath.sin(off_rad) * FastMath.sin(angle_rad);
  }

  /** An object that passes through the field on a straight line, as seen from the camera. */
  private void cross(Situation now, long second) {
    long first = CROSSINGS + 8 * (second / CROSSING_EVERY_S);
    double lasts_s = 20 + 100 * stream.uniformAt(first);
    double begins_s = (CROSSING_EVERY_S - lasts_s) * stream.uniformAt(first + 1);
    double passed =
        (1e-9 * (now.tai_ns % (CROSSING_EVERY_S * 1_000_000_000L)) - begins_s) / lasts_s;
    if (!(passed >= 0 && passed <= 1)) {
      return;
    }
    double along_rad = halfField_rad * (2 * passed - 1);
    double beside_rad = halfField_rad * (2 * stream.uniformAt(first + 2) - 1);
    double angle_rad = 2 * FastMath.PI * stream.uniformAt(first + 3);
    double cos = FastMath.cos(angle_rad);
    double sin = FastMath.sin(angle_rad);
    u_B[1] = along_rad * cos - beside_rad * sin;
    u_B[2] = along_rad * sin + beside_rad * cos;
    double across2 = u_B[1] * u_B[1] + u_B[2] * u_B[2];
    u_B[0] = Math.sqrt(1 - across2);
    if (visible(now)) {
      offer(magnitude(first + 4));
    }
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private boolean visible(Situation now) {
    return u_B[0] >= fieldCosine
        && now.aboveLimb(u_B, VisibleCamera.LIMB_COSINE, VisibleCamera.LIMB_SINE);
  }

  private void offer(double magnitude) {
    if (count < MOST) {
      System.arraycopy(u_B, 0, found, NUMBERS * count, 3);
      found[NUMBERS * count + 3] = magnitude;
      count++;
    }
  }
}
