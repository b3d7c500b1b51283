package org.holdpoint.world.picture;

/**
 * What a surface looks like at a place on it; u to the right, v upwards seen from outside, metres.
 */
interface Finish {
  void at(double u, double v, Look look);

  /** Diffuse reflectance by channel, gloss, tilt of the normal, and what heat sees. */
  final class Look {
    double red;
    double green;
    double blue;

    /** Share of sunlight that is mirrored, and how sharply. */
    double gloss;

    double sharpness;

    /** Tilt of the normal towards u and v, radians. */
    double tiltU;

    double tiltV;

    double emissivity;

    /** Heat from inside, W/m2. */
    double heat_W_m2;

    void paint(double r, double g, double b) {
      red = r;
      green = g;
      blue = b;
      gloss = 0.02;
      sharpness = 10;
      tiltU = 0;
      tiltV = 0;
      emissivity = 0.85;
      heat_W_m2 = 20;
    }

    double mean() {
      return (red + green + blue) / 3;
    }
  }

  /** A diffuse paint of one reflectance in all channels. */
  static Finish grey(double reflectance) {
    return (u, v, look) -> look.paint(reflectance, reflectance, reflectance);
  }

  Finish WHITE = (u, v, look) -> look.paint(0.78, 0.78, 0.75);
  Finish BLACK = (u, v, look) -> look.paint(0.03, 0.03, 0.03);
  Finish RED = (u, v, look) -> look.paint(0.60, 0.05, 0.04);

  Finish METAL =
      (u, v, look) -> {
        look.paint(0.32, 0.32, 0.33);
        look.gloss = 0.15;
        look.sharpness = 30;
        look.emissivity = 0.2;
      };

  /** Crinkled gold foil, sewn in squares of 0.4 m. */
  Finish BLANKET =
      (u, v, look) -> {
        look.paint(0.50, 0.32, 0.11);
        double coarse = Grain.at(9 * u, 9 * v, 0.5);
        look.tiltU = 0.9 * (Grain.at(9 * u + 1, 9 * v, 0.5) - coarse) + crease(u, v, 3);
        look.tiltV = 0.9 * (Grain.at(9 * u, 9 * v + 1, 0.5) - coarse) + crease(u, v, 7);
        double seam = Math.min(toGrid(u, 0.4), toGrid(v, 0.4));
        if (seam < 0.012) {
          look.paint(0.30, 0.19, 0.07);
        } else {
          look.gloss = 0.15;
          look.sharpness = 20;
          look.emissivity = 0.6;
        }
        look.heat_W_m2 = 5;
      };

  /** Solar cells of 8 by 4 cm under glass, with bare substrate between strings. */
  Finish CELLS =
      (u, v, look) -> {
        boolean gap = toGrid(u, 0.08) < 0.003 || toGrid(v, 0.04) < 0.0015;
        boolean hinge = toGrid(u, 0.8) < 0.015;
        if (hinge || gap) {
          look.paint(0.55, 0.53, 0.48);
        } else {
          double tint = 0.8 + 0.4 * Grain.at(Math.floor(u / 0.08), Math.floor(v / 0.04), 2.5);
          look.paint(0.018 * tint, 0.035 * tint, 0.11 * tint);
          look.gloss = 0.08;
          look.sharpness = 400;
        }
        look.heat_W_m2 = 0;
      };

  /** Rear of a wing: light sheet with ribs. */
  Finish WING_BACK =
      (u, v, look) -> {
        boolean rib = toGrid(u, 0.8) < 0.03 || toGrid(v, 0.4) < 0.02;
        look.paint(rib ? 0.35 : 0.62, rib ? 0.34 : 0.60, rib ? 0.33 : 0.55);
        look.heat_W_m2 = 0;
      };

  /**
   * A face of the bus: blanket, a dark frame along its edges, a checkered mark in each corner, and
   * its number on a white plate in the middle.
   */
  static Finish face(int number, double halfU_m, double halfV_m) {
    return (u, v, look) -> {
      double edge = Math.min(halfU_m - Math.abs(u), halfV_m - Math.abs(v));
      double markU = Math.abs(u) - (halfU_m - 0.16);
      double markV = Math.abs(v) - (halfV_m - 0.16);
      double size = 0.6 * Math.min(halfU_m, halfV_m);
      if (edge < 0.03) {
        METAL.at(u, v, look);
      } else if (Math.abs(markU) < 0.1 && Math.abs(markV) < 0.1) {
        (markU > 0 == markV > 0 ? BLACK : WHITE).at(u, v, look);
      } else if (Math.abs(u) < size && Math.abs(v) < size) {
        (Digits.inked(number, u / size, v / size) ? BLACK : WHITE).at(u, v, look);
      } else {
        BLANKET.at(u, v, look);
      }
    };
  }

  /** Sharp folds, by a slope that jumps from cell to cell. */
  private static double crease(double u, double v, int layer) {
    double cellU = Math.floor(14 * u + 3 * Grain.at(5 * u, 5 * v, layer));
    double cellV = Math.floor(14 * v + 3 * Grain.at(5 * v, 5 * u, layer));
    return 0.5 * (Grain.at(cellU, cellV, layer) - 0.5);
  }

  /** Distance to the nearest line of a grid through the origin. */
  private static double toGrid(double x, double pitch) {
    return Math.abs(x - pitch * Math.rint(x / pitch));
  }
}
