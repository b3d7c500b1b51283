package org.holdpoint.flight.navigation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.command.ReinitialiseNavigation;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.navigation.far.FarNavigation;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Navigation's chain: own attitude, own orbit, then the target. The target is carried as an
 * inertial orbit of its own by the same model as the chaser's, so that L is the target's frame and
 * neither curvature nor J2 is lost; the filter corrects the difference of the two in L.
 */
public final class RelativeNavigation implements Retained {
  /** The near filter takes over here though no range has come. */
  private static final double HAND_OVER_M = 2_500;

  /** It takes over at the first range inside this, and gives back beyond. */
  private static final double HAND_BACK_M = 4_000;

  private final OwnAttitude attitude = new OwnAttitude();
  private final SensedDeltaV sensedDeltaV = new SensedDeltaV();
  private final OwnOrbit orbit;
  private final RelativeMeasurements measurements;
  private final Reinitialisation reinitialisation = new Reinitialisation();
  private final NearEvidence nearEvidence = new NearEvidence();
  private final RelativeFilter filter;
  private final double dryMass_kg;

  private final FarNavigation far;

  // Work space, not state.
  private final OrbitModel model = new OrbitModel();

  private final double[] target = new double[6];

  /** Of the last question; follows from the target, and so is not kept. */
  private @Nullable LocalFrame lastFrame;

  private long last_tai_ns;
  private Validity validity = Validity.INVALID;
  private boolean judged;

  public RelativeNavigation(FlightConfiguration configuration) {
    LocalFrame frame = LocalFrame.of(configuration.r_T_I_m(), configuration.v_T_I_m_s());
    RelativeState guess = new RelativeState(configuration.r_CT_L_m(), configuration.v_CT_L_m_s());
    orbit = new OwnOrbit(frame.position_I_m(guess), frame.velocity_I_m_s(guess));
    OrbitModel.set(target, configuration.r_T_I_m(), configuration.v_T_I_m_s());
    filter = new RelativeFilter(configuration.targetHullRadius_m());
    filter.start(
        guess.r_CT_L_m(),
        guess.v_CT_L_m_s(),
        configuration.position_1sigma_m(),
        configuration.velocity_1sigma_m_s());
    measurements = new RelativeMeasurements(configuration.start_tai_ns());
    dryMass_kg = configuration.dryMass_kg();
    last_tai_ns = configuration.start_tai_ns();
    far = new FarNavigation(configuration.cue(), target, last_tai_ns);
    if (guess.range_m() > HAND_BACK_M || !configuration.cue().isNone()) {
      far.begin(
          last_tai_ns, target, orbit.r_C_I_m(), orbit.v_C_I_m_s(), filter.covariance(), false);
    }
  }

  public NavigationStep step(Tick tick, SensorSamples samples, List<ReceivedCommand> commands) {
    List<EventReport> events = new ArrayList<>(0);
    double dt_s = (tick.tai_ns() - last_tai_ns) * 1e-9;
    last_tai_ns = tick.tai_ns();

    InertialSample imu = samples.imuA();
    boolean pushed = attitude.step(tick, dt_s, imu, samples.starTrackerA(), events);
    boolean sensed = imu != null && pushed && sensedDeltaV.believes(imu.deltaV_B_m_s());
    Vec3 deltaV_I = Vec3.ZERO;
    if (imu != null && sensed && attitude.known()) {
      deltaV_I = toInertial(sensedDeltaV.of(imu.deltaV_B_m_s()), dt_s);
    }

    RelativeState carried = carry(dt_s, deltaV_I, tick, samples, events);
    Vec3 sun_I = SunDirection.of(tick.tai_ns());
    List<CommandReport> reports;
    if (far.leads()) {
      reports = stepFar(tick, samples, commands, deltaV_I, sun_I, events);
    } else {
      reports = stepNear(tick, dt_s, carried, samples, commands, deltaV_I, sensed, events);
    }
    handOver(tick, samples);
    LocalFrame frame = frame();
    boolean leadsFar = far.leads();
    RelativeState now =
        leadsFar
            ? frame.toRelative(orbit.r_C_I_m(), orbit.v_C_I_m_s())
            : new RelativeState(filter.r_L_m(), filter.v_L_m_s());
    judge(tick, now.range_m(), events);
    NavigationSolution solution =
        new NavigationSolution(
            validity,
            now.r_CT_L_m(),
            now.v_CT_L_m_s(),
            leadsFar ? far.covariance_L() : filter.covariance(),
            attitude.q_BI(),
            frame.q_LI(),
            attitude.rate_B_rad_s(),
            frame.q_LI().rotate(deltaV_I),
            orbit.r_C_I_m(),
            orbit.v_C_I_m_s(),
            OrbitModel.position(target),
            OrbitModel.velocity(target),
            OrbitModel.meanMotion_rad_s(target),
            frame.q_LI().rotate(sun_I),
            dryMass_kg + samples.tank_kg(),
            samples.tank_kg(),
            measurements.statistics(),
            far.solution(now.range_m()),
            far.statistics(tick));
    return new NavigationStep(solution, units(), attitude.lost(), events, reports);
  }

  private List<CommandReport> stepNear(
      Tick tick,
      double dt_s,
      RelativeState carried,
      SensorSamples samples,
      List<ReceivedCommand> commands,
      Vec3 deltaV_I,
      boolean sensed,
      List<EventReport> events) {
    filter.setMean(carried.r_CT_L_m(), carried.v_CT_L_m_s());
    if (dt_s > 0) {
      filter.carry(OrbitModel.meanMotion_rad_s(target), dt_s, deltaV_I.norm(), !sensed);
    }
    boolean changed =
        attitude.known()
            && measurements.use(tick, samples, filter, attitude, frame().q_LI(), events);
    List<CommandReport> reports =
        reinitialisation.step(tick, commands, filter, measurements, events);
    if (changed || reinitialisation.done()) {
      place(new RelativeState(filter.r_L_m(), filter.v_L_m_s()));
    }
    return reports;
  }

  /**
   * Far navigation moves the target itself; ground's restart begins from the cue. A ranger that
   * hears the target, with the camera, is believed more than either.
   */
  private List<CommandReport> stepFar(
      Tick tick,
      SensorSamples samples,
      List<ReceivedCommand> commands,
      Vec3 deltaV_I,
      Vec3 sun_I,
      List<EventReport> events) {
    far.step(
        tick,
        target,
        orbit.r_C_I_m(),
        orbit.v_C_I_m_s(),
        deltaV_I.norm(),
        attitude.known() ? samples.detections() : null,
        attitude.q_BI(),
        attitude.rate_B_rad_s(),
        attitude.variance_rad2(),
        sun_I,
        events);
    boolean oriented = attitude.known() && !attitude.lost();
    if (oriented) {
      nearEvidence.hear(
          tick,
          samples.laserRangerA(),
          samples.visibleCamera(),
          attitude.q_BI(),
          attitude.rate_B_rad_s());
      if (nearEvidence.convinces(tick) && range_m() > HAND_BACK_M) {
        startNear(tick, events);
      }
    }
    List<CommandReport> reports = new ArrayList<>(0);
    for (ReceivedCommand received : commands) {
      if (received.command() instanceof ReinitialiseNavigation) {
        if (oriented && nearEvidence.atHand(tick)) {
          startNear(tick, events);
        } else if (far.leads()) {
          far.restart(tick.tai_ns(), target, orbit.r_C_I_m(), orbit.v_C_I_m_s(), events);
        }
        reports.add(CommandReport.success(received.request(), Stage.START));
        reports.add(CommandReport.success(received.request(), Stage.COMPLETION));
      }
    }
    return reports;
  }

  /** Begins near navigation from a bearing and a range alone: the target is not where it was. */
  private void startNear(Tick tick, List<EventReport> events) {
    double before_m = range_m();
    double rate_m_s = nearEvidence.rate_m_s();
    double range_m = nearEvidence.range_m() + filter.facetPrior_m();
    // L of a target that moves as the chaser does is the true one to half a milliradian.
    OrbitModel.set(
        target, orbit.r_C_I_m().plus(nearEvidence.toTarget_I().times(range_m)), orbit.v_C_I_m_s());
    Vec3 r_L_m = frame().toRelative(orbit.r_C_I_m(), orbit.v_C_I_m_s()).r_CT_L_m();
    Reinitialisation.start(tick, r_L_m, rate_m_s, filter, measurements);
    place(new RelativeState(filter.r_L_m(), filter.v_L_m_s()));
    nearEvidence.clear();
    far.end();
    events.add(new EventReport(ChaserEvent.RANGER_CONTRADICTS, range_m, before_m, 0));
  }

  /** Range by the two orbits. */
  private double range_m() {
    return orbit.r_C_I_m().minus(OrbitModel.position(target)).norm();
  }

  /**
   * The near filter takes over where the laser ranger reaches, at its first sample, and gives back
   * well beyond: both carry the same target, so that the state has no step.
   */
  private void handOver(Tick tick, SensorSamples samples) {
    RelativeState now = frame().toRelative(orbit.r_C_I_m(), orbit.v_C_I_m_s());
    double range_m = now.range_m();
    if (far.leads()) {
      boolean ranged = samples.laserRangerA() != null && range_m < HAND_BACK_M;
      if (ranged || range_m < HAND_OVER_M) {
        filter.start(now.r_CT_L_m(), now.v_CT_L_m_s(), far.covariance_L());
        measurements.startedAgain(tick);
        far.end();
      }
    } else if (range_m > HAND_BACK_M) {
      far.begin(
          tick.tai_ns(), target, orbit.r_C_I_m(), orbit.v_C_I_m_s(), filter.covariance(), true);
    }
  }

  /** The sensed delta-v is in the mean body axes of the sample: half a sample's turn ago. */
  private Vec3 toInertial(Vec3 deltaV_B_m_s, double dt_s) {
    if (deltaV_B_m_s.equals(Vec3.ZERO)) {
      return Vec3.ZERO;
    }
    Quaternion half = Quaternion.ofBodyTurn(attitude.rate_B_rad_s().times(-dt_s / 2));
    return half.times(attitude.q_BI()).conjugate().rotate(deltaV_B_m_s);
  }

  /**
   * Carries both orbits to now and draws the own one to GNSS, the target with it: a fix tells of
   * the chaser's place on Earth, not of the target, so the state in L stays as it was carried.
   */
  private RelativeState carry(
      double dt_s, Vec3 deltaV_I, Tick tick, SensorSamples samples, List<EventReport> events) {
    if (dt_s > 0) {
      orbit.carry(dt_s, deltaV_I);
      model.advance(target, dt_s);
    }
    RelativeState carried = frame().toRelative(orbit.r_C_I_m(), orbit.v_C_I_m_s());
    Vec3 r_C = orbit.r_C_I_m();
    Vec3 v_C = orbit.v_C_I_m_s();
    if (orbit.correct(tick, samples.gnss(), events)) {
      if (far.leads()) {
        follow(orbit.r_C_I_m().minus(r_C), orbit.v_C_I_m_s().minus(v_C));
      } else {
        place(carried);
      }
    }
    return carried;
  }

  /**
   * Moves a far target as the own orbit was moved, each in its own local axes: what the model left
   * out, drag or a mean radial force, acts so on both.
   */
  private void follow(Vec3 dr_C_I_m, Vec3 dv_C_I_m_s) {
    Quaternion toOwn = LocalFrame.of(orbit.r_C_I_m(), orbit.v_C_I_m_s()).q_LI();
    Quaternion turn = frame().q_LI().conjugate().times(toOwn);
    OrbitModel.set(
        target,
        OrbitModel.position(target).plus(turn.rotate(dr_C_I_m)),
        OrbitModel.velocity(target).plus(turn.rotate(dv_C_I_m_s)));
  }

  /** Puts the target where the relative state and the own orbit have it. */
  private void place(RelativeState relative) {
    // L is the frame of the target that is sought; every round shrinks the error by range / radius.
    for (int i = 0; i < 3; i++) {
      LocalFrame frame = frame();
      OrbitModel.set(
          target,
          orbit.r_C_I_m().minus(frame.difference_I_m(relative)),
          orbit.v_C_I_m_s().minus(frame.difference_I_m_s(relative)));
    }
  }

  /** L of the target where it is now; asked for several times in a tick. */
  private LocalFrame frame() {
    Vec3 r_T_I_m = OrbitModel.position(target);
    Vec3 v_T_I_m_s = OrbitModel.velocity(target);
    LocalFrame last = lastFrame;
    if (last == null || !last.r_T_I_m().equals(r_T_I_m) || !last.v_T_I_m_s().equals(v_T_I_m_s)) {
      last = LocalFrame.of(r_T_I_m, v_T_I_m_s);
      lastFrame = last;
    }
    return last;
  }

  private void judge(Tick tick, double range_m, List<EventReport> events) {
    Covariance6 covariance = far.leads() ? far.covariance_L() : filter.covariance();
    boolean oriented = attitude.known() && !attitude.lost();
    Validity now =
        oriented && far.leads()
            ? far.validity(tick)
            : oriented
                ? ValidityJudge.judge(
                    range_m,
                    covariance.position3sigma_m(),
                    filter.velocity3sigma_m_s(),
                    measurements.age_s(tick))
                : Validity.INVALID;
    if (now != validity || !judged) {
      events.add(
          new EventReport(
              ChaserEvent.NAVIGATION_VALIDITY, now.code(), covariance.position3sigma_m(), 0));
    }
    judged = true;
    validity = now;
  }

  private Map<Sensor, UnitState> units() {
    Map<Sensor, UnitState> units = new EnumMap<>(Sensor.class);
    units.put(Sensor.GNSS, orbit.receiverState());
    units.put(Sensor.STAR_TRACKER_A, attitude.trackerState());
    units.put(Sensor.IMU_A, attitude.gyroState());
    units.put(Sensor.VISIBLE_CAMERA, far.leads() ? far.cameraState() : measurements.cameraState());
    units.put(Sensor.LASER_RANGER_A, measurements.rangerState());
    return Collections.unmodifiableMap(units);
  }

  @Override
  public void save(StateWriter out) {
    attitude.save(out);
    sensedDeltaV.save(out);
    orbit.save(out);
    measurements.save(out);
    reinitialisation.save(out);
    nearEvidence.save(out);
    filter.save(out);
    far.save(out);
    out.put(target).put(last_tai_ns).put(validity).put(judged);
  }

  @Override
  public void restore(StateReader in) {
    attitude.restore(in);
    sensedDeltaV.restore(in);
    orbit.restore(in);
    measurements.restore(in);
    reinitialisation.restore(in);
    nearEvidence.restore(in);
    filter.restore(in);
    far.restore(in);
    System.arraycopy(in.getDoubles(), 0, target, 0, 6);
    last_tai_ns = in.getLong();
    validity = in.getEnum(Validity.class);
    judged = in.getBoolean();
  }
}
