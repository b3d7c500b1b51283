package org.holdpoint.world.picture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A picture as the camera delivers it.
 *
 * @param width_px pixels across
 * @param height_px pixels down
 * @param rgb three bytes a pixel, row by row from the top left, sRGB
 * @param exposure_s the exposure that was used
 * @param litFraction share of the target's visible area on which sunlight falls; 0 for a thermal
 *     camera
 * @param target_px area of the target in pixels
 * @param metadata names and values, in the order in which they are written
 */
public record Picture(
    int width_px,
    int height_px,
    byte[] rgb,
    double exposure_s,
    double litFraction,
    double target_px,
    Map<String, String> metadata) {
  public Picture {
    rgb = rgb.clone();
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  @Override
  public byte[] rgb() {
    return rgb.clone();
  }

  /** Code of a channel (0 red, 1 green, 2 blue) at a pixel, 0 to 255. */
  public int code(int column, int row, int channel) {
    return rgb[3 * (row * width_px + column) + channel] & 0xFF;
  }
}
