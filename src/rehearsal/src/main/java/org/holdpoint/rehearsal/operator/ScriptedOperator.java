package org.holdpoint.rehearsal.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.rehearsal.ConditionWatch;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.operator.CommandPost.Progress;
import org.holdpoint.rehearsal.operator.CommandPost.Stage;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.Expected;
import org.holdpoint.rehearsal.scenario.Scenario.OperatorLine;

/**
 * Follows a scenario's operator lines in order: waits for the condition, sends, and waits for the
 * expected end. Beside them he calls in every contact, as every operator does.
 */
public final class ScriptedOperator {
  /**
   * How long a GO stays good, seconds; long enough for a slow link, short enough to be a decision.
   */
  private static final long GO_LIFETIME_S = 300;

  /** A GO that keeps expiring on its way is a fault of the link, and the line fails. */
  private static final int MOST_GO_AGAIN = 3;

  private final Scenario scenario;
  private final CommandPost post;
  private final PassCall passCall;
  private final List<String> failures = new ArrayList<>();
  private final List<Integer> commands = new ArrayList<>();
  private int line;
  private ConditionWatch condition;
  private int awaited = -1;
  private double sent_s;
  private int goAgain;

  public ScriptedOperator(Scenario scenario, CommandPost post) {
    this.scenario = scenario;
    this.post = post;
    this.passCall = new PassCall(post);
    this.condition = watch(0);
  }

  private ConditionWatch watch(int index) {
    List<OperatorLine> lines = scenario.operator();
    return index < lines.size()
        ? new ConditionWatch(scenario, lines.get(index).when())
        : ConditionWatch.never(scenario);
  }

  /** Looks at the telemetry once and does what the script says next. */
  public void step(TelemetryPicture telemetry) {
    passCall.look(telemetry);
    if (done()) {
      return;
    }
    OperatorLine current = scenario.operator().get(line);
    if (awaited < 0) {
      if (condition.holds(telemetry)) {
        awaited =
            post.send(
                current.send(), arguments(current, telemetry), current.send().equals("ABORT"));
        commands.add(awaited);
        sent_s = telemetry.time_s();
      }
      return;
    }
    Progress progress = post.progress(awaited);
    if (expiredUnderWay(current, progress) && goAgain < MOST_GO_AGAIN) {
      goAgain++;
      awaited = -1;
      condition = watch(line);
    } else if (progress.stage() != Stage.UNDER_WAY) {
      judge(current, progress);
      next();
    } else if (telemetry.time_s() - sent_s > current.within_s()) {
      failures.add(
          "line %d: %s not %s within %.0f s"
              .formatted(line + 1, current.send(), current.expect(), current.within_s()));
      next();
    }
  }

  /** A GO that waited for a pass longer than it was good for is given again, with a new hour. */
  private static boolean expiredUnderWay(OperatorLine current, Progress progress) {
    return current.expect() == Expected.COMPLETED
        && progress.stage() == Stage.REFUSED
        && progress.reason().startsWith(Refusal.GO_EXPIRED.name());
  }

  private void judge(OperatorLine current, Progress progress) {
    boolean completed = progress.stage() == Stage.COMPLETED;
    if (completed != (current.expect() == Expected.COMPLETED)) {
      failures.add(
          "line %d: %s was %s, not %s%s"
              .formatted(
                  line + 1,
                  current.send(),
                  progress.stage(),
                  current.expect(),
                  progress.reason().isEmpty() ? "" : ": " + progress.reason()));
    }
  }

  private void next() {
    awaited = -1;
    goAgain = 0;
    line++;
    condition = watch(line);
  }

  /**
   * Arguments of the line; those that it leaves open are read off telemetry, as an operator would.
   */
  private static Map<String, Object> arguments(OperatorLine current, TelemetryPicture telemetry) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (var argument : CommandCodec.instance().byName(current.send()).arguments()) {
      switch (argument.name()) {
        case "epoch" -> arguments.put("epoch", telemetry.epoch());
        case "gate_id" -> arguments.put("gate_id", telemetry.gateId());
        case "plan_hash" -> arguments.put("plan_hash", telemetry.planHash());
        case "expiry_tai_s" ->
            arguments.put("expiry_tai_s", telemetry.onboard_tai_s() + GO_LIFETIME_S);
        default -> {
          // every other argument stands in the scenario
        }
      }
    }
    arguments.putAll(current.arguments());
    return arguments;
  }

  public boolean done() {
    return line >= scenario.operator().size();
  }

  /** Line being waited for, 1-based, for a failure message. */
  public int line() {
    return line + 1;
  }

  /** Commands sent so far, in order. */
  public List<Integer> commands() {
    return List.copyOf(commands);
  }

  public List<String> failures() {
    return List.copyOf(failures);
  }
}
