package org.holdpoint.campaign.abort;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/** Random numbers of one trial, from the campaign's seed and the trial's number (SplitMix64). */
final class Draw {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long counter;

  Draw(long seed, long trial) {
    counter = mixed(seed) ^ mixed(GAMMA * (trial + 1));
  }

  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** In [0, 1). */
  double uniform() {
    counter += GAMMA;
    return (mixed(counter) >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  int whole(int below) {
    return (int) (below * uniform());
  }

  boolean chance(double share) {
    return uniform() < share;
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
