package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.motion.Vec3;

/** Scores one abort direction at a time and keeps the best of a round of six. */
final class AbortChoice {
  /** Delta-v of an abort. */
  static final double DELTA_V_M_S = 0.5;

  /** Longest abort burn: 125 N.s for 250 kg at 1.6 N with one thruster failed. */
  static final double LONGEST_BURN_S = 80;

  /** After an abort the drift must stay outside for a day. */
  static final double HORIZON_S = 86400;

  /** Order of scoring: those that leave for good first, so that the others are given up early. */
  static final Direction[] ORDER = {
    Direction.PLUS_Y,
    Direction.MINUS_Y,
    Direction.PLUS_X,
    Direction.MINUS_X,
    Direction.PLUS_Z,
    Direction.MINUS_Z,
  };

  /** Velocity error that a burn leaves, 1 sigma per axis: 1 % of 0.5 m/s. */
  private static final double BURN_SIGMA_M_S = 0.005;

  /** Scores nearer together than this are alike; then the one that ends further away wins. */
  private static final double ALIKE_M = 1.0;

  private final DriftForecast forecast;
  private final double[] halfBurn = new double[36];
  private final double[] x = new double[6];
  private final double[] p = new double[36];
  private final double[] scratch = new double[36];

  /**
   * By direction, where its path came nearest the last time: changes no result, only the effort.
   */
  private final double[] nearest_s = new double[Direction.values().length];

  AbortChoice(DriftForecast forecast, double meanMotion_rad_s) {
    this.forecast = forecast;
    FreeDrift.transition(meanMotion_rad_s, LONGEST_BURN_S / 2, halfBurn);
  }

  /** Unit vector of a direction in L; null vector for NONE. */
  static Vec3 axis(Direction direction) {
    return switch (direction) {
      case NONE -> Vec3.ZERO;
      case PLUS_X -> new Vec3(1, 0, 0);
      case MINUS_X -> new Vec3(-1, 0, 0);
      case PLUS_Y -> new Vec3(0, 1, 0);
      case MINUS_Y -> new Vec3(0, -1, 0);
      case PLUS_Z -> new Vec3(0, 0, 1);
      case MINUS_Z -> new Vec3(0, 0, -1);
    };
  }

  /**
   * The direction to be scored as the {@code i}-th of a round: the one latched first, so that worse
   * ones are given up early.
   */
  static Direction inTurn(int i, Direction latched) {
    int first = 0;
    for (int k = 0; k < ORDER.length; k++) {
      if (ORDER[k] == latched) {
        first = k;
      }
    }
    return ORDER[(first + i) % ORDER.length];
  }

  /**
   * Best direction so far.
   *
   * @param direction NONE before the first
   * @param smallest_m its smallest 3-sigma range over a day, start of the burn included
   * @param end_m its 3-sigma range after a day
   */
  record Best(Direction direction, double smallest_m, double end_m) {
    static final Best NONE = new Best(Direction.NONE, 0, 0);
  }

  /**
   * The better of {@code best} and the given direction. The burn is taken as an impulse in the
   * middle of the longest burn, which is where its centroid lies with one thruster failed; a
   * healthy burn is nearer to its end sooner.
   */
  Best better(Best best, Direction direction, double[] state, double[] covariance) {
    FreeDrift.carryState(halfBurn, state, x);
    FreeDrift.carryCovariance(halfBurn, covariance, scratch, p);
    Vec3 axis = axis(direction);
    x[3] += DELTA_V_M_S * axis.x();
    x[4] += DELTA_V_M_S * axis.y();
    x[5] += DELTA_V_M_S * axis.z();
    for (int i = 21; i < 36; i += 7) {
      p[i] += BURN_SIGMA_M_S * BURN_SIGMA_M_S;
    }
    int turn = direction.ordinal();
    DriftOutlook outlook =
        forecast.lookFirst(nearest_s[turn], x, p, HORIZON_S, best.smallest_m() - ALIKE_M);
    nearest_s[turn] = outlook.smallestAt_s();
    boolean better =
        best.direction() == Direction.NONE
            || outlook.smallest_m() > best.smallest_m() + ALIKE_M
            || (outlook.smallest_m() >= best.smallest_m() - ALIKE_M
                && outlook.end_m() > best.end_m());
    return better ? new Best(direction, outlook.smallest_m(), outlook.end_m()) : best;
  }
}
