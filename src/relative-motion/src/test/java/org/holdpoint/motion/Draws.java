package org.holdpoint.motion;

/** Seeded draws for property tests: SplitMix64 over a counter. */
final class Draws {
  private long state;

  Draws(long seed) {
    state = seed;
  }

  /** Uniform between two bounds. */
  double between(double low, double high) {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z = z ^ (z >>> 31);
    return low + (high - low) * ((z >>> 11) * 0x1.0p-53);
  }

  Vec3 vector(double size) {
    return new Vec3(between(-size, size), between(-size, size), between(-size, size));
  }

  Quaternion attitude() {
    return new Quaternion(between(-1, 1), between(-1, 1), between(-1, 1), between(-1, 1))
        .normalized();
  }

  RelativeState state(double r_m, double v_m_s) {
    return new RelativeState(vector(r_m), vector(v_m_s));
  }
}
