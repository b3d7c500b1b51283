package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the operator may choose from is judged once a second, and never by an old picture. */
class OutlooksTest {
  private static final Vec3 RETREAT_L_M = new Vec3(0, -1000, 0);
  private static final double DRY_KG = 200;
  private static final double PROPELLANT_KG = 50;

  /** A monitor that knows one state, as if it stood still in time, or nothing at all. */
  private static final class Sight {
    final FlightConfiguration configuration;
    final MonitorEstimator estimator;
    final DriftForecast forecast;
    final double n_rad_s;
    final double[] x = new double[6];
    final double[] p = new double[36];
    Outlooks outlooks;
    long number;
    Mode mode = Mode.TRANSFER;
    Validity validity = Validity.VALID;

    Sight(Vec3 r_L_m, Vec3 v_L_m_s) {
      TwoOrbits target = TwoOrbits.at(Vec3.ZERO, Vec3.ZERO);
      configuration =
          new FlightConfiguration(
              Chaser.START,
              target.r_T_I(),
              target.v_T_I(),
              r_L_m,
              v_L_m_s,
              0.2,
              5e-4,
              DRY_KG,
              PROPELLANT_KG,
              2,
              Chaser.HULL_M,
              1,
              List.of(),
              RETREAT_L_M);
      estimator = new MonitorEstimator(configuration);
      n_rad_s = estimator.meanMotion_rad_s();
      forecast = new DriftForecast(n_rad_s, Chaser.HULL_M);
      estimator.copyTo(x, p);
      outlooks = new Outlooks(configuration, estimator);
    }

    Sight in(Mode mode) {
      this.mode = mode;
      return this;
    }

    Sight look(int ticks) {
      for (int i = 0; i < ticks; i++) {
        Vec3 r = new Vec3(x[0], x[1], x[2]);
        Vec3 v = new Vec3(x[3], x[4], x[5]);
        MonitorState own =
            new MonitorState(validity, r, v, 1, 1, 0, Quaternion.IDENTITY, Vec3.ZERO, Vec3.ZERO);
        outlooks.step(new Tick(number, Chaser.START + number * Tick.PERIOD_NS), own, mode);
        number++;
      }
      return this;
    }

    double orbits_s(double orbits) {
      return orbits * 2 * Math.PI / n_rad_s;
    }

    /** Drift that enters the keep-out sphere, over a day, seconds. */
    double entersAfter_s() {
      return forecast.look(x, p, 86_400, 30).entersAfter_s();
    }
  }

  /** Below V-bar and behind the target: it drifts past the target after some orbits. */
  private static Sight passingBy(double orbits) {
    // A metre below gives 6 pi metres forward in an orbit.
    double y_m = -6 * Math.PI * 5 * orbits;
    double n = 1.1068e-3;
    return new Sight(new Vec3(-5, y_m, 0), new Vec3(0, 1.5 * n * 5, 0));
  }

  @Test
  @Tag("SAF-060")
  void afterOneSecondEveryRungIsJudgedFromTheSameSnapshot() {
    Sight sight = new Sight(new Vec3(0, -250, 0), Vec3.ZERO).look(10);

    double drift_s = sight.entersAfter_s();
    assertThat(drift_s).isBetween(5_000.0, 86_400.0);
    assertThat(sight.outlooks.driftSafeFor_s()).isEqualTo(drift_s);
    assertThat(sight.outlooks.hold())
        .returns(RungVerdict.SAFE, RungOutlook::verdict)
        .returns(drift_s, RungOutlook::validFor_s)
        .returns(sight.outlooks.driftSmallest_m(), RungOutlook::smallest_m);
    double retreat_m =
        new RetreatJudge(sight.forecast, sight.n_rad_s).smallest_m(sight.x, sight.p, RETREAT_L_M);
    assertThat(sight.outlooks.retreat())
        .isEqualTo(new RungOutlook(RungVerdict.SAFE, retreat_m, drift_s - 100));
    assertThat(sight.outlooks.abort().verdict()).isEqualTo(RungVerdict.SAFE);
    assertThat(sight.outlooks.abort().validFor_s()).isEqualTo(drift_s - 80);
    AbortChoice aborts = new AbortChoice(sight.forecast, sight.n_rad_s);
    AbortChoice.Best best = AbortChoice.Best.NONE;
    for (Direction direction : AbortChoice.ORDER) {
      best = aborts.better(best, direction, sight.x, sight.p);
    }
    assertThat(sight.outlooks.latched()).isEqualTo(best.direction());
    assertThat(sight.outlooks.abort().smallest_m()).isEqualTo(best.smallest_m());
    assertThat(sight.outlooks.age_s()).isCloseTo(0.9, within(1e-9));
    assertThat(sight.outlooks.latchAge_s()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  @Tag("SAF-060")
  void anEscapeTakesHalfAMinuteToTakeHoldAndIsFoundWithinARoundOfAllDirections() {
    Sight sight = new Sight(new Vec3(0, -250, 0), Vec3.ZERO).look(10 * Direction.values().length);
    assertThat(sight.outlooks.escape().verdict()).isEqualTo(RungVerdict.SAFE);
    assertThat(sight.outlooks.escape().validFor_s()).isEqualTo(sight.entersAfter_s() - 30);
  }

  @Test
  @Tag("SAF-035")
  void theAbortDirectionIsOnlyLatchedWhenAllSixHaveBeenScored() {
    Sight sight = new Sight(new Vec3(0, -250, 0), Vec3.ZERO).look(9);
    assertThat(sight.outlooks.latched()).isEqualTo(Direction.NONE);
    assertThat(sight.outlooks.abort()).isEqualTo(RungOutlook.UNKNOWN);
    sight.look(1);
    assertThat(sight.outlooks.latched()).isNotEqualTo(Direction.NONE);
    assertThat(sight.outlooks.abort().verdict()).isEqualTo(RungVerdict.SAFE);
  }

  @Test
  @Tag("SAF-035")
  void everyRungIsUnknownWhenTheLastLookIsMoreThanFiveSecondsOldAndNotBefore() {
    Sight sight = new Sight(new Vec3(0, -250, 0), Vec3.ZERO).look(71);
    RungOutlook retreat = sight.outlooks.retreat();
    sight.validity = Validity.STALE;
    sight.look(49);
    assertThat(sight.outlooks.age_s()).isCloseTo(4.9, within(1e-9));
    assertThat(sight.outlooks.hold().verdict()).isEqualTo(RungVerdict.SAFE);
    assertThat(sight.outlooks.retreat()).isEqualTo(retreat);
    assertThat(sight.outlooks.escape().verdict()).isEqualTo(RungVerdict.SAFE);
    assertThat(sight.outlooks.abort().verdict()).isEqualTo(RungVerdict.SAFE);
    sight.look(2);
    assertThat(sight.outlooks.age_s()).isCloseTo(5.1, within(1e-9));
    assertThat(
            List.of(
                sight.outlooks.hold(),
                sight.outlooks.retreat(),
                sight.outlooks.escape(),
                sight.outlooks.abort()))
        .containsOnly(RungOutlook.UNKNOWN);
  }

  @Test
  @Tag("SAF-035")
  void aBlindMonitorJudgesNothingAnewFromItsOldSnapshot() {
    Sight sight = new Sight(new Vec3(0, -250, 0), Vec3.ZERO);
    sight.validity = Validity.STALE;
    sight.look(40);
    assertThat(sight.outlooks.retreat()).isEqualTo(RungOutlook.UNKNOWN);
    assertThat(sight.outlooks.hold()).isEqualTo(RungOutlook.UNKNOWN);
    assertThat(sight.outlooks.escape()).isEqualTo(RungOutlook.UNKNOWN);
    assertThat(sight.outlooks.latched()).isEqualTo(Direction.NONE);
    assertThat(sight.outlooks.driftSafeFor_s()).isZero();
  }

  @Test
  @Tag("SAF-035")
  void aLatchIsTrustedForAMinuteAndThenTheLastKnownSideCounts() {
    // On the far side of the target the side last known says the other way.
    Sight sight = new Sight(new Vec3(0, -250, 0), Vec3.ZERO).look(10);
    Direction latched = sight.outlooks.latched();
    Direction notLatched = latched == Direction.PLUS_Y ? Direction.MINUS_Y : Direction.PLUS_Y;
    double otherSide_m = notLatched == Direction.PLUS_Y ? 1 : -1;
    sight.validity = Validity.INVALID;
    sight.look(590);
    assertThat(sight.outlooks.latchAge_s()).isCloseTo(59.9, within(1e-6));
    assertThat(sight.outlooks.abortDirection(otherSide_m)).isEqualTo(latched);
    sight.look(2);
    assertThat(sight.outlooks.latchAge_s()).isCloseTo(60.1, within(1e-6));
    assertThat(sight.outlooks.abortDirection(otherSide_m)).isEqualTo(notLatched);
    assertThat(sight.outlooks.abortDirection(300)).isEqualTo(Direction.PLUS_Y);
    assertThat(sight.outlooks.abortDirection(-300)).isEqualTo(Direction.MINUS_Y);
  }

  @Test
  @Tag("SAF-035")
  void anAbortBeforeTheFirstRoundGoesAwayOnItsOwnSideAndForwardWhenOnNeither() {
    Outlooks outlooks = new Sight(new Vec3(0, -250, 0), Vec3.ZERO).outlooks;
    assertThat(outlooks.abortDirection(-0.1)).isEqualTo(Direction.MINUS_Y);
    assertThat(outlooks.abortDirection(0)).isEqualTo(Direction.PLUS_Y);
    assertThat(outlooks.abortDirection(0.1)).isEqualTo(Direction.PLUS_Y);
  }

  @Test
  @Tag("SAF-023")
  void aLegMustDriftClearForTwoOrbitsAndAHoldForOne() {
    Sight transfer = passingBy(1.6).in(Mode.TRANSFER).look(10);
    assertThat(transfer.outlooks.driftSmallest_m()).isLessThan(30);
    assertThat(transfer.outlooks.hold().verdict()).isEqualTo(RungVerdict.UNSAFE);
    assertThat(transfer.outlooks.driftSafeFor_s())
        .isBetween(transfer.orbits_s(0.5), transfer.orbits_s(1.7));

    for (Mode kept : List.of(Mode.HOLD, Mode.DRIFT)) {
      Sight hold = passingBy(1.6).in(kept).look(10);
      assertThat(hold.outlooks.driftSmallest_m()).as("%s", kept).isGreaterThan(30);
      assertThat(hold.outlooks.hold().verdict()).as("%s", kept).isEqualTo(RungVerdict.SAFE);
      // It says how long all the same.
      assertThat(hold.outlooks.driftSafeFor_s())
          .isCloseTo(transfer.outlooks.driftSafeFor_s(), within(120.0));
    }
  }

  @Test
  @Tag("SAF-060")
  void aDriftThatEntersOnlyAfterManyOrbitsIsForeseenToTheDayButNoRungIsUnsafeForIt() {
    Sight far = passingBy(6).look(10);
    assertThat(far.outlooks.driftSafeFor_s()).isEqualTo(far.entersAfter_s());
    assertThat(far.outlooks.driftSafeFor_s()).isBetween(far.orbits_s(2), far.orbits_s(6.5));
    assertThat(far.outlooks.hold().verdict()).isEqualTo(RungVerdict.SAFE);
  }

  /** The same outlooks, told of another state from now on. */
  private static void goesOnAs(Sight sight, Sight other) {
    StateWriter out = new StateWriter();
    sight.outlooks.save(out);
    other.outlooks.restore(new StateReader(out.bytes()));
    other.number = sight.number;
  }

  @Test
  @Tag("SAF-060")
  void theFarEndOfTheDayIsLookedAtEveryTenSecondsAndTheNextOrbitsEverySecond() {
    Sight before = passingBy(6).look(20);
    double before_s = before.outlooks.driftSafeFor_s();
    Sight after = passingBy(9);
    goesOnAs(before, after);
    after.look(80);
    assertThat(after.outlooks.driftSafeFor_s()).isEqualTo(before_s);
    after.look(1);
    assertThat(after.outlooks.driftSafeFor_s()).isEqualTo(after.entersAfter_s());
    assertThat(after.outlooks.driftSafeFor_s()).isGreaterThan(before_s + 1000);

    Sight soon = passingBy(1.2);
    goesOnAs(before, soon);
    soon.look(1);
    assertThat(soon.outlooks.driftSafeFor_s()).isLessThan(soon.orbits_s(1.3));
  }

  @Test
  @Tag("SAF-060")
  void aDriftThatIsSafeAgainIsBelievedAtOnceForTheDay() {
    Sight unsafe = passingBy(1.2).look(20);
    Sight mended = new Sight(new Vec3(0, -250, 0), Vec3.ZERO);
    goesOnAs(unsafe, mended);
    mended.look(1);
    assertThat(mended.outlooks.driftSafeFor_s()).isEqualTo(mended.entersAfter_s());
    assertThat(mended.outlooks.driftSafeFor_s()).isGreaterThan(mended.orbits_s(2));
  }

  @Test
  @Tag("SAF-035")
  void anEscapeThatIsNotFoundIsUnknownAgainAfterABlindTimeUntilAllWasLookedAt() {
    Sight sight = new Sight(new Vec3(0, -20, 0), Vec3.ZERO);
    sight.look(10 * Direction.values().length);
    assertThat(sight.outlooks.escape().verdict()).isEqualTo(RungVerdict.UNSAFE);
    sight.validity = Validity.INVALID;
    sight.look(60);
    sight.validity = Validity.VALID;
    sight.look(10);
    assertThat(sight.outlooks.hold().verdict()).isEqualTo(RungVerdict.UNSAFE);
    assertThat(sight.outlooks.escape().verdict()).isEqualTo(RungVerdict.UNKNOWN);
    sight.look(10 * (Direction.values().length - 1));
    assertThat(sight.outlooks.escape().verdict()).isEqualTo(RungVerdict.UNSAFE);
  }

  @Test
  @Tag("SAF-023")
  void aHoldOnAForcedLegStopsWithTheWorstThrusterFailedAndHoversThere() {
    Vec3 r = new Vec3(3, -80, 4);
    Vec3 v = Chaser.departure(1.1068e-3, r, Vec3.ZERO, 400);
    Sight forced = new Sight(r, v).in(Mode.FORCED_APPROACH).look(10);
    // 1.6 N for 250 kg.
    double acceleration_m_s2 = 0.0064;
    assertThat(forced.outlooks.worstAcceleration_m_s2())
        .isCloseTo(acceleration_m_s2, within(1e-12));
    double speed_m_s = v.norm();
    Vec3 stop = r.plus(v.unit().times(speed_m_s * speed_m_s / (2 * acceleration_m_s2)));
    double[] stopped = {stop.x(), stop.y(), stop.z(), 0, 0, 0};
    double hover_m =
        forced.forecast.look(stopped, forced.p, forced.forecast.period_s(), 0).smallest_m();
    assertThat(hover_m).isGreaterThan(30);
    assertThat(forced.outlooks.hold().verdict()).isEqualTo(RungVerdict.SAFE);
    assertThat(forced.outlooks.hold().smallest_m()).isCloseTo(hover_m, within(1e-6));
    assertThat(forced.outlooks.hold().validFor_s()).isEqualTo(forced.outlooks.driftSafeFor_s());
    assertThat(forced.outlooks.driftSmallest_m()).isLessThan(30);

    // On any other leg it keeps the path, which here leads into the sphere.
    Sight transfer = new Sight(r, v).in(Mode.TRANSFER).look(10);
    assertThat(transfer.outlooks.hold().verdict()).isEqualTo(RungVerdict.UNSAFE);
  }

  @Test
  @Tag("SAF-040")
  void aRoundThatARestoreBreaksOffGoesOnFromItsSnapshot() {
    for (int ticks : new int[] {11, 12, 13, 15, 19, 20}) {
      Sight whole = new Sight(new Vec3(20, -150, 30), new Vec3(0.01, -0.03, 0.02)).look(ticks);
      // The estimate has moved on since the snapshot: the next round will see another state.
      Sight renewed = new Sight(new Vec3(0, -700, 0), Vec3.ZERO);
      goesOnAs(whole, renewed);
      int left = 20 - ticks;
      whole.look(left);
      renewed.look(left);
      StateWriter one = new StateWriter();
      StateWriter other = new StateWriter();
      whole.outlooks.save(one);
      renewed.outlooks.save(other);
      assertThat(other.bytes()).as("broken off after %s ticks", ticks).isEqualTo(one.bytes());
    }
  }
}
