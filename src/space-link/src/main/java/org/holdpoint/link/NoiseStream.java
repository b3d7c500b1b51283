package org.holdpoint.link;

import java.nio.charset.StandardCharsets;

/**
 * Counter-based random numbers of one model: number k of a stream depends on the run's seed, the
 * model's name and k alone. The mixing is the finaliser of SplitMix64 (Steele, Lea, Flood, 2014),
 * applied to key + k * golden ratio.
 */
final class NoiseStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private final long key;
  private long counter;

  NoiseStream(long seed, String model) {
    long hash = 0xCBF29CE484222325L; // FNV-1a of the name
    for (byte b : model.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    key = mix(seed * GOLDEN ^ hash);
  }

  /** Uniform in (0, 1]: never 0, so that its logarithm is finite. */
  double uniform() {
    counter++;
    return ((mix(key + counter * GOLDEN) >>> 11) + 1) * TWO_TO_MINUS_53;
  }

  long counter() {
    return counter;
  }

  void continueAt(long counter) {
    this.counter = counter;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
