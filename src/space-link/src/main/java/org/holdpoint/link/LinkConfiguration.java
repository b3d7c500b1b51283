package org.holdpoint.link;

/**
 * Both directions of the link.
 *
 * @param up ground to spacecraft
 * @param down spacecraft to ground
 * @param visibility of the spacecraft, for both
 */
public record LinkConfiguration(Channel up, Channel down, Visibility visibility) {
  /** Telecommand rate of the chaser. */
  public static final double UPLINK_BIT_S = 32_000;

  /** Telemetry rate of the chaser. */
  public static final double DOWNLINK_BIT_S = 256_000;

  private static final int UPLINK_QUEUE_BYTES = 16_384;
  private static final int DOWNLINK_QUEUE_BYTES = 65_536;

  /** A clean relay that always sees the chaser. */
  public static LinkConfiguration relay(double delay_s) {
    return new LinkConfiguration(
        new Channel(delay_s, UPLINK_BIT_S, 0, 0, UPLINK_QUEUE_BYTES),
        new Channel(delay_s, DOWNLINK_BIT_S, 0, 0, DOWNLINK_QUEUE_BYTES),
        Visibility.RELAY);
  }
}
