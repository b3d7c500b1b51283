package org.holdpoint.flight.control;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Follows the references of guidance: attitude with the wheels, translation with the 1 N thrusters.
 */
public final class Control implements Retained {
  private final TranslationControl translation = new TranslationControl();
  private final boolean[] usable = new boolean[ThrusterGeometry.SMALL_THRUSTERS];
  private final double startMass_kg;

  public Control(FlightConfiguration configuration) {
    startMass_kg = configuration.dryMass_kg() + configuration.propellant_kg();
    Arrays.fill(usable, true);
  }

  /** On-times and wheel torques that follow the reference. */
  public WantedActuation step(
      Tick tick, GuidanceReference reference, NavigationSolution navigation) {
    Vec3 error = AttitudeControl.error_B_rad(navigation.q_BL(), reference.q_BL_reference());
    Vec3 torque =
        AttitudeControl.torque_B_N_m(
            error, navigation.rate_B_rad_s(), reference.rate_B_reference_rad_s());
    Vec3 deltaV_L = translation.deltaVToGo_L_m_s(tick, reference, navigation);
    double mass_kg = navigation.mass_kg() > 0 ? navigation.mass_kg() : startMass_kg;
    Vec3 impulse_B = navigation.q_BL().rotate(deltaV_L).times(mass_kg);
    int[] on_ms = ThrusterAllocation.onTimes_ms(impulse_B, usable);
    return new WantedActuation(
        new ActuatorCommands(on_ms, torque),
        meanForce_B_N(on_ms),
        FastMath.toDegrees(error.norm()));
  }

  private static Vec3 meanForce_B_N(int[] on_ms) {
    Vec3 force = Vec3.ZERO;
    for (int i = 0; i < on_ms.length; i++) {
      if (on_ms[i] > 0) {
        double share = on_ms[i] / (1000 * Tick.PERIOD_S);
        force = force.plus(ThrusterGeometry.THRUSTERS.get(i).force_B_N().times(share));
      }
    }
    return force;
  }

  @Override
  public void save(StateWriter out) {
    translation.save(out);
  }

  @Override
  public void restore(StateReader in) {
    translation.restore(in);
  }
}
