package org.holdpoint.world.picture;

/** Value noise on a lattice of whole numbers, for textures: the same everywhere and for ever. */
final class Grain {
  private Grain() {}

  /** Smooth in space, between 0 and 1. */
  static double at(double x, double y, double z) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    double fz = Math.floor(z);
    int ix = (int) fx;
    int iy = (int) fy;
    int iz = (int) fz;
    double u = smooth(x - fx);
    double v = smooth(y - fy);
    double w = smooth(z - fz);
    double low =
        mix(
            mix(knot(ix, iy, iz), knot(ix + 1, iy, iz), u),
            mix(knot(ix, iy + 1, iz), knot(ix + 1, iy + 1, iz), u),
            v);
    double high =
        mix(
            mix(knot(ix, iy, iz + 1), knot(ix + 1, iy, iz + 1), u),
            mix(knot(ix, iy + 1, iz + 1), knot(ix + 1, iy + 1, iz + 1), u),
            v);
    return mix(low, high, w);
  }

  /** Sum of octaves, each of half the size and half the weight; about 0.5 in the mean. */
  static double octaves(double x, double y, double z, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += weight * at(scale * x + 17.3 * i, scale * y - 9.1 * i, scale * z + 4.7 * i);
      weight *= 0.5;
      scale *= 2;
    }
    return sum + weight;
  }

  /** 0 below the first, 1 above the second, smooth between. */
  static double step(double from, double to, double x) {
    return smooth(Math.max(0, Math.min(1, (x - from) / (to - from))));
  }

  static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  /** Between 0 and 1, without relation from one whole place to the next. */
  static double knot(int x, int y, int z) {
    int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ z * 0x9e3779b1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return ((h ^ (h >>> 16)) >>> 8) * 0x1p-24;
  }
}
