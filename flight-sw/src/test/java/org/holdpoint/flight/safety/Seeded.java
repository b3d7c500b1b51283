package org.holdpoint.flight.safety;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/** Small counter-based generator for tests (SplitMix64, Steele et al. 2014). */
final class Seeded {
  private long counter;

  Seeded(long seed) {
    counter = seed * 0x9E3779B97F4A7C15L;
  }

  private long bits() {
    counter += 0x9E3779B97F4A7C15L;
    long z = counter;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  double normal() {
    double u = 1 - uniform();
    return Math.sqrt(-2 * FastMath.log(u)) * FastMath.cos(2 * Math.PI * uniform());
  }

  Vec3 normal3(double sigma) {
    return new Vec3(sigma * normal(), sigma * normal(), sigma * normal());
  }

  Vec3 direction() {
    return normal3(1).unit();
  }
}
