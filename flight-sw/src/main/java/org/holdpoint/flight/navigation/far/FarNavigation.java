package org.holdpoint.flight.navigation.far;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.EarthField;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.flight.navigation.far.FarSolution.Stage;
import org.holdpoint.flight.sample.Detections;
import org.holdpoint.flight.sample.Detections.Detection;
import org.holdpoint.flight.sensing.UnitWatch;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Far navigation: seeks the target where the cue has it, follows points of light, and feeds the one
 * that is the target to the filter, ten pictures at a time. Eclipse and a blinded camera are times
 * without pictures: the orbits are carried and the uncertainty grows. It works every ten seconds;
 * in between the caller carries both orbits.
 */
public final class FarNavigation implements Retained {
  private static final int CYCLE_TICKS = 100;
  private static final int ELEMENTS_TICKS = 600;

  /** Range known so well (1 sigma) counts as converged; less than twice so well no longer. */
  private static final double CONVERGED = 0.05;

  /** A converged state is good through an eclipse and a Sun in the field. */
  private static final double FRESH_S = 3600;

  /** Alignment and attitude errors that ten pictures share. */
  private static final double SHARED_SIGMA_RAD = Math.PI / 648_000 * 2;

  /** The camera is pointed at it and it is lit, but nothing fits: so many pictures are a loss. */
  private static final int LOST_PICTURES = 180;

  /** Ten pictures' innovations squared, averaged over some 200 s; 2 is what it should be. */
  private static final double DIVERGED_NIS = 7;

  private static final double NIS_SHARE = 0.05;

  /** By what the uncertainty grows when the filter is seen to be wrong. */
  private static final double DOUBT = 3;

  /** After so many places of the pattern seen in vain, search begins again from the cue. */
  private static final int VAIN_PLACES = 40;

  /** A magnitude brighter than the camera's faintest. */
  private static final double SURELY_SEEN = 8;

  private static final double BRIGHTNESS_SHARE = 0.02;
  private static final double VAGUE_RAD2 = 8.5e-8; // 60"
  private static final double JUMP_RAD = Math.PI / 648_000 * 150;
  private static final double FASTEST_RAD_S = Math.PI / 648_000 * 60;
  private static final double IN_FIELD = 0.9976; // 4 deg

  /** Half a minute is 2 deg of the orbit: good to metres over a day. */
  private static final double RESTART_STEP_S = 30;

  private static final double FOUND_SIGMA_RAD = Math.PI / 648_000 * 20;

  private static final double NEAR_RAD2 = 2e-7;

  private static final double ON_PLACE = 0.99985; // 1 deg

  private static final double EARTH_RADIUS_M = 6_378_137;

  /** Nearer to the limb than 12 deg a point of light drowns; the limb is good to half a degree. */
  private static final double LIMB_RAD = FastMath.toRadians(12.5);

  private final Cue cue;
  private final double[] cueTarget = new double[6];
  private final long cue_tai_ns;

  private final FarFilter filter = new FarFilter();
  private final Tracks tracks = new Tracks();
  private final UnitWatch camera =
      new UnitWatch(Sensor.VISIBLE_CAMERA, 5_000_000_000L, 1_000_000, 3);
  private final double[] before = new double[6];

  /** Visual magnitude of the target at 1 km, fully lit. */
  private double brightness;

  private Stage stage = Stage.OFF;
  private Vec3 r_C0_I_m = Vec3.ZERO;
  private Vec3 v_C0_I_m_s = Vec3.ZERO;
  private long carried_tai_ns;
  private long used_tai_ns;
  private double thrust_m_s;
  private int place;
  private int pictures;
  private int vain;
  private int missed;
  private double sumAz_rad;
  private double sumEl_rad;
  private double sigma_rad;
  private int seen;

  /** Where it was last seen, as offset from the prediction: while that is vague, this is not. */
  private double lastAz_rad;

  private double lastEl_rad;
  private double nis;
  private double meanNis = 2;
  private long accepted;
  private long rejected;
  private long updates;
  private final double[] spread_rad2 = new double[3];

  /** Of one tick: what the attitude is worse than pictures share when trackers see stars. */
  private double drifted_rad2;

  private Roe6 roe_m = Roe6.ZERO;
  private Covariance6 covariance_L = new Covariance6(new double[21]);
  private Vec3 lookAt_I = new Vec3(1, 0, 0);

  // Work space, not state.
  private final OrbitModel model = new OrbitModel();
  private final EarthField field = new EarthField();

  /**
   * @param cue how wrong the loaded orbit may be
   * @param cueTarget_I position and velocity of the target by it, GCRF
   */
  public FarNavigation(Cue cue, double[] cueTarget_I, long cue_tai_ns) {
    this.cue = cue;
    this.cue_tai_ns = cue_tai_ns;
    System.arraycopy(cueTarget_I, 0, cueTarget, 0, 6);
  }

  /** Whether far navigation leads. */
  public boolean leads() {
    return stage != Stage.OFF;
  }

  /** Begins with a relative state of known uncertainty: at the load, or after the near filter. */
  public void begin(
      long tai_ns,
      double[] target,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      Covariance6 covariance,
      boolean found) {
    filter.start(covariance, target, r_C_I_m, v_C_I_m_s);
    if (!found && !cue.isNone()) {
      filter.start(cue, target, r_C_I_m, v_C_I_m_s);
    }
    seek(tai_ns, target, r_C_I_m, v_C_I_m_s);
    stage = found ? Stage.TRACKING : Stage.SEARCHING;
    used_tai_ns = tai_ns;
    describe(target, r_C_I_m, v_C_I_m_s);
  }

  /** The near filter takes over. */
  public void end() {
    stage = Stage.OFF;
    tracks.clear();
  }

  private void seek(long tai_ns, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    stage = Stage.SEARCHING;
    tracks.clear();
    place = 0;
    pictures = 0;
    vain = 0;
    missed = 0;
    seen = 0;
    lastAz_rad = 0;
    lastEl_rad = 0;
    meanNis = 2;
    remember(tai_ns, target, r_C_I_m, v_C_I_m_s);
  }

  private void remember(long tai_ns, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    System.arraycopy(target, 0, before, 0, 6);
    r_C0_I_m = r_C_I_m;
    v_C0_I_m_s = v_C_I_m_s;
    carried_tai_ns = tai_ns;
    thrust_m_s = 0;
  }

  /** Begins again from the cue, carried to now; the target is moved there. */
  public void restart(
      long tai_ns, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s, List<EventReport> events) {
    if (cue.isNone()) {
      filter.doubt(DOUBT);
      seek(tai_ns, target, r_C_I_m, v_C_I_m_s);
    } else {
      // From the load on, beside a chaser that stands still: only the target's errors count.
      System.arraycopy(cueTarget, 0, target, 0, 6);
      filter.start(cue, target, r_C_I_m, v_C_I_m_s);
      double left_s = (tai_ns - cue_tai_ns) * 1e-9;
      while (left_s > 0) {
        double step_s = Math.min(left_s, RESTART_STEP_S);
        System.arraycopy(target, 0, before, 0, 6);
        model.advance(target, step_s);
        Vec3 r_T = OrbitModel.position(target);
        Vec3 beyond = field.beyondModel_m_s2(tai_ns - (long) (left_s * 1e9), r_T);
        OrbitModel.set(target, r_T, OrbitModel.velocity(target).plus(beyond.times(step_s)));
        filter.carry(step_s, before, r_C_I_m, v_C_I_m_s, target, r_C_I_m, v_C_I_m_s, 0);
        left_s -= step_s;
      }
      seek(tai_ns, target, r_C_I_m, v_C_I_m_s);
    }
    events.add(
        new EventReport(
            ChaserEvent.NAVIGATION_REINITIALISED,
            OrbitModel.position(target).minus(r_C_I_m).norm(),
            0,
            0));
    describe(target, r_C_I_m, v_C_I_m_s);
  }

  /**
   * One tick.
   *
   * @param target position and velocity now, GCRF; moved when bearings move it
   * @param deltaV_m_s given to the chaser in this tick
   * @param found of the narrow camera; null when none came or the attitude is not known
   * @param attitude_rad2 variance of it about its worst axis; a gyro alone drifts
   * @param sun_I unit vector to the Sun
   * @return whether the target was moved
   */
  public boolean step(
      Tick tick,
      double[] target,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      double deltaV_m_s,
      @Nullable Detections found,
      Quaternion q_BI,
      Vec3 rate_B_rad_s,
      double attitude_rad2,
      Vec3 sun_I,
      List<EventReport> events) {
    drifted_rad2 = Math.max(0, attitude_rad2 - SHARED_SIGMA_RAD * SHARED_SIGMA_RAD);
    thrust_m_s += deltaV_m_s;
    boolean moved = false;
    if (found != null && camera.admits(tick.tai_ns(), found.sampled_tai_ns())) {
      camera.accepted(events);
      double age_s = (tick.tai_ns() - found.sampled_tai_ns()) * 1e-9;
      Quaternion q_BI_then = Quaternion.ofBodyTurn(rate_B_rad_s.times(-age_s)).times(q_BI);
      Vec3 r_T = OrbitModel.position(target).minus(OrbitModel.velocity(target).times(age_s));
      Vec3 r_C = r_C_I_m.minus(v_C_I_m_s.times(age_s));
      if (stage == Stage.SEARCHING) {
        moved = search(tick, target, r_C_I_m, v_C_I_m_s, found, q_BI_then, r_T, r_C, sun_I, events);
      } else {
        follow(found, q_BI_then.conjugate(), r_T, r_C, sun_I);
      }
    }
    camera.step(tick.tai_ns(), events);
    if (tick.every(CYCLE_TICKS) && tick.tai_ns() > carried_tai_ns) {
      moved |= cycle(tick, target, r_C_I_m, v_C_I_m_s, q_BI, events);
    }
    if (tick.every(ELEMENTS_TICKS)) {
      roe_m = MeanElements.of(target, r_C_I_m, v_C_I_m_s, model);
    }
    look(target, r_C_I_m, v_C_I_m_s);
    return moved;
  }

  /** Follows all points of light; true when one is the target. */
  private boolean search(
      Tick tick,
      double[] target,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      Detections found,
      Quaternion q_BI_then,
      Vec3 r_T,
      Vec3 r_C,
      Vec3 sun_I,
      List<EventReport> events) {
    Quaternion q_IB = q_BI_then.conjugate();
    Sight sight = Sight.level(r_T, r_C, v_C_I_m_s);
    Vec3 boresight_I = q_IB.rotate(new Vec3(1, 0, 0));
    if (boresight_I.dot(sight.u_I()) <= 0) {
      return false;
    }
    double boreAz = sight.az_rad(boresight_I);
    double boreEl = sight.el_rad(boresight_I);
    double time_s = (found.sampled_tai_ns() - cue_tai_ns) * 1e-9;
    tracks.age(time_s);
    int confirmed = -1;
    for (Detection detection : found.found()) {
      Vec3 u_I = q_IB.rotate(detection.u_B());
      if (u_I.dot(sight.u_I()) <= 0) {
        continue;
      }
      int track =
          tracks.see(time_s, sight.az_rad(u_I), sight.el_rad(u_I), boreAz, boreEl, FASTEST_RAD_S);
      if (track >= 0 && possible(track, time_s)) {
        confirmed = track;
      }
    }
    if (confirmed < 0) {
      walk(boresight_I, lit(r_T, sun_I));
      return false;
    }
    carry(tick, target, r_C_I_m, v_C_I_m_s);
    Sight now = Sight.level(OrbitModel.position(target), r_C_I_m, v_C_I_m_s);
    tracks.at(confirmed, (tick.tai_ns() - cue_tai_ns) * 1e-9);
    filter.use(
        now.at(tracks.az_rad(), tracks.el_rad()),
        r_C_I_m,
        v_C_I_m_s,
        now.az_I(),
        target,
        FOUND_SIGMA_RAD);
    seenAt(
        Sight.level(OrbitModel.position(target), r_C_I_m, v_C_I_m_s),
        now.at(tracks.az_rad(), tracks.el_rad()));
    remember(tick.tai_ns(), target, r_C_I_m, v_C_I_m_s);
    tracks.clear();
    stage = Stage.TRACKING;
    missed = 0;
    seen = 0;
    used_tai_ns = tick.tai_ns();
    describe(target, r_C_I_m, v_C_I_m_s);
    events.add(new EventReport(ChaserEvent.TARGET_FOUND, now.range_m(), filter.rangeFraction(), 0));
    return true;
  }

  /** Within four sigma of where the cue has it, and 0.1 deg. */
  private boolean possible(int track, double time_s) {
    tracks.at(track, time_s);
    return normalised(tracks.az_rad(), tracks.el_rad(), NEAR_RAD2) <= 16;
  }

  private double normalised(double az, double el, double noise_rad2) {
    double s11 = spread_rad2[0] + noise_rad2;
    double s22 = spread_rad2[2] + noise_rad2;
    double s12 = spread_rad2[1];
    return (s22 * az * az - 2 * s12 * az * el + s11 * el * el) / (s11 * s22 - s12 * s12);
  }

  /** Goes on along the pattern when this place has been seen long enough. */
  private void walk(Vec3 boresight_I, boolean lit) {
    if (!lit || boresight_I.dot(lookAt_I) < ON_PLACE) {
      return;
    }
    pictures++;
    if (pictures >= SearchPattern.PICTURES) {
      pictures = 0;
      place = SearchPattern.next(place + 1, spread_rad2);
      vain++;
    }
  }

  /** Of the points of light, the one that fits counts. */
  private void follow(Detections found, Quaternion q_IB, Vec3 r_T, Vec3 r_C, Vec3 sun_I) {
    Vec3 boresight_I = q_IB.rotate(new Vec3(1, 0, 0));
    Sight sight = Sight.of(r_T, r_C, q_IB.rotate(new Vec3(0, 1, 0)));
    boolean inField = boresight_I.dot(sight.u_I()) > IN_FIELD;
    if (!inField) {
      return;
    }
    double best = FarFilter.GATE;
    double bestAz = 0;
    double bestEl = 0;
    double bestSigma = 0;
    double bestMagnitude = 0;
    for (Detection detection : found.found()) {
      Vec3 u_I = q_IB.rotate(detection.u_B());
      double az = sight.az_rad(u_I);
      double el = sight.el_rad(u_I);
      double sigma = detection.sigma_rad();
      double variance = sigma * sigma + drifted_rad2;
      double off = normalised(az - filter.biasAz_rad(), el - filter.biasEl_rad(), variance);
      if (off <= best && near(az, el)) {
        best = off;
        bestAz = az;
        bestEl = el;
        bestSigma = sigma;
        bestMagnitude = detection.magnitude();
      }
    }
    if (bestSigma == 0) {
      boolean visible =
          lit(r_T, sun_I)
              && clearOfEarth(sight.u_I(), r_C)
              && brightness + dimming(sight, sun_I) < SURELY_SEEN;
      missed += visible ? 1 : 0;
      rejected += found.found().size();
      return;
    }
    rejected += found.found().size() - 1;
    missed = 0;
    double own = bestMagnitude - dimming(sight, sun_I);
    brightness += accepted == 0 ? own : BRIGHTNESS_SHARE * (own - brightness);
    accepted++;
    lastAz_rad = bestAz;
    lastEl_rad = bestEl;
    sumAz_rad += bestAz;
    sumEl_rad += bestEl;
    sigma_rad = bestSigma;
    seen++;
  }

  private void seenAt(Sight sight, Vec3 seen_I) {
    lastAz_rad = sight.az_rad(seen_I);
    lastEl_rad = sight.el_rad(seen_I);
  }

  /** While the prediction is vague, a star or a hot pixel in its gate is told by its jump. */
  private boolean near(double az, double el) {
    if (spread_rad2[0] + spread_rad2[2] < VAGUE_RAD2) {
      return true;
    }
    return FastMath.hypot(az - lastAz_rad, el - lastEl_rad) < JUMP_RAD;
  }

  private void carry(Tick tick, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    double dt_s = (tick.tai_ns() - carried_tai_ns) * 1e-9;
    if (dt_s > 0) {
      bend(tick.tai_ns(), dt_s, target, r_C_I_m, v_C_I_m_s);
      filter.carry(dt_s, before, r_C0_I_m, v_C0_I_m_s, target, r_C_I_m, v_C_I_m_s, thrust_m_s);
    }
    remember(tick.tai_ns(), target, r_C_I_m, v_C_I_m_s);
  }

  /**
   * The caller moves the target as GNSS moves the chaser, which brings along what the orbit model
   * lacks where the chaser is. What differs where the target is, is added here.
   */
  private void bend(long tai_ns, double dt_s, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    Vec3 r_T = OrbitModel.position(target);
    Vec3 v_T = OrbitModel.velocity(target);
    Quaternion q_LI = LocalFrame.of(r_T, v_T).q_LI();
    Quaternion q_OI = LocalFrame.of(r_C_I_m, v_C_I_m_s).q_LI();
    Vec3 atChaser = q_OI.rotate(field.beyondModel_m_s2(tai_ns, r_C_I_m));
    Vec3 brought = q_LI.conjugate().rotate(atChaser);
    Vec3 atTarget = field.beyondModel_m_s2(tai_ns, r_T);
    OrbitModel.set(target, r_T, v_T.plus(atTarget.minus(brought).times(dt_s)));
  }

  private boolean cycle(
      Tick tick,
      double[] target,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      Quaternion q_BI,
      List<EventReport> events) {
    carry(tick, target, r_C_I_m, v_C_I_m_s);
    if (stage != Stage.SEARCHING && seen > 0) {
      update(tick, target, r_C_I_m, v_C_I_m_s, q_BI);
      remember(tick.tai_ns(), target, r_C_I_m, v_C_I_m_s);
    }
    sumAz_rad = 0;
    sumEl_rad = 0;
    seen = 0;
    judge(tick, target, r_C_I_m, v_C_I_m_s, events);
    Vec3 reference =
        stage == Stage.SEARCHING
            ? Sight.level(OrbitModel.position(target), r_C_I_m, v_C_I_m_s).az_I()
            : q_BI.conjugate().rotate(new Vec3(0, 1, 0));
    filter.spread(Sight.of(OrbitModel.position(target), r_C_I_m, reference), spread_rad2);
    covariance_L = filter.relative_L(target, r_C_I_m, v_C_I_m_s);
    return true;
  }

  private void update(Tick tick, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s, Quaternion q_BI) {
    Vec3 reference = q_BI.conjugate().rotate(new Vec3(0, 1, 0));
    Sight now = Sight.of(OrbitModel.position(target), r_C_I_m, reference);
    double az = sumAz_rad / seen;
    double el = sumEl_rad / seen;
    double shared = SHARED_SIGMA_RAD * SHARED_SIGMA_RAD + drifted_rad2;
    double variance = sigma_rad * sigma_rad / seen + shared;
    filter.spread(now, spread_rad2);
    nis = normalised(az - filter.biasAz_rad(), el - filter.biasEl_rad(), variance);
    meanNis += NIS_SHARE * (nis - meanNis);
    Vec3 last_I = now.at(lastAz_rad, lastEl_rad);
    filter.use(now.at(az, el), r_C_I_m, v_C_I_m_s, reference, target, Math.sqrt(variance));
    seenAt(Sight.of(OrbitModel.position(target), r_C_I_m, reference), last_I);
    used_tai_ns = tick.tai_ns();
    updates++;
  }

  /** Stage by what is known; a filter that is wrong must be able to come back. */
  private void judge(
      Tick tick, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s, List<EventReport> events) {
    if (stage == Stage.SEARCHING) {
      if (vain >= VAIN_PLACES) {
        restart(tick.tai_ns(), target, r_C_I_m, v_C_I_m_s, events);
      }
      return;
    }
    boolean unknown = !(filter.rangeFraction() < 1);
    if (missed >= LOST_PICTURES || unknown) {
      double range_m = OrbitModel.position(target).minus(r_C_I_m).norm();
      events.add(new EventReport(ChaserEvent.TARGET_LOST, range_m, missed, 0));
      if (unknown) {
        // More doubt would never find its way back to a range.
        restart(tick.tai_ns(), target, r_C_I_m, v_C_I_m_s, events);
      } else {
        filter.doubt(DOUBT);
        seek(tick.tai_ns(), target, r_C_I_m, v_C_I_m_s);
      }
      return;
    }
    if (meanNis > DIVERGED_NIS) {
      double range_m = OrbitModel.position(target).minus(r_C_I_m).norm();
      filter.doubt(DOUBT);
      meanNis = 2;
      events.add(new EventReport(ChaserEvent.NAVIGATION_REINITIALISED, range_m, 0, 0));
    }
    double converged = stage == Stage.CONVERGED ? 2 * CONVERGED : CONVERGED;
    stage = filter.rangeFraction() < converged ? Stage.CONVERGED : Stage.TRACKING;
  }

  private void describe(double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    Sight sight = Sight.level(OrbitModel.position(target), r_C_I_m, v_C_I_m_s);
    filter.spread(sight, spread_rad2);
    covariance_L = filter.relative_L(target, r_C_I_m, v_C_I_m_s);
    roe_m = MeanElements.of(target, r_C_I_m, v_C_I_m_s, model);
    look(target, r_C_I_m, v_C_I_m_s);
  }

  private void look(double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    Vec3 r_T = OrbitModel.position(target);
    if (stage != Stage.SEARCHING) {
      lookAt_I = r_T.minus(r_C_I_m).unit();
      return;
    }
    Sight sight = Sight.level(r_T, r_C_I_m, v_C_I_m_s);
    double az = SearchPattern.az_rad(place) + SearchPattern.cornerAz_rad(pictures);
    double el = SearchPattern.el_rad(place) + SearchPattern.cornerEl_rad(pictures);
    lookAt_I = sight.at(FastMath.tan(az), FastMath.tan(el));
  }

  /** Magnitudes of a diffuse sphere by distance in km and phase (Lambert). */
  private static double dimming(Sight sight, Vec3 sun_I) {
    double phase = FastMath.acos(Math.max(-1, Math.min(1, -sight.u_I().dot(sun_I))));
    double part = (FastMath.sin(phase) + (Math.PI - phase) * FastMath.cos(phase)) / Math.PI;
    return 5 * FastMath.log10(sight.range_m() / 1000) - 2.5 * FastMath.log10(Math.max(1e-6, part));
  }

  /** Outside Earth's shadow, taken for a cylinder. */
  private static boolean lit(Vec3 r_I_m, Vec3 sun_I) {
    double towards = r_I_m.dot(sun_I);
    return towards > 0 || r_I_m.minus(sun_I.times(towards)).norm() > EARTH_RADIUS_M;
  }

  /** Far enough from Earth's limb for a point of light to be told from it. */
  private static boolean clearOfEarth(Vec3 u_I, Vec3 r_C_I_m) {
    double r = r_C_I_m.norm();
    double fromNadir = FastMath.acos(-u_I.dot(r_C_I_m) / r);
    return fromNadir > FastMath.asin(EARTH_RADIUS_M / r) + LIMB_RAD;
  }

  /** VALID when converged and fresh; STALE while it only predicts or learns; INVALID when lost. */
  public Validity validity(Tick tick) {
    boolean fresh = (tick.tai_ns() - used_tai_ns) * 1e-9 <= FRESH_S;
    return switch (stage) {
      case OFF, SEARCHING -> Validity.INVALID;
      case TRACKING -> Validity.STALE;
      case CONVERGED -> fresh ? Validity.VALID : Validity.STALE;
    };
  }

  /** For guidance and telemetry. */
  public FarSolution solution(double range_m) {
    if (stage == Stage.OFF) {
      return FarSolution.NONE;
    }
    return new FarSolution(
        stage,
        roe_m,
        range_m * filter.rangeFraction(),
        filter.rangeFraction(),
        lookAt_I,
        filter.biasAz_rad(),
        filter.biasEl_rad());
  }

  /** Of (r_CT_L, v_CT_L), as at the last cycle. */
  public Covariance6 covariance_L() {
    return covariance_L;
  }

  public UnitState cameraState() {
    return camera.state();
  }

  /** Counters and checks for telemetry. */
  public FarStatistics statistics(Tick tick) {
    return new FarStatistics(
        nis,
        meanNis,
        tracks.count(),
        accepted,
        rejected,
        tracks.ended(),
        updates,
        (tick.tai_ns() - used_tai_ns) * 1e-9,
        filter.drag_m2_kg(),
        filter.dragSigma_m2_kg(),
        filter.biasSigma_rad());
  }

  @Override
  public void save(StateWriter out) {
    filter.save(out);
    tracks.save(out);
    camera.save(out);
    out.put(before).put(stage).put(r_C0_I_m).put(v_C0_I_m_s).put(carried_tai_ns).put(used_tai_ns);
    out.put(lastAz_rad)
        .put(lastEl_rad)
        .put(thrust_m_s)
        .put(place)
        .put(pictures)
        .put(vain)
        .put(missed);
    out.put(sumAz_rad)
        .put(sumEl_rad)
        .put(sigma_rad)
        .put(seen)
        .put(nis)
        .put(meanNis)
        .put(brightness);
    out.put(accepted).put(rejected).put(updates).put(spread_rad2);
    RecordState.write(out, roe_m);
    out.put(covariance_L.upper()).put(lookAt_I);
  }

  @Override
  public void restore(StateReader in) {
    filter.restore(in);
    tracks.restore(in);
    camera.restore(in);
    System.arraycopy(in.getDoubles(), 0, before, 0, 6);
    stage = in.getEnum(Stage.class);
    r_C0_I_m = in.getVec3();
    v_C0_I_m_s = in.getVec3();
    carried_tai_ns = in.getLong();
    used_tai_ns = in.getLong();
    lastAz_rad = in.getDouble();
    lastEl_rad = in.getDouble();
    thrust_m_s = in.getDouble();
    place = in.getInt();
    pictures = in.getInt();
    vain = in.getInt();
    missed = in.getInt();
    sumAz_rad = in.getDouble();
    sumEl_rad = in.getDouble();
    sigma_rad = in.getDouble();
    seen = in.getInt();
    nis = in.getDouble();
    meanNis = in.getDouble();
    brightness = in.getDouble();
    accepted = in.getLong();
    rejected = in.getLong();
    updates = in.getLong();
    System.arraycopy(in.getDoubles(), 0, spread_rad2, 0, 3);
    roe_m = RecordState.read(in, Roe6.class);
    covariance_L = new Covariance6(in.getDoubles());
    lookAt_I = in.getVec3();
  }
}
