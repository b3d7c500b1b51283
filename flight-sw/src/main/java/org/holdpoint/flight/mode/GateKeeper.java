package org.holdpoint.flight.mode;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GatePacket.Criterion;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.DriftLegs;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.guidance.LegPlanner;
import org.holdpoint.flight.guidance.Light;
import org.holdpoint.flight.guidance.SunlitSight;
import org.holdpoint.flight.guidance.TransferPlan;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Watches the gate at hand: collects what its criteria are judged by, and plans the leg that
 * departs from it again every ten seconds.
 */
final class GateKeeper implements Retained {
  private static final int JUDGE_TICKS = 10;
  private static final int PLAN_TICKS = 100;

  /**
   * What waits at the gate.
   *
   * @param gate_id gate at hand
   * @param departing leg that a GO releases; null when none
   * @param holdPoint_L_m the hold point; null on the ellipse
   */
  record Waiting(int gate_id, @Nullable Leg departing, @Nullable Vec3 holdPoint_L_m) {}

  private final double reserve_kg;
  private final Gate gate = new Gate();
  private @Nullable LegAssessment assessment;

  GateKeeper(double reserve_kg) {
    this.reserve_kg = reserve_kg;
  }

  boolean open() {
    return gate.open();
  }

  List<Criterion> criteria() {
    return gate.criteria();
  }

  /** What keeps the gate shut. */
  Criterion firstFailing() {
    return gate.firstFailing();
  }

  /** How long the leg, as planned last, would wait at its hold; 0 when it would not. */
  double departsIn_s() {
    TransferPlan transfer = assessment().transfer();
    return transfer == null ? 0 : transfer.wait_s();
  }

  /** The leg as planned last. */
  LegAssessment assessment() {
    LegAssessment last = assessment;
    return last == null ? LegAssessment.NOT_PLANNED : last;
  }

  /** The vehicle waits at no gate, or at another one. */
  void leave() {
    gate.leave();
    assessment = null;
  }

  /** Once a second: judges the criteria. */
  void watch(
      Tick tick,
      Waiting waiting,
      NavigationSolution navigation,
      @Nullable GuidanceReference reference,
      @Nullable SafetyVerdict verdict,
      List<EventReport> events) {
    if (!tick.every(JUDGE_TICKS)) {
      return;
    }
    if (assessment == null || tick.every(PLAN_TICKS)) {
      plan(waiting, navigation);
    }
    gate.judge(facts(waiting, navigation, reference, verdict), events);
  }

  /** Plans the departing leg from the present state. */
  LegAssessment plan(Waiting waiting, NavigationSolution navigation) {
    Leg leg = waiting.departing();
    LegAssessment planned = LegAssessment.NOT_PLANNED;
    if (leg != null && navigation.validity() == Validity.VALID) {
      // In a hold the speed of the moment is that of the deadband: the start burn takes it away.
      Vec3 v = waiting.holdPoint_L_m() == null ? navigation.v_CT_L_m_s() : Vec3.ZERO;
      planned =
          leg.kind() == LegKind.PHASE
              ? DriftLegs.assess(leg, navigation)
              : LegPlanner.plan(
                  leg,
                  new RelativeState(navigation.r_CT_L_m(), v),
                  full(navigation.covariance()),
                  navigation.meanMotion_rad_s(),
                  true,
                  SunlitSight.of(navigation));
    }
    assessment = planned;
    return planned;
  }

  /** A covariance as 36 entries by rows. */
  static double[] full(Covariance6 covariance) {
    double[] full = new double[36];
    for (int i = 0; i < 36; i++) {
      full[i] = covariance.at(i / 6, i % 6);
    }
    return full;
  }

  private Gate.Facts facts(
      Waiting waiting,
      NavigationSolution navigation,
      @Nullable GuidanceReference reference,
      @Nullable SafetyVerdict verdict) {
    Vec3 point = waiting.holdPoint_L_m();
    Vec3 wantedV = Vec3.ZERO;
    if (point == null) {
      point = reference == null ? navigation.r_CT_L_m() : reference.r_reference_L_m();
      wantedV = reference == null ? navigation.v_CT_L_m_s() : reference.v_reference_L_m_s();
    }
    double attitudeError_rad =
        reference == null
            ? Math.PI
            : Rotations.angle_rad(reference.q_BL_reference(), navigation.q_BL());
    Leg leg = waiting.departing();
    LegAssessment planned = assessment();
    double forced_s = leg == null ? 0 : LegPlanner.forcedTime_s(leg, navigation.r_CT_L_m());
    double after_kg =
        navigation.propellant_kg() - Propellant.used_kg(planned.deltaV_m_s(), navigation.mass_kg());
    return new Gate.Facts(
        waiting.gate_id(),
        leg == null ? LegKind.NONE : leg.kind(),
        planned,
        navigation.validity(),
        navigation.range_m(),
        navigation.covariance().position3sigma_m(),
        navigation.r_CT_L_m().minus(point).norm(),
        navigation.v_CT_L_m_s().minus(wantedV).norm(),
        FastMath.toDegrees(attitudeError_rad),
        verdict == null ? Validity.INVALID : verdict.telemetry().monitor(),
        verdict == null ? 0 : verdict.telemetry().disagreement_m(),
        after_kg,
        reserve_kg,
        verdict == null ? Rung.NONE : verdict.active(),
        forced_s > 0 ? Light.litFor_s(navigation) : 0,
        forced_s,
        2 * Math.PI / navigation.meanMotion_rad_s());
  }

  @Override
  public void save(StateWriter out) {
    gate.save(out);
    RecordState.write(out, assessment);
  }

  @Override
  public void restore(StateReader in) {
    gate.restore(in);
    assessment = RecordState.readNullable(in, LegAssessment.class);
  }
}
