package org.holdpoint.flight.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdpoint.dictionary.command.ContactPlan;
import org.holdpoint.dictionary.command.ContactPlan.Contact;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long the ground has been silent, counted in contacts. */
class ContactWatchTest {
  private static final long START_S = 2_180_000_000L;
  private static final long NS = 1_000_000_000L;
  private static final long MINUTE = 60;

  /** Two contacts of ten minutes: after one hour and after three. */
  private static final List<PlannedContact> TWO = List.of(contact(60, 70), contact(180, 190));

  private ContactWatch watch = new ContactWatch(TWO, START_S * NS);
  private final List<CommandReport> reports = new ArrayList<>();

  private static PlannedContact contact(long begin_min, long end_min) {
    return new PlannedContact(START_S + begin_min * MINUTE, START_S + end_min * MINUTE);
  }

  private ContactState at(long after_s, boolean heard, List<ReceivedCommand> commands) {
    return watch.step(new Tick(10 * after_s, (START_S + after_s) * NS), heard, commands, reports);
  }

  private ContactState silentAt(long after_s) {
    return at(after_s, false, List.of());
  }

  private ContactState heardAt(long after_s) {
    return at(after_s, true, List.of());
  }

  private ContactState uplink(long after_s, Contact... rows) {
    List<Contact> all = new ArrayList<>(List.of(rows));
    all.addAll(Collections.nCopies(ContactPlan.MOST - rows.length, new Contact(0, 0)));
    return at(
        after_s, true, List.of(new ReceivedCommand(new RequestId(1, 2), new ContactPlan(1, all))));
  }

  private static Contact row(long begin_min, int minutes) {
    return new Contact(START_S + begin_min * MINUTE, (int) (minutes * MINUTE));
  }

  private void assertRefused(Refusal why, double parameter1) {
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).stage()).isEqualTo(Stage.START);
    assertThat(reports.get(0).refusal()).isEqualTo(why);
    assertThat(reports.get(0).parameter1()).isEqualTo(parameter1);
    reports.clear();
  }

  @Test
  @Tag("CNT-001")
  void aContactIsMissedWhenItsEndAndTheMarginPassInSilenceNotASecondBefore() {
    assertThat(silentAt(80 * MINUTE - 1).missed()).isZero();
    assertThat(silentAt(80 * MINUTE).missed()).isEqualTo(1);
    assertThat(silentAt(200 * MINUTE - 1).missed()).isEqualTo(1);
    assertThat(silentAt(200 * MINUTE).missed()).isEqualTo(2);
    assertThat(silentAt(2000 * MINUTE).missed()).as("more says no more").isEqualTo(2);
  }

  @Test
  @Tag("CNT-001")
  void aTelecommandInAContactOrTenMinutesBeforeItCountsForIt() {
    heardAt(50 * MINUTE);
    assertThat(silentAt(100 * MINUTE).missed()).isZero();
    assertThat(silentAt(200 * MINUTE).missed()).isEqualTo(1);
    watch = new ContactWatch(TWO, START_S * NS);
    heardAt(50 * MINUTE - 1);
    assertThat(silentAt(80 * MINUTE).missed()).as("it came too early for it").isEqualTo(1);
  }

  @Test
  @Tag("CNT-001")
  void onlyATelecommandTakesTheCountBack() {
    silentAt(80 * MINUTE);
    assertThat(silentAt(81 * MINUTE).missed()).isEqualTo(1);
    assertThat(heardAt(82 * MINUTE).missed()).isZero();
    assertThat(silentAt(200 * MINUTE).missed()).isEqualTo(1);
  }

  @Test
  @Tag("CNT-002")
  void withoutAPlanSilenceItselfIsCountedByFourRevolutions() {
    watch = new ContactWatch(List.of(), START_S * NS);
    assertThat(silentAt(21_599).missed()).isZero();
    assertThat(silentAt(21_600).missed()).isEqualTo(1);
    assertThat(silentAt(43_199).missed()).isEqualTo(1);
    assertThat(silentAt(43_200).missed()).isEqualTo(2);
    heardAt(43_300);
    assertThat(silentAt(43_300 + 21_599).missed()).isZero();
    assertThat(silentAt(43_300 + 21_600).missed()).isEqualTo(1);
  }

  @Test
  @Tag("CNT-002")
  void behindTheLastContactOfThePlanSilenceIsCountedFromItsEnd() {
    heardAt(65 * MINUTE);
    assertThat(silentAt(200 * MINUTE).missed()).isEqualTo(1);
    assertThat(silentAt(200 * MINUTE + 21_599).missed()).isEqualTo(1);
    assertThat(silentAt(200 * MINUTE + 21_600).missed()).isEqualTo(2);
  }

  @Test
  @Tag("CNT-002")
  void aPlanMayAskForALongerSilenceThanFourRevolutions() {
    watch = new ContactWatch(List.of(contact(900, 910)), START_S * NS);
    assertThat(silentAt(919 * MINUTE).missed()).isZero();
    assertThat(silentAt(920 * MINUTE).missed()).isEqualTo(1);
  }

  @Test
  @Tag("CNT-003")
  void anUplinkedPlanReplacesWhatFollowsItsFirstContact() {
    ContactState state = uplink(10 * MINUTE, row(120, 8), row(240, 8), row(400, 8));
    assertThat(reports).extracting(CommandReport::stage).contains(Stage.COMPLETION);
    assertThat(state.ahead()).as("the one at an hour stays").isEqualTo(4);
    assertThat(state.next()).isEqualTo(TWO.get(0));
    assertThat(state.firstMissed_tai_s()).isEqualTo(START_S + 80 * MINUTE);
    assertThat(state.secondMissed_tai_s()).isEqualTo(START_S + 138 * MINUTE);
    assertThat(silentAt(75 * MINUTE).next()).isEqualTo(contact(120, 128));
  }

  @Test
  @Tag("CNT-003")
  void aContactThatHadBeenPlannedLaterMayComeEarlier() {
    ContactState state = uplink(10 * MINUTE, row(58, 9), row(178, 9));
    assertThat(state.ahead()).isEqualTo(2);
    assertThat(state.next()).isEqualTo(contact(58, 67));
  }

  @Test
  @Tag("CNT-003")
  void aPlanWithoutRowsErasesTheOneOnboard() {
    ContactState state = uplink(10 * MINUTE);
    assertThat(reports).extracting(CommandReport::refusal).containsOnly(Refusal.NONE);
    assertThat(state.ahead()).isZero();
    assertThat(state.next()).isNull();
    assertThat(state.firstMissed_tai_s()).isEqualTo(START_S + 10 * MINUTE + 21_600);
  }

  @Test
  @Tag("CNT-004")
  void aPlanOutOfOrderIsRefusedWithItsRowAndChangesNothing() {
    uplink(10 * MINUTE, row(120, 8), row(127, 8));
    assertRefused(Refusal.CONTACTS_OUT_OF_ORDER, 2);
    uplink(10 * MINUTE, row(120, 8), row(130, 0), row(140, 8));
    assertRefused(Refusal.CONTACTS_OUT_OF_ORDER, 3);
    assertThat(silentAt(11 * MINUTE).ahead()).isEqualTo(2);
    assertThat(uplink(12 * MINUTE, row(120, 8), row(128, 8)).ahead())
        .as("contacts may touch")
        .isEqualTo(3);
  }

  @Test
  @Tag("CNT-004")
  void aPlanThatWouldHoldTooManyIsRefusedWhole() {
    List<PlannedContact> many = new ArrayList<>();
    for (int i = 0; i < ContactWatch.MOST_CONTACTS; i++) {
      many.add(contact(60 + 30 * i, 65 + 30 * i));
    }
    watch = new ContactWatch(many, START_S * NS);
    long behind = 60 + 30L * many.size();
    uplink(10 * MINUTE, row(behind, 5));
    assertRefused(Refusal.TOO_MANY_CONTACTS, ContactWatch.MOST_CONTACTS + 1);
    assertThat(uplink(66 * MINUTE, row(behind, 5)).ahead())
        .as("one is over: its place is free")
        .isEqualTo(ContactWatch.MOST_CONTACTS);
    many.add(contact(behind, behind + 5));
    assertThatThrownBy(() -> new ContactWatch(many, START_S * NS))
        .hasMessageContaining("at most 96");
  }

  @Test
  @Tag("CNT-005")
  void itGoesOnFromASavedState() {
    uplink(10 * MINUTE, row(120, 8), row(240, 8));
    StateWriter out = new StateWriter();
    watch.save(out);
    ContactWatch other = new ContactWatch(List.of(), 0);
    other.restore(new StateReader(out.bytes()));
    for (long minute : new long[] {79, 80, 137, 138, 300}) {
      Tick tick = new Tick(600 * minute, (START_S + minute * MINUTE) * NS);
      assertThat(other.step(tick, false, List.of(), reports)).isEqualTo(silentAt(minute * MINUTE));
    }
    StateWriter again = new StateWriter();
    other.save(again);
    assertThat(again.bytes()).isEqualTo(out.bytes());
  }

  @Test
  @Tag("CNT-004")
  void aContactEndsAfterItBegins() {
    assertThatThrownBy(() -> new PlannedContact(5, 5)).hasMessageContaining("from 5 to 5 s");
    assertThat(new PlannedContact(5, 6).end_tai_s()).isEqualTo(6);
  }
}
