package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Whether an escape would stay clear for a day. The monitor does not know which direction guidance
 * will choose; it keeps the best that it has found and tries one other each second, so that a round
 * of all takes seven seconds and costs two forecasts a second.
 */
final class EscapeJudge implements Retained {
  /** Delta-v of an escape; guidance gives the same. */
  static final double DELTA_V_M_S = 0.3;

  /** What guidance chooses among; NONE is drifting on. */
  private static final Direction[] CANDIDATES = Direction.values();

  /** Before guidance's burn is given: a tick to answer, and 0.3 m/s by 3 N. */
  static final double LEAD_S = 30;

  /** Velocity error that the burn leaves, 1 sigma per axis: 1 % of 0.3 m/s. */
  private static final double BURN_SIGMA_M_S = 0.003;

  private final DriftForecast forecast;
  private final double[] halfBurn = new double[36];
  private final double[] x = new double[6];
  private final double[] p = new double[36];
  private final double[] scratch = new double[36];

  /**
   * By direction, where its path came nearest the last time: changes no result, only the effort.
   */
  private final double[] nearest_s = new double[Direction.values().length];

  private Direction best = Direction.NONE;
  private int next = 1;
  private int looked;

  EscapeJudge(DriftForecast forecast, double meanMotion_rad_s) {
    this.forecast = forecast;
    FreeDrift.transition(meanMotion_rad_s, LEAD_S / 2, halfBurn);
  }

  /** Forgets how much it has looked at: the state has not been known for a time. */
  void startAgain() {
    looked = 0;
  }

  /** What it finds now; UNKNOWN while nothing safe is found and not everything looked at. */
  RungOutlook judge(double[] state, double[] covariance, double driftSafeFor_s) {
    double smallest_m = smallest_m(state, covariance);
    looked = Math.min(looked + 1, CANDIDATES.length);
    return smallest_m < DriftForecast.KEEP_OUT_M && looked < CANDIDATES.length
        ? RungOutlook.UNKNOWN
        : RungOutlook.of(smallest_m, driftSafeFor_s, LEAD_S);
  }

  /** Smallest 3-sigma range over a day after the better of the best direction and the next one. */
  private double smallest_m(double[] state, double[] covariance) {
    double best_m = after_m(best, state, covariance, 0);
    Direction other = CANDIDATES[next];
    next = (next + 1) % CANDIDATES.length;
    if (other != best) {
      double other_m = after_m(other, state, covariance, best_m);
      if (other_m > best_m) {
        best = other;
        return other_m;
      }
    }
    return best_m;
  }

  private double after_m(
      Direction direction, double[] state, double[] covariance, double giveUp_m) {
    FreeDrift.carryState(halfBurn, state, x);
    FreeDrift.carryCovariance(halfBurn, covariance, scratch, p);
    if (direction != Direction.NONE) {
      Vec3 axis = AbortChoice.axis(direction);
      x[3] += DELTA_V_M_S * axis.x();
      x[4] += DELTA_V_M_S * axis.y();
      x[5] += DELTA_V_M_S * axis.z();
      for (int i = 21; i < 36; i += 7) {
        p[i] += BURN_SIGMA_M_S * BURN_SIGMA_M_S;
      }
    }
    int turn = direction.ordinal();
    DriftOutlook outlook =
        forecast.lookFirst(nearest_s[turn], x, p, AbortChoice.HORIZON_S, giveUp_m);
    nearest_s[turn] = outlook.smallestAt_s();
    return outlook.smallest_m();
  }

  @Override
  public void save(StateWriter out) {
    out.put(best).put(next).put(looked);
  }

  @Override
  public void restore(StateReader in) {
    best = in.getEnum(Direction.class);
    next = in.getInt();
    looked = in.getInt();
  }
}
