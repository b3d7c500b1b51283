package org.holdpoint.world.picture;

import org.hipparchus.util.FastMath;

/**
 * A square camera along +x body.
 *
 * @param name as on the command line and in metadata
 * @param thermal sees heat (8 to 12 um) and not light
 * @param pixel_rad angle of a pixel in the middle of the picture
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
    double pixel_rad,
    int pixels,
    double aperture_m,
    double efficiency,
    double pointSpread_px,
    double fullWell_e,
    double readNoise_e,
    double shortest_s,
    double longest_s) {

  /** The middle of the narrow camera's field at its full 18" a pixel: 0.9 cm at 100 m. */
  public static final CameraOptics NARROW =
      new CameraOptics("narrow", false, rad(18), 1024, 0.04, 0.35, 0.7, 30_000, 10, 1e-5, 0.5);

  /** The wide camera's field of 60 deg, four by four of its pixels of 55" in one. */
  public static final CameraOptics WIDE =
      new CameraOptics("wide", false, rad(220), 1024, 0.005, 0.35, 0.7, 30_000, 10, 1e-5, 0.5);

  /**
   * The thermal camera's field of 30 deg. Its electrons count warmth: the well is full at a black
   * body of 380 K, and the noise is 0.1 K at 300 K.
   */
  public static final CameraOptics THERMAL =
      new CameraOptics("thermal", true, rad(420), 256, 0.03, 1, 0.8, 1e6, 200, 0.01, 0.01);

  /** Distance of the picture plane: a direction (x, y, z) falls at -y/x, -z/x times it. */
  double focal_px() {
    return 1 / pixel_rad;
  }

  /** Angle across the picture. */
  public double field_deg() {
    return 2 * FastMath.toDegrees(FastMath.atan(0.5 * pixels * pixel_rad));
  }

  /** Electrons a second in a pixel of a radiance of one photon per m2, s and sr. */
  double etendue_e() {
    return pointFlux_e() * pixel_rad * pixel_rad;
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

  private static double rad(double arcseconds) {
    return arcseconds * FastMath.PI / 648_000;
  }
}
