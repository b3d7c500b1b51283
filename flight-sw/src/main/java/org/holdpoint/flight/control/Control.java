package org.holdpoint.flight.control;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.PlumeCones;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.TrailingOrbit;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Attitude by the wheels, translation by the 1 N thrusters in balanced firings; what torque a
 * firing leaves is answered by the wheels in the same tick, and the thrusters unload the wheels
 * when they fill. Only what the shortest pulse can give is asked of the thrusters. Large burns are
 * given along body x by the 22 N thrusters.
 */
public final class Control implements Retained {
  private static final double WHEEL_TORQUE_N_M = 0.2;

  private final ThrusterAllocation allocation = new ThrusterAllocation();
  private final StationKeeping stationKeeping = new StationKeeping();
  private final Tracking tracking = new Tracking();
  private final LargeBurn largeBurn = new LargeBurn();
  private final SunAcquisition sunAcquisition = new SunAcquisition();
  private final WheelUnloading unloading = new WheelUnloading();
  // Of one tick.
  private final boolean[] usable = new boolean[ThrusterGeometry.SMALL_THRUSTERS];
  private Translation translation = Translation.COAST;

  /**
   * @param configuration nothing of it is needed; every component is made the same way
   */
  public Control(FlightConfiguration configuration) {}

  /**
   * One tick.
   *
   * @param lost what is sensed of the Sun when the attitude is lost; null while it is known
   * @param wheelMomentum_B_N_m_s by the wheel tachometers
   * @param isolated bit i: thruster i is not to be used
   */
  public WantedActuation step(
      Tick tick,
      GuidanceReference reference,
      NavigationSolution navigation,
      @Nullable Sighting lost,
      Vec3 wheelMomentum_B_N_m_s,
      int isolated) {
    int unused = isolated | blowing(reference, navigation);
    for (int i = 0; i < usable.length; i++) {
      usable[i] = (unused >> i & 1) == 0;
    }
    boolean begins = reference.translation() != translation;
    if (begins) {
      translation = reference.translation();
      stationKeeping.reset();
      tracking.reset();
    }
    Vec3 deltaV_L = deltaV_L_m_s(tick, reference, navigation);
    AttitudeLaw.Demand attitude = attitude(reference, navigation, lost, wheelMomentum_B_N_m_s);
    largeBurn.step(begins, reference, navigation, attitude, wheelMomentum_B_N_m_s, isolated);
    Vec3 deltaV_B = navigation.q_BL().rotate(deltaV_L);
    if (largeBurn.fires()) {
      deltaV_B = LargeBurn.across(deltaV_B);
    } else if (largeBurn.turns(deltaV_B.norm())) {
      deltaV_B = Vec3.ZERO;
    }
    Vec3 unload_B_N_m_s = unloading.step(tick, wheelMomentum_B_N_m_s);
    Vec3 turn_B_N_m_s = unload_B_N_m_s.plus(largeBurn.unserved_B_N_m_s());
    allocation.allocate(deltaV_B.times(navigation.mass_kg()), turn_B_N_m_s, usable);
    if (!allocation.firesAny()) {
      stationKeeping.remainderCannotBeGiven();
      tracking.remainderCannotBeGiven();
    }
    Vec3 thrusters = allocation.angularImpulse_B_N_m_s().times(1 / Tick.PERIOD_S);
    thrusters = thrusters.plus(largeBurn.torque_B_N_m());
    Vec3 unanswered = thrusters.plus(largeBurn.learnt_B_N_m());
    sunAcquisition.gave(withinWheels(attitude.torque_B_N_m()));
    Vec3 wheels = withinWheels(attitude.torque_B_N_m().minus(unanswered));
    largeBurn.commanded(thrusters.plus(wheels));
    int[] onTime_ms = allocation.onTime_ms();
    largeBurn.addTo(onTime_ms);
    Vec3 force = allocation.impulse_B_N_s().times(1 / Tick.PERIOD_S);
    return new WantedActuation(
        new ActuatorCommands(onTime_ms, wheels, isolated),
        force.plus(new Vec3(largeBurn.force_N(), 0, 0)),
        FastMath.toDegrees(attitude.error_rad()));
  }

  private AttitudeLaw.Demand attitude(
      GuidanceReference reference,
      NavigationSolution navigation,
      @Nullable Sighting lost,
      Vec3 wheelMomentum_B_N_m_s) {
    if (lost == null) {
      sunAcquisition.end();
      return AttitudeLaw.of(reference, navigation, wheelMomentum_B_N_m_s);
    }
    return sunAcquisition.step(lost, navigation.rate_B_rad_s(), wheelMomentum_B_N_m_s);
  }

  /**
   * Thrusters that would blow at the target are left out: control waits until the body has turned.
   * Only a forced motion goes on, because it must be stopped and held.
   */
  private static int blowing(GuidanceReference reference, NavigationSolution navigation) {
    boolean forced = reference.translation() == Translation.TRACK;
    return forced
        ? 0
        : PlumeCones.CONTROL.hitting(navigation.q_BL().rotate(navigation.r_CT_L_m()).negated());
  }

  private Vec3 deltaV_L_m_s(Tick tick, GuidanceReference reference, NavigationSolution navigation) {
    boolean valid = navigation.validity() == Validity.VALID;
    RelativeState wanted =
        new RelativeState(reference.r_reference_L_m(), reference.v_reference_L_m_s());
    return switch (reference.translation()) {
      case COAST -> Vec3.ZERO;
      case BURN -> reference.deltaVToGo_L_m_s();
      case STATION_KEEP ->
          stationKeeping.step(
              tick,
              error(navigation, breathing(tick, wanted, navigation)),
              navigation.range_m(),
              navigation.covariance(),
              navigation.meanMotion_rad_s(),
              navigation.sensedDeltaV_L_m_s(),
              valid);
      // A forced motion must also be stopped and held on a state that has just become stale.
      case TRACK ->
          navigation.validity() == Validity.INVALID
              ? Vec3.ZERO
              : tracking.step(error(navigation, wanted), navigation.covariance());
    };
  }

  private static RelativeState error(NavigationSolution navigation, RelativeState wanted) {
    return new RelativeState(
        navigation.r_CT_L_m().minus(wanted.r_CT_L_m()),
        navigation.v_CT_L_m_s().minus(wanted.v_CT_L_m_s()));
  }

  /**
   * A point at rest on V-bar is replaced by the place on the target's own orbit that it means; it
   * is worked out when station keeping looks at it.
   */
  private static RelativeState breathing(
      Tick tick, RelativeState wanted, NavigationSolution navigation) {
    Vec3 r = wanted.r_CT_L_m();
    boolean onVbar = r.x() == 0 && r.z() == 0 && wanted.v_CT_L_m_s().equals(Vec3.ZERO);
    return onVbar && tick.every(StationKeeping.DECISION_TICKS)
        ? TrailingOrbit.state(navigation, r.y())
        : wanted;
  }

  /** Scaled down to what the weakest wheel can give, so that the axis of the torque stays. */
  private static Vec3 withinWheels(Vec3 torque) {
    double most =
        Math.max(Math.abs(torque.x()), Math.max(Math.abs(torque.y()), Math.abs(torque.z())));
    return most > WHEEL_TORQUE_N_M ? torque.times(WHEEL_TORQUE_N_M / most) : torque;
  }

  @Override
  public void save(StateWriter out) {
    stationKeeping.save(out);
    tracking.save(out);
    unloading.save(out);
    largeBurn.save(out);
    sunAcquisition.save(out);
    out.put(translation);
  }

  @Override
  public void restore(StateReader in) {
    stationKeeping.restore(in);
    tracking.restore(in);
    unloading.restore(in);
    largeBurn.restore(in);
    sunAcquisition.restore(in);
    translation = in.getEnum(Translation.class);
  }
}
