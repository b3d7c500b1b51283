package org.holdpoint.flight.navigation.far;

/**
 * How well far navigation agrees with what it sees.
 *
 * @param nis of the last bearing taken in; 2 on average
 * @param meanNis averaged over some 200 s
 * @param tracks followed now, while it searches
 * @param accepted points of light taken for the target, since start
 * @param rejected points of light that were not, since start
 * @param tracksEnded tracks that ended unconfirmed, since start
 * @param updates of the filter since start
 * @param age_s since the last one
 * @param drag_m2_kg differential ballistic coefficient, target less chaser
 * @param drag1Sigma_m2_kg of it
 * @param bias1Sigma_rad of the worse of both camera biases
 */
public record FarStatistics(
    double nis,
    double meanNis,
    int tracks,
    long accepted,
    long rejected,
    long tracksEnded,
    long updates,
    double age_s,
    double drag_m2_kg,
    double drag1Sigma_m2_kg,
    double bias1Sigma_rad) {
  public static final FarStatistics NONE = new FarStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
