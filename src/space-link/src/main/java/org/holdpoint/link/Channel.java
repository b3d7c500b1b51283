package org.holdpoint.link;

/**
 * One direction of the link.
 *
 * @param delay_s one-way delay, 0 to 60 s
 * @param rate_bit_s 1 to 1e9
 * @param lossProbability that a unit is lost whole, 0 to 1
 * @param bitErrorProbability that a bit arrives wrong, 0 to 0.5
 * @param queueLimit_bytes most bytes that wait for the transmitter; more are dropped
 */
public record Channel(
    double delay_s,
    double rate_bit_s,
    double lossProbability,
    double bitErrorProbability,
    int queueLimit_bytes) {

  public Channel {
    require(delay_s >= 0 && delay_s <= 60, "delay_s", delay_s, "0 to 60");
    require(rate_bit_s >= 1 && rate_bit_s <= 1e9, "rate_bit_s", rate_bit_s, "1 to 1e9");
    require(
        lossProbability >= 0 && lossProbability <= 1, "lossProbability", lossProbability, "0 to 1");
    require(
        bitErrorProbability >= 0 && bitErrorProbability <= 0.5,
        "bitErrorProbability",
        bitErrorProbability,
        "0 to 0.5");
    require(queueLimit_bytes > 0, "queueLimit_bytes", queueLimit_bytes, "1 or more");
  }

  private static void require(boolean good, String name, double value, String range) {
    if (!good) {
      throw new IllegalArgumentException("link: " + name + " is " + value + ", allowed " + range);
    }
  }
}
