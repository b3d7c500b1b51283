package org.holdpoint.flight.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.Wxyz;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.FarNavigationPacket;
import org.holdpoint.dictionary.telemetry.FarStage;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.NavigationPacket;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.NavigationSolution.FilterStatistics;
import org.holdpoint.flight.navigation.far.FarSolution;
import org.holdpoint.flight.navigation.far.FarStatistics;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/** Fills the packets that no single component fills itself. */
final class PacketContents {
  /** Range below which a range rate has no direction. */
  private static final double MIN_RANGE_M = 1e-3;

  /** As in most ticks: put together once. */
  private static final List<GncPacket.Thruster> NONE_FIRES =
      List.copyOf(Collections.nCopies(ActuatorCommands.THRUSTERS, new GncPacket.Thruster(0, 0)));

  private PacketContents() {}

  static HousekeepingPacket housekeeping(
      FlightConfiguration configuration, Tick tick, TickResults now, long packetsGenerated) {
    double tank_kg = now.samples().tank_kg();
    return new HousekeepingPacket(
        now.mode().mode(),
        now.mode().timeInMode_s(),
        now.mode().legIndex(),
        now.mode().leg().kind(),
        now.token().translation(),
        now.token().attitude(),
        now.token().level(),
        now.token().epoch(),
        tank_kg,
        now.deltaVUsed_m_s(),
        deltaVLeft_m_s(configuration, tank_kg),
        xyz(now.samples().wheelMomentum_B_N_m_s()),
        packetsGenerated,
        now.uplink().framesAccepted(),
        now.uplink().unitsDropped(),
        now.uplink().lastError(),
        now.commands().accepted(),
        now.commands().refused(),
        now.commands().sinceAccepted_s(),
        now.uplink().v_R(),
        tick.number(),
        now.unit(Sensor.GNSS),
        now.unit(Sensor.STAR_TRACKER_A),
        now.unit(Sensor.IMU_A),
        now.unit(Sensor.VISIBLE_CAMERA),
        now.unit(Sensor.LASER_RANGER_A),
        now.shown(Sensor.STAR_TRACKER_B, now.verdict().units().starTrackerB()),
        now.shown(Sensor.IMU_B, now.verdict().units().imuB()),
        now.shown(Sensor.THERMAL_CAMERA, now.verdict().units().thermalCamera()),
        now.shown(Sensor.LASER_RANGER_B, now.verdict().units().laserRangerB()));
  }

  static GncPacket gnc(TickResults now) {
    NavigationSolution navigation = now.navigation();
    GuidanceReference reference = now.reference();
    FilterStatistics statistics = navigation.statistics();
    return new GncPacket(
        navigation.validity(),
        xyz(navigation.r_CT_L_m()),
        xyz(navigation.v_CT_L_m_s()),
        navigation.covariance().position3sigma_m(),
        navigation.range_m(),
        rangeRate_m_s(navigation.r_CT_L_m(), navigation.v_CT_L_m_s()),
        xyz(reference.r_reference_L_m()),
        xyz(reference.v_reference_L_m_s()),
        wxyz(navigation.q_BI()),
        xyz(navigation.rate_B_rad_s()),
        now.wanted().attitudeError_deg(),
        reference.translation() == GuidanceReference.Translation.BURN
            ? reference.deltaVToGo_L_m_s().norm()
            : 0,
        reference.nextEvent(),
        reference.timeToNextEvent_s(),
        statistics.nisBearing(),
        statistics.nisRange(),
        xyz(now.wanted().force_B_N()),
        xyz(now.applied().commands().wheelTorque_B_N_m()),
        thrusters(now.wanted().commands(), now.applied().commands()));
  }

  static NavigationPacket navigation(NavigationSolution navigation) {
    FilterStatistics statistics = navigation.statistics();
    double[] upper = navigation.covariance().upper();
    List<NavigationPacket.Entry> covariance = new ArrayList<>(upper.length);
    for (double entry : upper) {
      covariance.add(new NavigationPacket.Entry(entry));
    }
    double sine = Math.max(-1, Math.min(1, navigation.sun_L().z()));
    return new NavigationPacket(
        xyz(navigation.r_C_I_m()),
        xyz(navigation.v_C_I_m_s()),
        navigation.meanMotion_rad_s(),
        xyz(navigation.sun_L()),
        FastMath.toDegrees(FastMath.asin(sine)),
        statistics.bearingsAccepted(),
        statistics.bearingsRejected(),
        statistics.rangesAccepted(),
        statistics.rangesRejected(),
        covariance);
  }

  static FarNavigationPacket farNavigation(NavigationSolution navigation) {
    FarSolution far = navigation.far();
    FarStatistics statistics = navigation.farStatistics();
    return new FarNavigationPacket(
        FarStage.values()[far.stage().ordinal()],
        far.roe_m().a_da_m(),
        far.roe_m().a_dl_m(),
        far.roe_m().a_dex_m(),
        far.roe_m().a_dey_m(),
        far.roe_m().a_dix_m(),
        far.roe_m().a_diy_m(),
        3 * far.range1Sigma_m(),
        far.rangeFraction(),
        navigation.covariance().position3sigma_m(),
        far.biasAz_rad(),
        far.biasEl_rad(),
        3 * statistics.bias1Sigma_rad(),
        statistics.drag_m2_kg(),
        3 * statistics.drag1Sigma_m2_kg(),
        statistics.nis(),
        statistics.meanNis(),
        statistics.age_s(),
        statistics.tracks(),
        statistics.tracksEnded(),
        statistics.accepted(),
        statistics.rejected(),
        statistics.updates());
  }

  /** Rocket equation, down to the reserve; 0 when the tank is at the reserve or below. */
  static double deltaVLeft_m_s(FlightConfiguration configuration, double tank_kg) {
    double usable_kg = tank_kg - configuration.propellantReserve_kg();
    if (!(usable_kg > 0)) {
      return 0;
    }
    double mass_kg = configuration.dryMass_kg() + tank_kg;
    return ThrusterGeometry.SPECIFIC_IMPULSE_S
        * ThrusterGeometry.STANDARD_GRAVITY_M_S2
        * FastMath.log(mass_kg / (mass_kg - usable_kg));
  }

  private static double rangeRate_m_s(Vec3 r_m, Vec3 v_m_s) {
    double range_m = r_m.norm();
    return range_m > MIN_RANGE_M ? r_m.dot(v_m_s) / range_m : 0;
  }

  private static List<GncPacket.Thruster> thrusters(
      ActuatorCommands wanted, ActuatorCommands applied) {
    if (wanted.still() && applied.still()) {
      return NONE_FIRES;
    }
    List<GncPacket.Thruster> thrusters = new ArrayList<>(ActuatorCommands.THRUSTERS);
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      thrusters.add(new GncPacket.Thruster(wanted.onTime_ms(i), applied.onTime_ms(i)));
    }
    return thrusters;
  }

  private static Xyz xyz(Vec3 v) {
    return new Xyz(v.x(), v.y(), v.z());
  }

  /** Scalar first, q0 not negative: the wire's convention. */
  private static Wxyz wxyz(Quaternion q) {
    double sign = q.q0() < 0 ? -1 : 1;
    return new Wxyz(sign * q.q0(), sign * q.q1(), sign * q.q2(), sign * q.q3());
  }
}
