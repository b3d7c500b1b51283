package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.contact.ContactWatch;
import org.holdpoint.flight.contact.PlannedContact;
import org.holdpoint.flight.navigation.far.Cue;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.holdpoint.rehearsal.operator.PassCall;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.Gate;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.orbitfile.CueError;
import org.holdpoint.world.sample.Xyz;
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
  private static final long NS_PER_S = 1_000_000_000L;
  private static final long SHORTEST_CONTACT_S = 180;

  private FlightLoad() {}

  static FlightConfiguration of(
      Scenario scenario, TruthSnapshot truth, long seed, ContactPlan contacts) {
    return scenario.knowsCueOnly()
        ? ofCue(scenario, truth, seed, contacts)
        : ofOrbitDetermination(scenario, truth, seed, contacts);
  }

  /** The target's orbit as the scenario's cue has it; the own one is known. */
  private static FlightConfiguration ofCue(
      Scenario scenario, TruthSnapshot truth, long seed, ContactPlan contacts) {
    NoiseStream error = new NoiseStream(seed, "orbit-determination");
    Vec3 r_C = erring(truth.r_C_I_m(), RELATIVE_POSITION_M, error);
    Vec3 v_C = erring(truth.v_C_I_m_s(), RELATIVE_VELOCITY_M_S, error);
    Xyz r = truth.r_T_I_m();
    Xyz v = truth.v_T_I_m_s();
    CueError cue = scenario.cue();
    double[] told =
        cue.disturb(
            new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()}, Scenario.MU_M3_S2, seed);
    Vec3 r_T = new Vec3(told[0], told[1], told[2]);
    Vec3 v_T = new Vec3(told[3], told[4], told[5]);
    RelativeState guess = LocalFrame.of(r_T, v_T).toRelative(r_C, v_C);
    return loaded(
        scenario,
        truth,
        r_T,
        v_T,
        guess.r_CT_L_m(),
        guess.v_CT_L_m_s(),
        new Cue(1e3 * cue.semiMajorAxis_km(), 1e3 * cue.alongTrack_km(), 1e3 * cue.crossTrack_km()),
        contacts);
  }

  private static FlightConfiguration ofOrbitDetermination(
      Scenario scenario, TruthSnapshot truth, long seed, ContactPlan contacts) {
    NoiseStream error = new NoiseStream(seed, "orbit-determination");
    return loaded(
        scenario,
        truth,
        erring(truth.r_T_I_m(), TARGET_POSITION_M, error),
        erring(truth.v_T_I_m_s(), TARGET_VELOCITY_M_S, error),
        erring(truth.r_CT_L_m(), RELATIVE_POSITION_M, error),
        erring(truth.v_CT_L_m_s(), RELATIVE_VELOCITY_M_S, error),
        Cue.NONE,
        contacts);
  }

  private static FlightConfiguration loaded(
      Scenario scenario,
      TruthSnapshot truth,
      Vec3 r_T_I_m,
      Vec3 v_T_I_m_s,
      Vec3 r_CT_L_m,
      Vec3 v_CT_L_m_s,
      Cue cue,
      ContactPlan contacts) {
    return new FlightConfiguration(
        truth.tai_ns(),
        r_T_I_m,
        v_T_I_m_s,
        r_CT_L_m,
        v_CT_L_m_s,
        RELATIVE_POSITION_M,
        RELATIVE_VELOCITY_M_S,
        BodyProperties.CHASER.mass_kg(),
        scenario.propellant_kg(),
        PROPELLANT_RESERVE_KG,
        TargetHull.NOMINAL.size_m() / 2,
        PLAN_ID,
        legs(scenario.gates()),
        new Vec3(0, scenario.vbar_m(), 0),
        cue,
        planned(contacts));
  }

  /**
   * Contacts that nearly touch count as one, and those too short for a telecommand and its answer
   * are not counted on.
   */
  private static List<PlannedContact> planned(ContactPlan contacts) {
    List<PlannedContact> planned = new ArrayList<>();
    for (ContactPlan.Contact contact : contacts.contacts()) {
      long begin_tai_s = contact.aos_tai_ns() / NS_PER_S;
      long end_tai_s = contact.los_tai_ns() / NS_PER_S;
      PlannedContact last = planned.isEmpty() ? null : planned.get(planned.size() - 1);
      if (last != null && begin_tai_s - last.end_tai_s() <= PassCall.NEW_CONTACT_S) {
        planned.set(planned.size() - 1, new PlannedContact(last.begin_tai_s(), end_tai_s));
      } else if (end_tai_s - begin_tai_s >= SHORTEST_CONTACT_S) {
        planned.add(new PlannedContact(begin_tai_s, end_tai_s));
      }
    }
    return planned.subList(0, Math.min(planned.size(), ContactWatch.MOST_CONTACTS));
  }

  private static Vec3 erring(Xyz truth, double sigma, NoiseStream error) {
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
              gate.leg(),
              i + 1,
              new org.holdpoint.dictionary.Xyz(to.x(), to.y(), to.z()),
              gate.duration_s()));
    }
    return legs;
  }
}
