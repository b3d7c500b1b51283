package org.holdpoint.flight.closedloop;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/** Errors that wander: first-order Gauss-Markov on three axes, seeded and counter-based. */
final class Noise {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final double sigma;
  private final double keep;
  private long counter;
  private Vec3 value = Vec3.ZERO;

  Noise(long seed, double sigma, double correlation_s) {
    this.seed = seed;
    this.sigma = sigma;
    this.keep = FastMath.exp(-0.1 / correlation_s);
  }

  Noise copy() {
    return new Noise(this);
  }

  private Noise(Noise other) {
    seed = other.seed;
    sigma = other.sigma;
    keep = other.keep;
    counter = other.counter;
    value = other.value;
  }

  Vec3 next() {
    double size = sigma * FastMath.sqrt(1 - keep * keep);
    Vec3 kick = new Vec3(gaussian(), gaussian(), gaussian());
    value = value.times(keep).plus(kick.times(counter <= 6 ? sigma : size));
    return value;
  }

  private double gaussian() {
    return FastMath.sqrt(-2 * FastMath.log(1 - uniform())) * FastMath.cos(2 * Math.PI * uniform());
  }

  private double uniform() {
    long z = seed * GOLDEN + ++counter * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
