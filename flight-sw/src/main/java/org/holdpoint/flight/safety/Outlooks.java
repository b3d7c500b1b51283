package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * What would happen: with thrust off, and with each rung. Computed once a second from one snapshot
 * of the state, one piece a tick, always the same piece at the same tick of the second.
 */
final class Outlooks implements Retained {
  private static final int ROUND_TICKS = 10;
  private static final int DAY_TICKS = 100;
  private static final int RETREAT_PIECE = 1;
  private static final int HOLD_PIECE = 2;
  private static final int FIRST_ABORT_PIECE = 3;

  /** Outlooks older than this say nothing any more. */
  static final double STALE_S = 5;

  /** A latched abort direction older than this is not trusted. */
  static final double LATCH_STALE_S = 60;

  /** Slew, first burn: before RETREAT takes hold. */
  private static final double RETREAT_LEAD_S = 100;

  /** Least acceleration: 1.6 N with one thruster failed, 250 kg. */
  private static final double WORST_FORCE_N = 1.6;

  private final MonitorEstimator estimator;
  private final DriftForecast forecast;
  private final AbortChoice aborts;
  private final RetreatJudge retreats;
  private final EscapeJudge escapes;
  private final Vec3 retreat_L_m;
  private final double mass_kg;

  private final double[] x = new double[6];
  private final double[] p = new double[36];
  private final double[] stopped = new double[6];
  private boolean snapshot;
  private double age_s = Double.MAX_VALUE;
  private double driftSafeFor_s;
  private double driftSmallest_m;
  private RungOutlook hold = RungOutlook.UNKNOWN;
  private RungOutlook retreat = RungOutlook.UNKNOWN;
  private RungOutlook escape = RungOutlook.UNKNOWN;
  private RungOutlook abort = RungOutlook.UNKNOWN;
  private AbortChoice.Best best = AbortChoice.Best.NONE;
  private Direction latched = Direction.NONE;
  private double latchAge_s = Double.MAX_VALUE;

  Outlooks(FlightConfiguration configuration, MonitorEstimator estimator) {
    this.estimator = estimator;
    double n = estimator.meanMotion_rad_s();
    forecast = new DriftForecast(n, configuration.targetHullRadius_m());
    aborts = new AbortChoice(forecast, n);
    retreats = new RetreatJudge(forecast, n);
    escapes = new EscapeJudge(forecast, n);
    retreat_L_m = configuration.retreat_L_m();
    mass_kg = configuration.dryMass_kg() + configuration.propellant_kg();
  }

  void step(Tick tick, MonitorState own, Mode mode) {
    age_s += Tick.PERIOD_S;
    latchAge_s += Tick.PERIOD_S;
    int piece = (int) Math.floorMod(tick.number(), (long) ROUND_TICKS);
    if (piece == 0) {
      snapshot = own.validity() == Validity.VALID;
      if (snapshot) {
        estimator.copyTo(x, p);
        drift(tick, mode);
        best = AbortChoice.Best.NONE;
      }
    }
    if (age_s > STALE_S) {
      hold = RungOutlook.UNKNOWN;
      retreat = RungOutlook.UNKNOWN;
      escape = RungOutlook.UNKNOWN;
      escapes.startAgain();
      abort = RungOutlook.UNKNOWN;
    }
    if (!snapshot) {
      return;
    }
    if (piece == RETREAT_PIECE) {
      retreat =
          RungOutlook.of(retreats.smallest_m(x, p, retreat_L_m), driftSafeFor_s, RETREAT_LEAD_S);
    } else if (piece == HOLD_PIECE) {
      hold = hold(mode);
      escape = escapes.judge(x, p, driftSafeFor_s);
    } else if (piece >= FIRST_ABORT_PIECE && piece < FIRST_ABORT_PIECE + AbortChoice.ORDER.length) {
      best = aborts.better(best, AbortChoice.inTurn(piece - FIRST_ABORT_PIECE, latched), x, p);
    } else if (piece == FIRST_ABORT_PIECE + AbortChoice.ORDER.length) {
      latched = best.direction();
      latchAge_s = age_s;
      abort = RungOutlook.of(best.smallest_m(), driftSafeFor_s, AbortChoice.LONGEST_BURN_S);
    }
  }

  /** The required time every second, the whole day every ten: the far end changes slowly. */
  private void drift(Tick tick, Mode mode) {
    age_s = 0;
    double horizon_s = horizon_s(mode);
    DriftOutlook required = forecast.look(x, p, horizon_s, 0);
    driftSmallest_m = required.smallest_m();
    if (required.entersAfter_s() < horizon_s) {
      driftSafeFor_s = required.entersAfter_s();
    } else if (tick.every(DAY_TICKS) || driftSafeFor_s < horizon_s) {
      driftSafeFor_s =
          forecast.look(x, p, AbortChoice.HORIZON_S, DriftForecast.KEEP_OUT_M).entersAfter_s();
    }
  }

  /**
   * Time for which thrust off must stay clear. Two orbits on every leg. A V-bar hold is kept by
   * control, and a residual of 3 m radially drifts 113 m in an orbit: there one orbit is asked for.
   */
  private double horizon_s(Mode mode) {
    boolean kept = mode == Mode.HOLD || mode == Mode.DRIFT;
    return (kept ? 1 : 2) * forecast.period_s();
  }

  /** HOLD keeps the present path; on a forced leg it stops first and then hovers. */
  private RungOutlook hold(Mode mode) {
    if (mode != Mode.FORCED_APPROACH) {
      return RungOutlook.of(driftSmallest_m, driftSafeFor_s, 0);
    }
    double speed_m_s = Math.sqrt(x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
    double seconds = speed_m_s / (2 * worstAcceleration_m_s2());
    for (int i = 0; i < 3; i++) {
      stopped[i] = x[i] + x[3 + i] * seconds;
      stopped[3 + i] = 0;
    }
    DriftOutlook outlook = forecast.look(stopped, p, forecast.period_s(), 0);
    return RungOutlook.of(outlook.smallest_m(), driftSafeFor_s, 0);
  }

  double worstAcceleration_m_s2() {
    return WORST_FORCE_N / mass_kg;
  }

  double age_s() {
    return age_s;
  }

  double driftSmallest_m() {
    return driftSmallest_m;
  }

  double driftSafeFor_s() {
    return driftSafeFor_s;
  }

  RungOutlook hold() {
    return hold;
  }

  RungOutlook retreat() {
    return retreat;
  }

  RungOutlook escape() {
    return escape;
  }

  RungOutlook abort() {
    return abort;
  }

  Direction latched() {
    return latched;
  }

  double latchAge_s() {
    return latchAge_s;
  }

  /** The latched direction while it may be trusted, else away along V-bar on the given side. */
  Direction abortDirection(double lastKnownY_m) {
    if (latched != Direction.NONE && latchAge_s <= LATCH_STALE_S) {
      return latched;
    }
    return lastKnownY_m >= 0 ? Direction.PLUS_Y : Direction.MINUS_Y;
  }

  @Override
  public void save(StateWriter out) {
    out.put(x).put(p).put(snapshot).put(age_s);
    out.put(driftSafeFor_s).put(driftSmallest_m);
    save(out, hold);
    save(out, retreat);
    save(out, escape);
    escapes.save(out);
    save(out, abort);
    out.put(best.direction()).put(best.smallest_m()).put(best.end_m());
    out.put(latched).put(latchAge_s);
  }

  private static void save(StateWriter out, RungOutlook rung) {
    out.put(rung.verdict()).put(rung.smallest_m()).put(rung.validFor_s());
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, x, 0, 6);
    System.arraycopy(in.getDoubles(), 0, p, 0, 36);
    snapshot = in.getBoolean();
    age_s = in.getDouble();
    driftSafeFor_s = in.getDouble();
    driftSmallest_m = in.getDouble();
    hold = rung(in);
    retreat = rung(in);
    escape = rung(in);
    escapes.restore(in);
    abort = rung(in);
    best = new AbortChoice.Best(in.getEnum(Direction.class), in.getDouble(), in.getDouble());
    latched = in.getEnum(Direction.class);
    latchAge_s = in.getDouble();
  }

  private static RungOutlook rung(StateReader in) {
    return new RungOutlook(in.getEnum(RungVerdict.class), in.getDouble(), in.getDouble());
  }
}
