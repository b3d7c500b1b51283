package org.holdpoint.world.station;

/**
 * A geostationary relay: it stands still over its longitude and sees the chaser whenever the line
 * of sight clears Earth's air.
 *
 * @param longitude_deg east, -180 to 180
 * @param furtherDelay_s one-way delay between the relay and control, 0.1 to 5 s; light alone needs
 *     0.12 s to the ground
 */
public record RelaySatellite(String name, double longitude_deg, double furtherDelay_s)
    implements Site {
  /** Radius of the geostationary orbit. */
  public static final double RADIUS_M = 42_164_000;

  /** Lowest height of a line of sight. */
  public static final double SKIMMING_M = 100_000;

  public RelaySatellite {
    Range.check(name, "longitude_deg", longitude_deg, -180, 180);
    Range.check(name, "further_delay_s", furtherDelay_s, 0.1, 5);
  }
}
