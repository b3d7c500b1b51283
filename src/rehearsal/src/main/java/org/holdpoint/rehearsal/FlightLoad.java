package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.motion.Vec3;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.Gate;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.state.NoiseStream;

/**
 * What mission control loads onboard: orbits as orbit determination gives them, with its errors,
 * and the plan.
 */
final class FlightLoad {
  /** Orbit determination of the target, 1 sigma per axis. */
  private static final double TARGET_POSITION_M = 20;

  private static final double TARGET_VELOCITY_M_S = 0.02;

  /** First guess of the relative state, 1 sigma per axis. */
  private static final double RELATIVE_POSITION_M = 10;

  private static final double RELATIVE_VELOCITY_M_S = 0.01;
  private static final double PROPELLANT_RESERVE_KG = 2;
  private static final int PLAN_ID = 1;

  private FlightLoad() {}

  static FlightConfiguration of(Scenario scenario, TruthSnapshot truth, long seed) {
    NoiseStream error = new NoiseStream(seed, "orbit-determination");
    return new FlightConfiguration(
        truth.tai_ns(),
        erring(truth.r_T_I_m(), TARGET_POSITION_M, error),
        erring(truth.v_T_I_m_s(), TARGET_VELOCITY_M_S, error),
        erring(truth.r_CT_L_m(), RELATIVE_POSITION_M, error),
        erring(truth.v_CT_L_m_s(), RELATIVE_VELOCITY_M_S, error),
        RELATIVE_POSITION_M,
        RELATIVE_VELOCITY_M_S,
        BodyProperties.CHASER.mass_kg(),
        scenario.propellant_kg(),
        PROPELLANT_RESERVE_KG,
        TargetHull.NOMINAL.size_m() / 2,
        PLAN_ID,
        legs(scenario.gates()),
        new Vec3(0, scenario.vbar_m(), 0));
  }

  private static Vec3 erring(
      org.holdpoint.world.sample.Xyz truth, double sigma, NoiseStream error) {
    return new Vec3(
        truth.x() + sigma * error.gaussian(),
        truth.y() + sigma * error.gaussian(),
        truth.z() + sigma * error.gaussian());
  }

  private static List<PlanPacket.Leg> legs(List<Gate> gates) {
    List<PlanPacket.Leg> legs = new ArrayList<>();
    for (int i = 0; i < gates.size() - 1; i++) {
      Gate gate = gates.get(i);
      Vec3 to = gate.to_L_m();
      legs.add(
          new PlanPacket.Leg(
              gate.leg(), i + 1, new Xyz(to.x(), to.y(), to.z()), gate.duration_s()));
    }
    return legs;
  }
}
