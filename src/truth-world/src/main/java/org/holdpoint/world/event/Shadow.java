package org.holdpoint.world.event;

/**
 * The spacecraft in Earth's shadow. Times are nanoseconds of TAI since 1958.
 *
 * @param whole begin and end both lie inside the search
 */
public record Shadow(Kind kind, long from_tai_ns, long to_tai_ns, boolean whole) {
  /** Penumbra as reported holds the umbra: some of the Sun's disc is covered. */
  public enum Kind {
    UMBRA,
    PENUMBRA
  }

  public double duration_s() {
    return 1e-9 * (to_tai_ns - from_tai_ns);
  }
}
