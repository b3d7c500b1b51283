package org.holdpoint.flight.safety;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;

/**
 * One row of the safety policy. The framework that runs it knows no rendezvous.
 *
 * @param id requirement that the row fulfils
 * @param name what is checked, for the operator
 * @param topic what it counts as in telemetry and as the source of a safing
 * @param event reported when the rule trips, with the measured value and the limit
 * @param measured value that is compared
 * @param limit that it is compared with
 * @param broken the condition
 * @param clear the condition that ends it
 * @param data what the condition needs
 * @param staleAfter_s data older than this give STALE
 * @param persists_ticks ticks in a row that the condition must hold
 * @param response what the rule asks for while it is tripped
 * @param armedIn modes in which it is checked
 * @param override who may go on while it is tripped
 * @param because the reason
 */
record SafetyRule(
    String id,
    String name,
    SafingSource topic,
    ChaserEvent event,
    Measure measured,
    Measure limit,
    Condition broken,
    Condition clear,
    List<Source> data,
    double staleAfter_s,
    int persists_ticks,
    Rung response,
    Set<Mode> armedIn,
    Override override,
    String because) {

  /** A number of the picture and how the operator's table writes it. */
  record Measure(String text, ToDoubleFunction<MonitorPicture> of) {}

  /** A condition on the picture and how the operator's table writes it. */
  record Condition(String text, Predicate<MonitorPicture> of) {}

  /** Where data of the picture come from, and how old they are. */
  enum Source {
    /** The monitor's own relative state. */
    OWN_STATE(MonitorPicture::ownAge_s),
    /** The once-a-second outlook. */
    OUTLOOK(MonitorPicture::outlookAge_s),
    /** Navigation's claim. */
    CLAIM(MonitorPicture::claimAge_s),
    /** IMU B. */
    IMU(MonitorPicture::imuAge_s),
    /** Means of force and torque. */
    THRUST(MonitorPicture::thrustAge_s),
    /** The monitor's own attitude. */
    ATTITUDE(MonitorPicture::attitudeAge_s),
    /** The power unit. */
    POWER(MonitorPicture::batteryAge_s),
    /** Tank gauge, or the age of something, which is always known. */
    PRESENT(picture -> 0);

    private final ToDoubleFunction<MonitorPicture> age_s;

    Source(ToDoubleFunction<MonitorPicture> age_s) {
      this.age_s = age_s;
    }

    double age_s(MonitorPicture picture) {
      return age_s.applyAsDouble(picture);
    }
  }

  /** Who may fly on although the rule is tripped. */
  enum Override {
    /** RESUME, which the ground sends with two persons; masked until the rule clears. */
    RESUME,
    /** Nobody: RESUME is refused while the rule is tripped. */
    NOBODY
  }

  /** Whether it can be judged only with a state relative to the target. */
  boolean needsTarget() {
    return data.contains(Source.OWN_STATE) || data.contains(Source.OUTLOOK);
  }

  RuleOutcome judge(MonitorPicture picture) {
    for (Source source : data) {
      if (!(source.age_s(picture) <= staleAfter_s)) {
        return RuleOutcome.STALE;
      }
    }
    if (!Double.isFinite(measured.of().applyAsDouble(picture))
        || !Double.isFinite(limit.of().applyAsDouble(picture))) {
      return RuleOutcome.ERROR;
    }
    return broken.of().test(picture) ? RuleOutcome.TRUE : RuleOutcome.FALSE;
  }

  static Row rule(String id, String name) {
    return new Row(id, name);
  }

  /** Writes a row the way it is read. */
  static final class Row {
    private final String id;
    private final String name;
    private SafingSource topic = SafingSource.COMMAND;
    private ChaserEvent event = ChaserEvent.SAFING_STARTED;
    private Measure measured = new Measure("", picture -> 0);
    private Measure limit = new Measure("", picture -> 0);
    private Condition broken = new Condition("", picture -> false);
    private Condition clear = new Condition("", picture -> true);
    private List<Source> data = List.of(Source.PRESENT);
    private double staleAfter_s;
    private int persists_ticks = 1;
    private Rung response = Rung.NONE;
    private Set<Mode> armedIn = EnumSet.noneOf(Mode.class);
    private Override override = Override.NOBODY;

    private Row(String id, String name) {
      this.id = id;
      this.name = name;
    }

    Row reports(SafingSource source, ChaserEvent report) {
      topic = source;
      event = report;
      return this;
    }

    Row compares(String text, ToDoubleFunction<MonitorPicture> value) {
      measured = new Measure(text, value);
      return this;
    }

    Row with(String text, ToDoubleFunction<MonitorPicture> value) {
      limit = new Measure(text, value);
      return this;
    }

    Row when(String text, Predicate<MonitorPicture> condition) {
      broken = new Condition(text, condition);
      return this;
    }

    Row clearsWhen(String text, Predicate<MonitorPicture> condition) {
      clear = new Condition(text, condition);
      return this;
    }

    Row staleAfter_s(double seconds, Source... sources) {
      staleAfter_s = seconds;
      data = List.of(sources);
      return this;
    }

    Row persists_ticks(int ticks) {
      persists_ticks = ticks;
      return this;
    }

    Row responds(Rung rung) {
      response = rung;
      return this;
    }

    Row armedIn(Mode... modes) {
      armedIn = EnumSet.copyOf(Arrays.asList(modes));
      return this;
    }

    Row override(Override who) {
      override = who;
      return this;
    }

    SafetyRule because(String reason) {
      return new SafetyRule(
          id,
          name,
          topic,
          event,
          measured,
          limit,
          broken,
          clear,
          data,
          staleAfter_s,
          persists_ticks,
          response,
          armedIn,
          override,
          reason);
    }
  }
}
