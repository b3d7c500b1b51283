package org.holdpoint.rehearsal.score;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.sample.Xyz;
import org.jspecify.annotations.Nullable;

/**
 * What the legs that were flown would have cost without errors: the same places at the same times,
 * recomputed from the truth. A transfer is two impulses from the true state before its first burn
 * to the true state after its stop burn; a drift leg is the least that its changes of semi-major
 * axis need, with the drift that its way and time ask for, and its turn of the orbital plane.
 * Keeping a hold point or an ellipse, and escaping, cost nothing in the ideal.
 */
public final class IdealDeltaV {
  private static final double MU_M3_S2 = 3.986004415e14;
  private static final double EARTH_RADIUS_M = 6_378_136.3;
  private static final double J2 = 1.0826355e-3;
  private static final double STEP_S = 10;
  private static final int ROUNDS = 4;
  private static final double PROBE_M_S = 1e-3;

  private double ideal_m_s;
  private @Nullable LegKind kind;
  private @Nullable TruthSnapshot before;
  private @Nullable TruthSnapshot after;
  private boolean stopping;

  /**
   * Looks at the events of a tick.
   *
   * @param stopBurnIsNext telemetry says that the leg's stop burn is still ahead
   */
  public void look(EventReport event, boolean stopBurnIsNext, TruthSnapshot truth) {
    switch (event.event()) {
      case LEG_STARTED -> {
        kind = legKind((int) event.b());
        before = null;
        after = null;
        stopping = false;
      }
      case BURN_STARTED -> {
        if (kind != null && before == null) {
          before = truth;
        } else {
          stopping = !stopBurnIsNext;
        }
      }
      case BURN_COMPLETED -> {
        if (kind == LegKind.PHASE || (kind != null && stopping && after == null)) {
          after = truth;
        }
      }
      case LEG_COMPLETED -> {
        close();
      }
      default -> {
        // says nothing of legs
      }
    }
  }

  /** Of all legs completed so far. */
  public double total_m_s() {
    return ideal_m_s;
  }

  private void close() {
    TruthSnapshot from = before;
    TruthSnapshot to = after;
    if (kind != null && from != null && to != null) {
      ideal_m_s +=
          switch (kind) {
            case PHASE -> drift_m_s(from, to);
            case RADIAL_HOP,
                TWO_IMPULSE,
                CIRCUMNAVIGATE,
                RETREAT,
                WALKING_ELLIPSE,
                PARKING_ELLIPSE,
                DEPART ->
                twoImpulses_m_s(from, to);
            default -> 0;
          };
    }
    kind = null;
  }

  private static LegKind legKind(int code) {
    for (LegKind each : LegKind.values()) {
      if (each.code() == code) {
        return each;
      }
    }
    throw new IllegalArgumentException("no kind of leg has code " + code);
  }

  /**
   * Newton's method on the first impulse. The target is carried by the same simple dynamics, so
   * that what they leave out is the same for both and falls out.
   */
  private static double twoImpulses_m_s(TruthSnapshot from, TruthSnapshot to) {
    double time_s = (to.tai_ns() - from.tai_ns()) * 1e-9;
    double[] target = carried(state(from.r_T_I_m(), from.v_T_I_m_s()), time_s);
    double[] aim = new double[6];
    double[] trueChaser = state(to.r_C_I_m(), to.v_C_I_m_s());
    double[] trueTarget = state(to.r_T_I_m(), to.v_T_I_m_s());
    for (int i = 0; i < 6; i++) {
      aim[i] = target[i] + trueChaser[i] - trueTarget[i];
    }
    double[] start = state(from.r_C_I_m(), from.v_C_I_m_s());
    double[] burned = start.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] end = carried(burned, time_s);
      double[][] jacobian = new double[3][3];
      for (int axis = 0; axis < 3; axis++) {
        double[] probe = burned.clone();
        probe[3 + axis] += PROBE_M_S;
        double[] moved = carried(probe, time_s);
        for (int i = 0; i < 3; i++) {
          jacobian[i][axis] = (moved[i] - end[i]) / PROBE_M_S;
        }
      }
      double[] miss = {aim[0] - end[0], aim[1] - end[1], aim[2] - end[2]};
      var solver = new LUDecomposition(new Array2DRowRealMatrix(jacobian, false)).getSolver();
      if (!solver.isNonSingular()) {
        return 0;
      }
      double[] change = solver.solve(new ArrayRealVector(miss, false)).toArray();
      for (int i = 0; i < 3; i++) {
        burned[3 + i] += change[i];
      }
    }
    double[] end = carried(burned, time_s);
    return distance(burned, start, 3) + distance(aim, end, 3);
  }

  /** Least sum of tangential impulses for a way along the track in a time, and the plane's turn. */
  private static double drift_m_s(TruthSnapshot from, TruthSnapshot to) {
    double time_s = (to.tai_ns() - from.tai_ns()) * 1e-9;
    double aT = semiMajorAxis_m(from.r_T_I_m(), from.v_T_I_m_s());
    double n = Math.sqrt(MU_M3_S2 / (aT * aT * aT));
    double daBefore_m = semiMajorAxis_m(from.r_C_I_m(), from.v_C_I_m_s()) - aT;
    double daAfter_m =
        semiMajorAxis_m(to.r_C_I_m(), to.v_C_I_m_s())
            - semiMajorAxis_m(to.r_T_I_m(), to.v_T_I_m_s());
    double way_m = aT * (ahead_rad(to) - ahead_rad(from));
    double drift_m = -way_m / (1.5 * n * time_s);
    double plane_rad = norm(minus(relativeNormal(to), relativeNormal(from)));
    return n / 2 * (Math.abs(drift_m - daBefore_m) + Math.abs(daAfter_m - drift_m))
        + n * aT * plane_rad;
  }

  /** Semi-major axis by the energy with J2's potential, which stays the same round the orbit. */
  private static double semiMajorAxis_m(Xyz r, Xyz v) {
    double d = r.norm();
    double s2 = r.z() * r.z() / (d * d);
    double flat = J2 * EARTH_RADIUS_M * EARTH_RADIUS_M / (d * d) * (1.5 * s2 - 0.5);
    double energy = v.norm() * v.norm() / 2 - MU_M3_S2 / d * (1 - flat);
    double a = -MU_M3_S2 / (2 * energy);
    return a;
  }

  /** Angle by which the chaser is ahead of the target, measured in the target's plane. */
  private static double ahead_rad(TruthSnapshot at) {
    double[] x = unit(vector(at.r_T_I_m()));
    double[] z = unit(cross(vector(at.r_T_I_m()), vector(at.v_T_I_m_s())));
    double[] y = cross(z, x);
    double[] r = vector(at.r_C_I_m());
    return org.hipparchus.util.FastMath.atan2(dot(r, y), dot(r, x));
  }

  /** The chaser's orbit normal less the target's, in axes that turn with the target's node. */
  private static double[] relativeNormal(TruthSnapshot at) {
    double[] z = unit(cross(vector(at.r_T_I_m()), vector(at.v_T_I_m_s())));
    double[] c = unit(cross(vector(at.r_C_I_m()), vector(at.v_C_I_m_s())));
    double[] node = unit(new double[] {-z[1], z[0], 0});
    double[] across = cross(z, node);
    double[] d = minus(c, z);
    return new double[] {dot(d, node), dot(d, across), 0};
  }

  private static double[] carried(double[] from, double time_s) {
    double[] at = from.clone();
    double left_s = time_s;
    while (left_s > 1e-9) {
      double h = Math.min(STEP_S, left_s);
      at = step(at, h);
      left_s -= h;
    }
    return at;
  }

  /** Runge-Kutta of fourth order. */
  private static double[] step(double[] s, double h) {
    double[] k1 = rate(s);
    double[] k2 = rate(along(s, k1, h / 2));
    double[] k3 = rate(along(s, k2, h / 2));
    double[] k4 = rate(along(s, k3, h));
    double[] next = new double[6];
    for (int i = 0; i < 6; i++) {
      next[i] = s[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  private static double[] along(double[] s, double[] k, double h) {
    double[] at = new double[6];
    for (int i = 0; i < 6; i++) {
      at[i] = s[i] + h * k[i];
    }
    return at;
  }

  private static double[] rate(double[] s) {
    double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    double d = Math.sqrt(r2);
    double flat = 1.5 * J2 * EARTH_RADIUS_M * EARTH_RADIUS_M / r2;
    double polar = 5 * s[2] * s[2] / r2;
    double f = -MU_M3_S2 / (r2 * d);
    return new double[] {
      s[3],
      s[4],
      s[5],
      f * s[0] * (1 + flat * (1 - polar)),
      f * s[1] * (1 + flat * (1 - polar)),
      f * s[2] * (1 + flat * (3 - polar))
    };
  }

  private static double[] state(Xyz r, Xyz v) {
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  private static double[] vector(Xyz v) {
    return new double[] {v.x(), v.y(), v.z()};
  }

  private static double distance(double[] a, double[] b, int from) {
    return norm(
        new double[] {a[from] - b[from], a[from + 1] - b[from + 1], a[from + 2] - b[from + 2]});
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double[] unit(double[] a) {
    double length = norm(a);
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
