package org.holdpoint.world.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.TruthWorld;

/**
 * Stars to V = 8, brightest first: directions of J2000 (GCRF within 0.1"), without proper motion,
 * parallax and aberration. {@code src/docs/data.md} tells the origin.
 */
final class StarCatalogue {
  private static final String FILE = "data/stars-8.bin";
  private static final int BYTES = 8;
  private static final int MAX_STARS = 100_000;
  private static final double STEPS = 1 << 24;
  private static final StarCatalogue INSTANCE = new StarCatalogue();

  private final float[] magnitude;
  private final float[] colour;
  private final double[] direction;

  private StarCatalogue() {
    byte[] bytes = read();
    int count = bytes.length / BYTES;
    if (count == 0 || count > MAX_STARS || bytes.length % BYTES != 0) {
      throw new IllegalStateException("resource " + FILE + " is damaged: rebuild the jar");
    }
    magnitude = new float[count];
    colour = new float[count];
    direction = new double[3 * count];
    for (int i = 0; i < count; i++) {
      int at = BYTES * i;
      double ra = unsigned24(bytes, at) / STEPS * 2 * FastMath.PI;
      double dec = (unsigned24(bytes, at + 3) / STEPS - 0.5) * FastMath.PI;
      magnitude[i] = (bytes[at + 6] & 0xFF) / 20f - 2;
      colour[i] = (bytes[at + 7] & 0xFF) / 50f - 1;
      direction[3 * i] = FastMath.cos(dec) * FastMath.cos(ra);
      direction[3 * i + 1] = FastMath.cos(dec) * FastMath.sin(ra);
      direction[3 * i + 2] = FastMath.sin(dec);
    }
  }

  static StarCatalogue get() {
    return INSTANCE;
  }

  int count() {
    return magnitude.length;
  }

  /** Johnson V, to 0.05. */
  double magnitude(int star) {
    return magnitude[star];
  }

  /** B-V; 0.65 as of the Sun where the catalogue gives none. */
  double colour(int star) {
    return colour[star];
  }

  /** Unit vector, GCRF. */
  void direction(int star, double[] to_I) {
    System.arraycopy(direction, 3 * star, to_I, 0, 3);
  }

  private static int unsigned24(byte[] b, int at) {
    return (b[at] & 0xFF) << 16 | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF);
  }

  private static byte[] read() {
    try (InputStream in = TruthWorld.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + FILE + " is missing: rebuild the jar");
      }
      return in.readNBytes(MAX_STARS * BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the star catalogue", e);
    }
  }
}
