package org.holdpoint.flight.navigation;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/** Seeded draws for tests: SplitMix64 over a counter, Box and Muller for the normal ones. */
public final class Noise {
  private long state;

  public Noise(long seed) {
    state = seed * 0x632BE59BD9B4E019L + 1;
  }

  public double uniform(double low, double high) {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z = z ^ (z >>> 31);
    return low + (high - low) * (((z >>> 11) + 0.5) * 0x1.0p-53);
  }

  public double gaussian() {
    double radius = Math.sqrt(-2 * FastMath.log(uniform(0, 1)));
    return radius * FastMath.cos(2 * Math.PI * uniform(0, 1));
  }

  public Vec3 vector(double sigma) {
    return new Vec3(sigma * gaussian(), sigma * gaussian(), sigma * gaussian());
  }

  public Vec3 direction() {
    return vector(1).unit();
  }
}
