package org.holdpoint.world.picture;

import org.hipparchus.util.FastMath;

/**
 * A square camera along +x body.
 *
 * @param name as on the command line and in metadata
 * @param thermal sees heat (8 to 12 um) and not light
 * @param field_deg full field across
 * @param pixels across and down
 * @param aperture_m diameter of the opening
 * @param efficiency electrons per photon, glass included
 * @param pointSpread_px 1 sigma of the image of a point
 * @param fullWell_e electrons at which a pixel saturates
 * @param readNoise_e 1 sigma of reading a pixel
 * @param shortest_s exposure
 * @param longest_s exposure
 */
public record CameraOptics(
    String name,
    boolean thermal,
    double field_deg,
    int pixels,
    double aperture_m,
    double efficiency,
    double pointSpread_px,
    double fullWell_e,
    double readNoise_e,
    double shortest_s,
    double longest_s) {

  /** 20.5" a pixel: 1 cm at 100 m. */
  public static final CameraOptics NARROW =
      new CameraOptics("narrow", false, 6, 1024, 0.04, 0.35, 0.7, 30_000, 10, 1e-5, 0.5);

  /** 1.8' a pixel: 5 cm at 100 m. */
  public static final CameraOptics WIDE =
      new CameraOptics("wide", false, 30, 1024, 0.008, 0.35, 0.7, 30_000, 10, 1e-5, 0.5);

  /** Its electrons count warmth: full at a black body of 380 K, a sigma of 0.1 K at 300 K. */
  public static final CameraOptics THERMAL =
      new CameraOptics("thermal", true, 30, 256, 0.03, 1, 0.8, 30_000, 16, 0.01, 0.01);

  /**
   * Distance of the picture plane in pixels: a direction (x, y, z) falls at -y/x, -z/x times it.
   */
  double focal_px() {
    return 0.5 * pixels / FastMath.tan(FastMath.toRadians(0.5 * field_deg));
  }

  /** Angle of a pixel in the middle of the picture. */
  public double pixel_rad() {
    return 1 / focal_px();
  }

  /** Electrons a second in a pixel of a radiance of one photon per m2, s and sr. */
  double etendue_e() {
    return pointFlux_e() * pixel_rad() * pixel_rad();
  }

  /** Electrons a second of a point that sends one photon per m2 and s. */
  double pointFlux_e() {
    return 0.25 * FastMath.PI * aperture_m * aperture_m * efficiency;
  }

  /**
   * The camera of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CameraOptics named(String name) {
    for (CameraOptics optics : new CameraOptics[] {NARROW, WIDE, THERMAL}) {
      if (optics.name.equals(name)) {
        return optics;
      }
    }
    throw new IllegalArgumentException("no camera '" + name + "'; one of: narrow, wide, thermal");
  }
}
