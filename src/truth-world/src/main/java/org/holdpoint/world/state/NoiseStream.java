package org.holdpoint.world.state;

import java.nio.ByteBuffer;

/**
 * Random numbers of one model: number {@code k} is a hash of (run seed, model name, k), so that a
 * further model changes no other's numbers and the state is one counter. The hash is the finaliser
 * of SplitMix64 (Steele, Lea, Flood, 2014).
 */
public final class NoiseStream implements Kept {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long key;
  private long counter;

  public NoiseStream(long runSeed, String model) {
    long name = FNV_OFFSET;
    for (int i = 0; i < model.length(); i++) {
      name = (name ^ model.charAt(i)) * FNV_PRIME;
    }
    key = mix(mix(runSeed + GOLDEN) ^ name);
  }

  /** Uniform in ]0, 1[. */
  public double uniform() {
    counter++;
    return uniformAt(counter);
  }

  /** Number k of the stream, wherever it stands; uniform in ]0, 1[. */
  public double uniformAt(long k) {
    return ((mix(key + GOLDEN * k) >>> 11) + 0.5) * 0x1p-53;
  }

  /** Mean 0, standard deviation 1. Takes one number of the stream. */
  public double gaussian() {
    return NormalQuantile.of(uniform());
  }

  /** Number k of the stream, wherever it stands, as {@link #gaussian} gives it. */
  public double gaussianAt(long k) {
    return NormalQuantile.of(uniformAt(k));
  }

  /**
   * Passes over the next numbers; {@link #gaussianAt} still gives them.
   *
   * @return the first of them
   */
  public long skip(int numbers) {
    long first = counter + 1;
    counter += numbers;
    return first;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putLong(counter);
  }

  @Override
  public void restore(ByteBuffer in) {
    counter = in.getLong();
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
