package org.holdpoint.world.event;

import java.util.List;

/**
 * What an orbit meets in a span of time.
 *
 * @param passes by acquisition of signal
 * @param shadows by begin
 * @param beta_deg angle of the Sun to the orbit's plane at the begin, positive on the side of the
 *     angular momentum
 * @param betaAtEnd_deg the same at the end
 */
public record Almanac(
    long from_tai_ns,
    long to_tai_ns,
    List<Pass> passes,
    List<Shadow> shadows,
    double beta_deg,
    double betaAtEnd_deg) {
  public Almanac {
    passes = List.copyOf(passes);
    shadows = List.copyOf(shadows);
  }
}
