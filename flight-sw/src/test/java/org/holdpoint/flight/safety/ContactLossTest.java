package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.command.Resume;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.ContactPacket;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.flight.contact.PlannedContact;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the vehicle does by itself when contacts pass and nobody speaks to it. */
class ContactLossTest {
  private static final long NOW_S = Chaser.START / 1_000_000_000L;

  private static ContactState missed(int contacts) {
    return new ContactState(contacts, NOW_S + 600, NOW_S + 6000, 3, null);
  }

  private static Chaser silentIn(Mode mode, int contacts) {
    Chaser chaser = new Chaser(11, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.mode = mode;
    chaser.fly(60);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
    chaser.contact = missed(contacts);
    chaser.fly(59.9);
    assertThat(chaser.verdict.active()).as("not before a minute is over").isEqualTo(Rung.NONE);
    chaser.tickOnce();
    return chaser;
  }

  @Test
  @Tag("SAF-170")
  void oneMissedContactTakesTheVehicleOffItsHoldAndIsToldWithItsSource() {
    Chaser chaser = silentIn(Mode.HOLD, 1);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    assertThat(chaser.has(ChaserEvent.CONTACT_RULE)).isTrue();
    assertThat(chaser.verdict.telemetry().rule_contact()).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HOLD", "FORCED_APPROACH"},
      mode = EnumSource.Mode.EXCLUDE)
  @Tag("SAF-170")
  void oneMissedContactChangesNothingWhereThePathIsSafeAsItIs(Mode mode) {
    assertThat(ContactLoss.response(1, mode)).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("SAF-171")
  void twoMissedContactsMakeItDepart() {
    assertThat(silentIn(Mode.HOLD, 2).verdict.active()).isEqualTo(Rung.ESCAPE);
    assertThat(ContactLoss.response(2, Mode.CIRCUMNAVIGATION)).isEqualTo(Rung.ESCAPE);
    assertThat(ContactLoss.response(2, Mode.FORCED_APPROACH)).isEqualTo(Rung.ESCAPE);
  }

  @Test
  @Tag("SAF-172")
  void farAwayTwoMissedContactsEndTheChaseWithoutABurn() {
    assertThat(ContactLoss.response(2, Mode.CHASE)).isEqualTo(Rung.HOLD);
    assertThat(ContactLoss.response(2, Mode.PARK)).isEqualTo(Rung.NONE);
    assertThat(ContactLoss.response(0, Mode.CHASE)).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("SAF-171")
  void aLegIsFinishedFirstAndTheHoldAtItsEndIsLeftAMinuteLater() {
    Chaser chaser = silentIn(Mode.TRANSFER, 2);
    chaser.fly(5);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
    chaser.mode = Mode.HOLD;
    chaser.fly(60);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ESCAPE);
  }

  @Test
  @Tag("SAF-170")
  void theResponseStaysUntilAPersonEndsIt() {
    Chaser chaser = silentIn(Mode.HOLD, 1);
    chaser.contact = missed(0);
    chaser.fly(2);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    chaser.send(new Resume(1, Rung.RETREAT));
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("CNT-006")
  void theNextResponseAndItsTimeAreToldBeforehand() {
    Tick tick = new Tick(0, Chaser.START);
    ContactState state =
        new ContactState(0, NOW_S + 600, NOW_S + 6000, 3, new PlannedContact(NOW_S, NOW_S + 500));
    assertThat(ContactLoss.telemetry(tick, Mode.HOLD, state))
        .isEqualTo(
            new ContactPacket(0, Rung.RETREAT, 600, Rung.ESCAPE, 6000, 3, NOW_S, NOW_S + 500));
    assertThat(ContactLoss.telemetry(tick, Mode.CIRCUMNAVIGATION, missed(0)))
        .isEqualTo(new ContactPacket(0, Rung.NONE, 600, Rung.ESCAPE, 6000, 3, 0, 0));
    assertThat(ContactLoss.telemetry(tick, Mode.HOLD, missed(1)))
        .isEqualTo(new ContactPacket(1, Rung.ESCAPE, 6000, Rung.NONE, 0, 3, 0, 0));
    Tick later = new Tick(70_000, Chaser.START + 70_000 * Tick.PERIOD_NS);
    assertThat(ContactLoss.telemetry(later, Mode.HOLD, missed(2)))
        .isEqualTo(new ContactPacket(2, Rung.NONE, 0, Rung.NONE, 0, 3, 0, 0));
  }
}
