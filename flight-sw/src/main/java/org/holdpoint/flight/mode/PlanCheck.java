package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.guidance.LegPlanner;
import org.holdpoint.flight.guidance.TransferPlan;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Flies an uploaded plan leg by leg on paper before it becomes the plan: each leg must be reachable
 * and safe with missed burns at the accuracy that navigation has on a good day, and all of them
 * together affordable. (Each leg is judged again at its gate, with the covariance of the moment.)
 */
final class PlanCheck {
  /** 1 sigma of position: a laser ranger and a camera at 250 m and at 1 km. */
  private static final double POSITION_1SIGMA_M = 0.3;

  private static final double POSITION_1SIGMA_PART = 0.001;

  /** 1 sigma of velocity: what a filter knows after half an hour of hold. */
  private static final double VELOCITY_1SIGMA_M_S = 0.0005;

  private PlanCheck() {}

  /**
   * @param refusal NONE, PLAN_SEQUENCE, UNREACHABLE, UNSAFE or UNAFFORDABLE
   * @param leg first leg that is wrong, 1-based; 0 when none
   * @param value smallest range for UNSAFE, propellant left for UNAFFORDABLE
   */
  record Result(Refusal refusal, int leg, double value) {
    static final Result GOOD = new Result(Refusal.NONE, 0, 0);
  }

  static Result check(
      List<Leg> legs,
      RelativeState start,
      double meanMotion_rad_s,
      double mass_kg,
      double propellant_kg,
      double reserve_kg) {
    double n = meanMotion_rad_s;
    RelativeState at = start;
    double deltaV_m_s = 0;
    int gate = 0;
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      // Gates rise along the plan, so that a gate names one place in it.
      if (leg.gate_id() <= gate) {
        return new Result(Refusal.PLAN_SEQUENCE, i + 1, leg.gate_id());
      }
      gate = leg.gate_id();
      LegAssessment assessment = LegPlanner.plan(leg, at, covariance(at, n), n, true, null);
      if (assessment.refusal() != Refusal.NONE) {
        return new Result(assessment.refusal(), i + 1, assessment.smallestRange_m());
      }
      deltaV_m_s += assessment.deltaV_m_s();
      double left_kg = propellant_kg - Propellant.used_kg(deltaV_m_s, mass_kg);
      if (left_kg < reserve_kg) {
        return new Result(Refusal.UNAFFORDABLE, i + 1, left_kg);
      }
      at = end(leg, assessment, n);
    }
    return Result.GOOD;
  }

  private static RelativeState end(Leg leg, LegAssessment assessment, double n) {
    TransferPlan transfer = assessment.transfer();
    if (!leg.kind().endsAtPoint() && transfer != null) {
      double duration_s = LegPlanner.timeOnEllipse_s(leg, transfer.coast_s(), n);
      return ClohessyWiltshire.propagate(transfer.end(), n, duration_s);
    }
    Vec3 point = new Vec3(leg.target_L_m().x(), leg.target_L_m().y(), leg.target_L_m().z());
    return new RelativeState(point, Vec3.ZERO);
  }

  private static double[] covariance(RelativeState at, double n) {
    double position = POSITION_1SIGMA_M + POSITION_1SIGMA_PART * at.range_m();
    double[] covariance = new double[36];
    for (int i = 0; i < 3; i++) {
      covariance[7 * i] = position * position;
      covariance[7 * (i + 3)] = VELOCITY_1SIGMA_M_S * VELOCITY_1SIGMA_M_S;
    }
    // A filter that has watched a hold knows the drift better than either of its parts, the radial
    // position and the along-track speed: their errors go together, y' = -2 n x.
    covariance[4] = -2 * n * position * position;
    covariance[24] = covariance[4];
    covariance[28] += 4 * n * n * position * position;
    return covariance;
  }
}
