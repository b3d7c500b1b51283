package org.holdpoint.yamcs.picture;

import java.util.List;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.yamcs.api.messages.Clock;
import org.holdpoint.yamcs.api.messages.Link;
import org.holdpoint.yamcs.api.messages.Picture;
import org.holdpoint.yamcs.api.messages.Prediction;
import org.holdpoint.yamcs.clock.FollowingTimeService;
import org.holdpoint.yamcs.link.TcFrameLink;
import org.holdpoint.yamcs.link.TmFrameLink;
import org.jspecify.annotations.Nullable;
import org.yamcs.mdb.Mdb;
import org.yamcs.parameter.LastValueCache;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.utils.TimeEncoding;

/** Makes pictures of one flight; used by one thread. */
final class PicturePainter {
  private static final long PREDICTION_PERIOD_NS = 1_000_000_000L;

  private final List<ShownParameter> shown;
  private final LastValueCache cache;
  private final Telemetry telemetry;
  private final FollowingTimeService time;
  private final TmFrameLink downlink;
  private final TcFrameLink uplink;
  private final FlownTrack track = new FlownTrack();
  private final HoldPoints holdPoints = new HoldPoints();

  private Staleness staleness = new Staleness(0, 1, 0, true);
  private double frameAge_s = -1;
  private double frameAgeWall_s = -1;
  private @Nullable Prediction drift;
  private @Nullable Prediction plan;
  private long predictedWall_ns = Long.MIN_VALUE;
  private int predictionEdition;

  PicturePainter(
      Mdb mdb,
      LastValueCache cache,
      FollowingTimeService time,
      TmFrameLink downlink,
      TcFrameLink uplink) {
    this.shown = ShownParameter.of(mdb);
    this.cache = cache;
    this.telemetry = new Telemetry(mdb, cache);
    this.time = time;
    this.downlink = downlink;
    this.uplink = uplink;
  }

  FlownTrack track() {
    return track;
  }

  HoldPoints holdPoints() {
    return holdPoints;
  }

  /** Grows by one each time the predictions were computed anew. */
  int predictionEdition() {
    return predictionEdition;
  }

  /** Reads clock and links, and follows the track. */
  void look() {
    ClockState clock = time.last();
    long wall_ns = System.nanoTime();
    long now_tai_ns = time.now_tai_ns();
    TmFrameLink.LastFrame frame = downlink.lastFrame();
    if (frame != null) {
      frameAge_s = Math.max(0, (now_tai_ns - frame.ert_tai_ns()) / 1e9);
      frameAgeWall_s = (wall_ns - frame.wall_ns()) / 1e9;
    }
    staleness =
        Staleness.of(
            clock,
            time.lastAge_s(),
            missionTime_s(now_tai_ns),
            frameAge_s,
            downlink.getLinkStatus() == org.yamcs.tctm.Link.Status.OK);
    ParameterValue range = telemetry.value("gnc/range_m");
    Vec3 position = telemetry.vector("gnc/r_CT_L_m");
    if (range != null && position != null && telemetry.text("gnc/navigation").equals("VALID")) {
      track.add(sampled_s(range), position);
    }
    holdPoints.update(telemetry);
  }

  /** Computes the predictions anew, at most once a wall second, and not from stale telemetry. */
  void predict() {
    long wall_ns = System.nanoTime();
    if (predictedWall_ns != Long.MIN_VALUE && wall_ns - predictedWall_ns < PREDICTION_PERIOD_NS) {
      return;
    }
    predictedWall_ns = wall_ns;
    predictionEdition++;
    drift = null;
    plan = null;
    ParameterValue sample = telemetry.value("gnc/range_m");
    RelativeState state = telemetry.state("gnc");
    double[] covariance = telemetry.covariance();
    double n_rad_s = telemetry.number("nav/mean_motion_rad_s", 0);
    if (sample == null
        || state == null
        || covariance == null
        || !(n_rad_s > 0)
        || !telemetry.text("gnc/navigation").equals("VALID")
        || staleness.stale(staleness.age_s(sampled_s(sample)), 0.1)) {
      return;
    }
    double now_s = sampled_s(sample);
    drift = Predictions.drift(state, covariance, n_rad_s, now_s);
    Predictions.Leg leg = leg();
    plan = leg == null ? null : Predictions.leg(leg, state, covariance, n_rad_s, now_s);
  }

  /** The leg being flown, else the one that the gate would release, else null. */
  private Predictions.@Nullable Leg leg() {
    int flying = (int) telemetry.number("hk/leg_index", 0);
    int next = (int) telemetry.number("gate/next_leg_index", 0);
    int index = flying > 0 ? flying : next;
    if (index < 1) {
      return null;
    }
    String name = "plan/leg_" + index;
    Vec3 target = telemetry.vector(name + "_target_L_m");
    LegKind kind = Predictions.kind(telemetry.text(name + "_kind"));
    if (target == null) {
      return null;
    }
    return new Predictions.Leg(
        kind,
        target,
        telemetry.number(name + "_duration_s", 0),
        flying > 0,
        telemetry.number("gnc/time_to_next_event_s", 0));
  }

  /** The picture now, without track and hold points, which differ by viewer. */
  Picture paint() {
    var picture = Picture.newBuilder().setClock(clock()).setLink(link());
    for (ShownParameter parameter : shown) {
      ParameterValue value = cache.getValue(parameter.parameter());
      if (value != null) {
        double age_s = staleness.age_s(sampled_s(value));
        picture.addValues(
            Values.of(
                parameter.name(), value, age_s, staleness.stale(age_s, parameter.period_s())));
      }
    }
    if (drift != null) {
      picture.setDrift(drift);
    }
    if (plan != null) {
      picture.setPlan(plan);
    }
    return picture.build();
  }

  private Clock clock() {
    ClockState state = time.last();
    long now_tai_ns = time.now_tai_ns();
    var clock =
        Clock.newBuilder()
            .setUtc(TimeEncoding.toString(time.getMissionTime()))
            .setMissionTimeS(missionTime_s(now_tai_ns))
            .setConnected(time.connected())
            .setWarp(state == null ? 1 : state.getWarp())
            .setPaused(state != null && state.getPaused())
            .setEnded(state != null && state.getEnded());
    if (state == null) {
      clock.setWarpNote("No clock yet: this is the wall clock");
    } else if (!state.getWarpNote().isEmpty()) {
      clock.setWarpNote(state.getWarpNote());
    }
    return clock.build();
  }

  private Link link() {
    var link =
        Link.newBuilder()
            .setTmStatus(downlink.getLinkStatus().name())
            .setTcStatus(uplink.getLinkStatus().name())
            .setTelemetryAgeS(frameAge_s)
            .setTelemetryAgeWallS(frameAgeWall_s)
            .setStale(staleness.linkStale())
            .setFramesReceived(downlink.getDataInCount())
            .setCop1State(uplink.watch().cop1State());
    PlannedContacts.tell(time.last(), time.now_tai_ns(), staleness.linkStale(), link);
    if (uplink.watch().v_r() >= 0) {
      link.setCop1VR(uplink.watch().v_r());
    }
    return link.build();
  }

  private double missionTime_s(long tai_ns) {
    ClockState state = time.last();
    return state == null ? 0 : (tai_ns - state.getStartTaiNs()) / 1e9;
  }

  private double sampled_s(ParameterValue value) {
    return missionTime_s(TimeEncoding.toTaiMillisec(value.getGenerationTime()) * 1_000_000L);
  }
}
