package org.holdpoint.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.rehearsal.OnboardTelemetry;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.operator.CommandPost;
import org.holdpoint.rehearsal.operator.CommandPost.Stage;
import org.holdpoint.rehearsal.operator.PassCall;

/**
 * The operator of a campaign: says GO at each gate that has been open for a minute, and RESUME when
 * navigation and monitor have agreed to be well for five minutes after a safing. When the monitor
 * is well but navigation is not, or says something else, for five minutes after a safing, he sends
 * REINITIALISE_NAVIGATION, which starts from camera and ranger alone. He takes the vehicle out of
 * safe mode when all is well there for as long and the battery is charged. He never guesses, never
 * hurries, and after a few attempts, or when a HOLD has stood for two hours, he leaves the target:
 * a free flight from which nobody resumes is safe for two orbits only. Without an answer he waits
 * longer each time, so that a dead receiver does not fill the uplink. He knows telemetry only.
 */
final class PatientOperator {
  private static final double OPEN_FOR_S = 60;
  private static final double WELL_FOR_S = 300;
  private static final double ANSWER_WITHIN_S = 60;
  private static final double LONGEST_WAIT_S = 3600;
  private static final int MOST_RESUMES = 4;

  /** A HOLD from which he still may resume is left after this, one from which he may not sooner. */
  private static final double HOPELESS_S = 7200;

  private static final double LAST_HOLD_S = 1800;

  /** Where the battery's rule has cleared: enough for eclipses to come. */
  private static final double CHARGED = 0.45;

  /** A start again needs the ranger, which reaches 3 km. */
  private static final double RANGER_REACH_M = 3000;

  private static final int MOST_RESTARTS = 2;
  private static final long GO_LIFETIME_S = 120;

  private final CommandPost post;
  private final PassCall passCall;
  private final int lastGate;
  private double openSince_s = Double.NaN;
  private double wellSince_s = Double.NaN;
  private double lostSince_s = Double.NaN;
  private double savedSince_s = Double.NaN;
  private double standsSince_s = Double.NaN;
  private double sent_s = Double.NEGATIVE_INFINITY;
  private double patience_s = ANSWER_WITHIN_S;
  private int awaited = -1;
  private int resumes;
  private int restarts;
  private int refused;

  PatientOperator(CommandPost post, int lastGate) {
    this.post = post;
    this.passCall = new PassCall(post);
    this.lastGate = lastGate;
  }

  int resumes() {
    return resumes;
  }

  /** Whether he has tried often enough. */
  boolean givesUp() {
    return resumes >= MOST_RESUMES && awaited < 0;
  }

  /** Looks once a second. */
  void step(TelemetryPicture picture, OnboardTelemetry telemetry) {
    passCall.look(picture);
    double now_s = picture.time_s();
    if (awaited >= 0) {
      boolean answered = post.progress(awaited).stage() != Stage.UNDER_WAY;
      if (!answered && now_s - sent_s < patience_s) {
        return;
      }
      patience_s = answered ? ANSWER_WITHIN_S : Math.min(LONGEST_WAIT_S, 2 * patience_s);
      refused += answered && post.progress(awaited).stage() != Stage.COMPLETED ? 1 : 0;
      awaited = -1;
    }
    SafetyPacket safety = telemetry.safety();
    GncPacket gnc = telemetry.gnc();
    if (safety == null || gnc == null) {
      return;
    }
    Rung active = safety.response_active();
    boolean open = picture.gateOpen() && picture.gateId() < lastGate && active == Rung.NONE;
    openSince_s = open ? earlier(openSince_s, now_s) : Double.NaN;
    boolean well =
        active != Rung.NONE
            && safety.monitor() == Validity.VALID
            && gnc.navigation() == Validity.VALID
            && safety.response_asked() == Rung.NONE
            && picture.mode() != Mode.ABORT;
    wellSince_s = well ? earlier(wellSince_s, now_s) : Double.NaN;
    boolean lost =
        active != Rung.NONE
            && safety.monitor() == Validity.VALID
            && safety.range_m() < RANGER_REACH_M
            && (gnc.navigation() != Validity.VALID || safety.rule_disagreement() == Verdict.FAIL);
    lostSince_s = lost ? earlier(lostSince_s, now_s) : Double.NaN;
    boolean saved =
        picture.mode() == Mode.SAFE
            && active == Rung.NONE
            && safety.monitor() == Validity.VALID
            && gnc.navigation() == Validity.VALID
            && safety.battery_charge() > CHARGED;
    savedSince_s = saved ? earlier(savedSince_s, now_s) : Double.NaN;
    standsSince_s = active == Rung.HOLD ? earlier(standsSince_s, now_s) : Double.NaN;
    boolean mayResume = resumes < MOST_RESUMES;
    if (now_s - standsSince_s >= (mayResume ? HOPELESS_S : LAST_HOLD_S)) {
      // A retreat is flown by the navigation, the abort by the monitor.
      boolean retreat =
          gnc.navigation() == Validity.VALID && safety.retreat_verdict() == RungVerdict.SAFE;
      send(retreat ? "RETREAT" : "ABORT", Map.of(), now_s);
    } else if (now_s - openSince_s >= OPEN_FOR_S) {
      send("GO", go(picture), now_s);
    } else if (now_s - wellSince_s >= WELL_FOR_S && mayResume) {
      resumes++;
      send("RESUME", Map.of("epoch", picture.epoch(), "rung", active.name()), now_s);
    } else if (now_s - savedSince_s >= WELL_FOR_S && mayResume) {
      resumes++;
      send("SAFE_MODE", Map.of("epoch", picture.epoch(), "on", false), now_s);
    } else if (now_s - lostSince_s >= WELL_FOR_S && restarts < MOST_RESTARTS) {
      restarts++;
      send("REINITIALISE_NAVIGATION", Map.of("epoch", picture.epoch()), now_s);
    }
  }

  private void send(String command, Map<String, Object> arguments, double now_s) {
    awaited = post.send(command, arguments, command.equals("ABORT"));
    sent_s = now_s;
    openSince_s = Double.NaN;
    wellSince_s = Double.NaN;
    lostSince_s = Double.NaN;
    savedSince_s = Double.NaN;
    standsSince_s = Double.NaN;
  }

  private static Map<String, Object> go(TelemetryPicture picture) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("epoch", picture.epoch());
    arguments.put("gate_id", picture.gateId());
    arguments.put("plan_hash", picture.planHash());
    arguments.put("expiry_tai_s", picture.onboard_tai_s() + GO_LIFETIME_S);
    return arguments;
  }

  private static double earlier(double since_s, double now_s) {
    return Double.isNaN(since_s) ? now_s : since_s;
  }

  int refused() {
    return refused;
  }
}
