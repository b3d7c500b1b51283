package org.holdpoint.flight.sample;

import java.util.List;
import org.holdpoint.motion.Vec3;

/**
 * Points of light in a picture of the narrow camera that are in no star catalogue; 1 Hz, some ticks
 * late, also when there are none. The target may be one of them: to find out is navigation's task.
 *
 * @param found brightest first, at most {@link #MOST}
 */
public record Detections(long sampled_tai_ns, List<Detection> found) {
  /** The camera's electronics report no more. */
  public static final int MOST = 8;

  public Detections {
    if (found.size() > MOST) {
      throw new IllegalArgumentException(found.size() + " detections, at most " + MOST);
    }
    found = List.copyOf(found);
  }

  /**
   * @param u_B unit vector towards it, body frame
   * @param sigma_rad noise per axis, 1 sigma, as the unit states it
   * @param magnitude visual
   */
  public record Detection(Vec3 u_B, double sigma_rad, double magnitude) {}
}
