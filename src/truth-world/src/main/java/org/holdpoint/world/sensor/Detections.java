package org.holdpoint.world.sensor;

import java.util.Arrays;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.sample.DetectionsSample;

/**
 * The points of light that a camera's electronics find in a picture, after taking out the stars
 * that they know: the target where the camera measures it, and false ones. It belongs to the camera
 * whose pictures it looks at, samples after it, and suffers its faults; it has a random stream of
 * its own.
 */
final class Detections extends Sensor {
  /** Direction (3), noise, magnitude. */
  static final int NUMBERS = 5;

  private static final double MAGNITUDE_1SIGMA = 0.3;

  private final VisibleCamera camera;
  private final FalseDetections others;

  /** What was found, brightest first; the last number of the sample is how many. */
  Detections(long runSeed, VisibleCamera camera) {
    super(
        runSeed,
        camera.unit(),
        camera.unit() + "/detections",
        VisibleCamera.RATING,
        NUMBERS * DetectionsSample.MOST + 1);
    this.camera = camera;
    others = new FalseDetections(runSeed, camera.unit(), camera.halfField_rad());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    Arrays.fill(value, 0);
    if (camera.blinded(now)) {
      return false;
    }
    int count = 0;
    if (camera.sawTarget()) {
      double magnitude = camera.magnitude(now) + noise(4, MAGNITUDE_1SIGMA, errors);
      count =
          insert(
              count, camera.value[0], camera.value[1], camera.value[2], camera.value[3], magnitude);
    }
    int offered = others.look(now);
    for (int k = 0; k < offered; k++) {
      count =
          insert(
              count,
              others.get(k, 0),
              others.get(k, 1),
              others.get(k, 2),
              camera.noise_rad(),
              others.get(k, 3));
    }
    value[value.length - 1] = count;
    return true;
  }

  /** By magnitude; what is too faint for a full list is left out. */
  private int insert(int count, double x, double y, double z, double sigma_rad, double magnitude) {
    int at = count;
    while (at > 0 && value[NUMBERS * (at - 1) + 4] > magnitude) {
      at--;
    }
    if (at == DetectionsSample.MOST) {
      return count;
    }
    int kept = Math.min(count, DetectionsSample.MOST - 1);
    System.arraycopy(value, NUMBERS * at, value, NUMBERS * (at + 1), NUMBERS * (kept - at));
    value[NUMBERS * at] = x;
    value[NUMBERS * at + 1] = y;
    value[NUMBERS * at + 2] = z;
    value[NUMBERS * at + 3] = sigma_rad;
    value[NUMBERS * at + 4] = magnitude;
    return kept + 1;
  }

  /** How many the last delivered picture has. */
  int count() {
    double[] delivered = delivered();
    return (int) delivered[delivered.length - 1];
  }

  @Override
  void swapAxes(int pair) {
    for (int k = 0; k < DetectionsSample.MOST; k++) {
      exchange(NUMBERS * k + pair, NUMBERS * k + (pair + 1) % 3);
    }
  }
}
