package org.holdpoint.world.sample;

import java.util.List;

/**
 * What a picture of the narrow camera shows that is in no star catalogue: the target perhaps, and
 * what looks like it. Brightest first, at most {@link #MOST}.
 */
public record DetectionsSample(long sampled_tai_ns, List<Detection> detections) {
  /** The camera's electronics report no more. */
  public static final int MOST = 8;

  public DetectionsSample {
    detections = List.copyOf(detections);
  }

  /**
   * One point of light.
   *
   * @param u_B unit vector towards it, body frame
   * @param sigma_rad noise per axis, 1 sigma, that the unit claims
   * @param magnitude visual, to 0.3
   */
  public record Detection(Xyz u_B, double sigma_rad, double magnitude) {}
}
