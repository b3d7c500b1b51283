package org.holdpoint.flight.navigation.far;

import org.hipparchus.util.FastMath;

/**
 * Where the narrow camera looks while the target is sought: a square spiral about the predicted
 * direction, as far as the cue's uncertainty reaches on the sky. Its field is round, 5 deg in
 * radius: squares of 6 deg leave no gap. At each place the camera is turned in a small triangle.
 */
final class SearchPattern {
  /** Largest offset is seven squares: 42 deg. */
  static final int PLACES = 15 * 15;

  /** Pictures taken at each place with the target lit. */
  static final int PICTURES = 90;

  private static final double SQUARE_RAD = FastMath.toRadians(6);

  /** A target at the edge of a square is still inside the field. */
  private static final double MARGIN_RAD = FastMath.toRadians(1);

  private static final int PICTURES_A_CORNER = 15;
  private static final double CORNER_RAD = FastMath.toRadians(0.35);

  private SearchPattern() {}

  /** The next place from {@code from} on that the uncertainty reaches; 0 begins again. */
  static int next(int from, double[] spread_rad2) {
    for (int k = from; k < PLACES; k++) {
      if (reaches(k, spread_rad2)) {
        return k;
      }
    }
    return 0;
  }

  private static boolean reaches(int k, double[] spread) {
    // The nearest point of the square must lie within three sigma.
    double az = nearest(az_rad(k));
    double el = nearest(el_rad(k));
    double margin = MARGIN_RAD * MARGIN_RAD / 9;
    double s11 = spread[0] + margin;
    double s22 = spread[2] + margin;
    double d = s11 * s22 - spread[1] * spread[1];
    return (s22 * az * az - 2 * spread[1] * az * el + s11 * el * el) / d <= 9;
  }

  private static double nearest(double centre) {
    return Math.copySign(Math.max(0, Math.abs(centre) - SQUARE_RAD / 2), centre);
  }

  static double az_rad(int k) {
    return SQUARE_RAD * column(k);
  }

  static double el_rad(int k) {
    return SQUARE_RAD * row(k);
  }

  static double cornerAz_rad(int picture) {
    return CORNER_RAD * FastMath.cos(2 * Math.PI / 3 * (picture / PICTURES_A_CORNER % 3));
  }

  static double cornerEl_rad(int picture) {
    return CORNER_RAD * FastMath.sin(2 * Math.PI / 3 * (picture / PICTURES_A_CORNER % 3));
  }

  /** Column of place k of a square spiral that begins in the middle. */
  private static int column(int k) {
    int ring = ring(k);
    int side = k - (2 * ring - 1) * (2 * ring - 1);
    if (ring == 0) {
      return 0;
    }
    int on = side % (2 * ring);
    return switch (side / (2 * ring)) {
      case 0 -> ring;
      case 1 -> ring - 1 - on;
      case 2 -> -ring;
      default -> on + 1 - ring;
    };
  }

  private static int row(int k) {
    int ring = ring(k);
    int side = k - (2 * ring - 1) * (2 * ring - 1);
    if (ring == 0) {
      return 0;
    }
    int on = side % (2 * ring);
    return switch (side / (2 * ring)) {
      case 0 -> on + 1 - ring;
      case 1 -> ring;
      case 2 -> ring - 1 - on;
      default -> -ring;
    };
  }

  private static int ring(int k) {
    return (int) Math.floor((Math.sqrt(k) + 1) / 2);
  }
}
