package org.holdpoint.flight.safety;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Runs a table of rules: persistence, latching until the clear condition, masking, and the worst
 * response. STALE and ERROR neither count as broken nor clear anything.
 */
final class RuleWatch implements Retained {
  private final List<SafetyRule> rules;
  private final int[] heldFor_ticks;
  private final boolean[] tripped;
  private final boolean[] masked;
  private final Map<SafingSource, Verdict> verdicts = new EnumMap<>(SafingSource.class);
  private Rung asked = Rung.NONE;
  private SafingSource askedBy = SafingSource.COMMAND;

  RuleWatch(List<SafetyRule> rules) {
    this.rules = rules;
    heldFor_ticks = new int[rules.size()];
    tripped = new boolean[rules.size()];
    masked = new boolean[rules.size()];
  }

  void step(MonitorPicture picture, List<EventReport> events) {
    verdicts.clear();
    asked = Rung.NONE;
    askedBy = SafingSource.COMMAND;
    for (int i = 0; i < rules.size(); i++) {
      SafetyRule rule = rules.get(i);
      if (!rule.armedIn().contains(picture.mode())) {
        disarm(i);
        note(rule.topic(), Verdict.NOT_APPLICABLE);
        continue;
      }
      RuleOutcome outcome = rule.judge(picture);
      follow(i, rule, outcome, picture, events);
      boolean applies = tripped[i] || !outOfReach(rule, outcome, picture);
      note(rule.topic(), applies ? verdict(outcome, tripped[i]) : Verdict.NOT_APPLICABLE);
      if (tripped[i] && !masked[i] && rule.response().compareTo(asked) > 0) {
        asked = rule.response();
        askedBy = rule.topic();
      }
    }
  }

  /** Far away in a chase nobody expects the monitor to see the target; near it silence counts. */
  private static boolean outOfReach(SafetyRule rule, RuleOutcome outcome, MonitorPicture picture) {
    boolean chases = picture.mode() == Mode.CHASE || picture.mode() == Mode.PARK;
    return chases
        && outcome == RuleOutcome.STALE
        && rule.needsTarget()
        && !(picture.range_m() < MonitorReach.SENSORS_M);
  }

  private void follow(
      int i,
      SafetyRule rule,
      RuleOutcome outcome,
      MonitorPicture picture,
      List<EventReport> events) {
    switch (outcome) {
      case TRUE -> {
        heldFor_ticks[i] = Math.min(heldFor_ticks[i] + 1, rule.persists_ticks());
        if (!tripped[i] && heldFor_ticks[i] >= rule.persists_ticks()) {
          tripped[i] = true;
          events.add(
              new EventReport(
                  rule.event(),
                  rule.measured().of().applyAsDouble(picture),
                  rule.limit().of().applyAsDouble(picture),
                  0));
        }
      }
      case FALSE -> {
        heldFor_ticks[i] = 0;
        if ((tripped[i] || masked[i]) && rule.clear().of().test(picture)) {
          disarm(i);
        }
      }
      case STALE, ERROR -> {
        // The count stands still: no data is neither safe nor unsafe.
      }
    }
  }

  private void disarm(int i) {
    heldFor_ticks[i] = 0;
    tripped[i] = false;
    masked[i] = false;
  }

  private static Verdict verdict(RuleOutcome outcome, boolean tripped) {
    if (tripped) {
      return Verdict.FAIL;
    }
    return switch (outcome) {
      case TRUE -> Verdict.FAIL;
      case FALSE -> Verdict.PASS;
      case STALE, ERROR -> Verdict.UNKNOWN;
    };
  }

  /** Of several rows about one topic the worst counts: FAIL, UNKNOWN, PASS, NOT_APPLICABLE. */
  private void note(SafingSource topic, Verdict verdict) {
    Verdict before = verdicts.get(topic);
    if (before == null || severity(verdict) > severity(before)) {
      verdicts.put(topic, verdict);
    }
  }

  private static int severity(Verdict verdict) {
    return switch (verdict) {
      case NOT_APPLICABLE -> 0;
      case PASS -> 1;
      case UNKNOWN -> 2;
      case FAIL -> 3;
    };
  }

  Verdict verdict(SafingSource topic) {
    return verdicts.getOrDefault(topic, Verdict.UNKNOWN);
  }

  /** Whether a rule about the topic asks for its response: tripped and not overridden. */
  boolean asks(SafingSource topic) {
    for (int i = 0; i < rules.size(); i++) {
      if (tripped[i] && !masked[i] && rules.get(i).topic() == topic) {
        return true;
      }
    }
    return false;
  }

  /** Worst response of the rules that are tripped and not masked. */
  Rung asked() {
    return asked;
  }

  /** The first rule's topic that asks for it; COMMAND when none does. */
  SafingSource askedBy() {
    return askedBy;
  }

  /** Whether a tripped rule may not be overridden. */
  boolean forbidsResume() {
    for (int i = 0; i < rules.size(); i++) {
      if (tripped[i] && rules.get(i).override() == SafetyRule.Override.NOBODY) {
        return true;
      }
    }
    return false;
  }

  /** Silences the rules that are tripped until they clear. */
  void mask() {
    for (int i = 0; i < rules.size(); i++) {
      masked[i] = tripped[i];
    }
    asked = Rung.NONE;
    askedBy = SafingSource.COMMAND;
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < rules.size(); i++) {
      out.put(heldFor_ticks[i]).put(tripped[i]).put(masked[i]);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < rules.size(); i++) {
      heldFor_ticks[i] = in.getInt();
      tripped[i] = in.getBoolean();
      masked[i] = in.getBoolean();
    }
  }
}
