package org.holdpoint.flight.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.CommandVerification.Verification;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandVerificationTest {
  private static final AuthorityToken TOKEN =
      new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.SEQUENCED, 1);
  private static final int ALL = 0xF;
  private static final RequestId ONE = new RequestId(0x1864, 0xC001);
  private static final RequestId TWO = new RequestId(0x1864, 0xC002);

  private final CommandVerification verification = new CommandVerification();

  private Verification at(long tick, AcceptedCommands commands, CommandReport... progress) {
    return verification.step(new Tick(tick, 0), commands, Arrays.asList(progress));
  }

  private static AcceptedCommands nothing() {
    return new AcceptedCommands(List.of(), List.of(), List.of(), TOKEN, List.of());
  }

  private static AcceptedCommands accepted(int flags, RequestId... requests) {
    List<CommandReport> reports = new ArrayList<>();
    List<Acknowledgement> acknowledgements = new ArrayList<>();
    for (RequestId request : requests) {
      reports.add(CommandReport.success(request, Stage.ACCEPTANCE));
      acknowledgements.add(new Acknowledgement(request, flags, 201, 1));
    }
    return new AcceptedCommands(List.of(), reports, List.of(), TOKEN, acknowledgements);
  }

  private static CommandReport done(RequestId request, Stage stage) {
    return CommandReport.success(request, stage);
  }

  @Test
  @Tag("COM-013")
  void aCommandIsFollowedFromAcceptanceToCompletion() {
    assertThat(at(0, accepted(ALL, ONE)).reports()).containsExactly(done(ONE, Stage.ACCEPTANCE));
    assertThat(at(1, nothing(), done(ONE, Stage.START)).reports())
        .containsExactly(done(ONE, Stage.START));
    assertThat(at(2, nothing(), done(ONE, Stage.COMPLETION)).reports())
        .containsExactly(done(ONE, Stage.COMPLETION));
    assertThat(at(60, nothing()).reports()).isEmpty();
  }

  @Test
  @Tag("COM-013")
  void successIsReportedOnlyWhereTheSenderAskedForIt() {
    at(0, accepted(1, ONE));
    assertThat(at(1, nothing(), done(ONE, Stage.START), done(ONE, Stage.COMPLETION)).reports())
        .isEmpty();
    assertThat(at(2, accepted(8, TWO)).reports()).isEmpty();
    assertThat(at(3, nothing(), done(TWO, Stage.START), done(TWO, Stage.COMPLETION)).reports())
        .containsExactly(done(TWO, Stage.COMPLETION));
  }

  @Test
  @Tag("COM-013")
  void aCompletionWithoutAStartBringsItsStartAlong() {
    at(0, accepted(ALL, ONE));
    assertThat(at(1, nothing(), done(ONE, Stage.COMPLETION)).reports())
        .containsExactly(done(ONE, Stage.START), done(ONE, Stage.COMPLETION));
  }

  @Test
  @Tag("COM-013")
  void aRefusalIsReportedThoughNobodyAskedAndOperatorsSeeIt() {
    at(0, accepted(0, ONE));
    CommandReport refused = CommandReport.refused(ONE, Stage.START, Refusal.GATE_CLOSED, 3, 0);
    Verification told = at(1, nothing(), refused);
    assertThat(told.reports()).containsExactly(refused);
    assertThat(told.events())
        .containsExactly(
            new EventReport(ChaserEvent.COMMAND_REFUSED, 201, 1, Refusal.GATE_CLOSED.code()));
    assertThat(told.status().refused()).isEqualTo(1);
  }

  @Test
  @Tag("COM-014")
  void aCommandWithoutEffectForTwoSecondsIsFailedOnceAndForAll() {
    at(100, accepted(ALL, ONE));
    at(101, nothing(), done(ONE, Stage.START));
    assertThat(at(119, nothing()).reports()).isEmpty();
    Verification late = at(120, nothing());
    assertThat(late.reports())
        .containsExactly(
            CommandReport.refused(ONE, Stage.COMPLETION, Refusal.EFFECT_NOT_SEEN, 0, 0));
    assertThat(late.events()).hasSize(1);
    assertThat(at(121, nothing(), done(ONE, Stage.COMPLETION)).reports())
        .as("too late: the failure was the last word")
        .isEmpty();
  }

  @Test
  @Tag("COM-014")
  void aFloodOfCommandsIsBoundedByFailingTheOldest() {
    RequestId[] flood = new RequestId[CommandVerification.MAX_UNDER_WAY + 1];
    for (int i = 0; i < flood.length; i++) {
      flood[i] = new RequestId(0x1864, 0xC000 | i);
    }
    Verification told = at(0, accepted(0, flood));
    assertThat(told.reports()).hasSize(1);
    assertThat(told.reports().get(0).request()).isEqualTo(flood[0]);
  }

  @Test
  @Tag("COM-013")
  void theAgeOfTheLastAcceptedCommandIsTold() {
    assertThat(at(40, nothing()).status().sinceAccepted_s()).isEqualTo(4.0);
    at(50, accepted(ALL, ONE));
    assertThat(at(65, nothing()).status().sinceAccepted_s()).isEqualTo(1.5);
    assertThat(at(65, nothing()).status().accepted()).isEqualTo(1);
  }

  @Test
  @Tag("COM-016")
  void commandsUnderWaySurviveARestore() {
    at(100, accepted(ALL, ONE, TWO));
    at(101, nothing(), done(ONE, Stage.START));
    StateWriter out = new StateWriter();
    verification.save(out);
    CommandVerification restored = new CommandVerification();
    restored.restore(new StateReader(out.bytes()));
    Tick deadline = new Tick(120, 0);
    assertThat(restored.step(deadline, nothing(), List.of()))
        .isEqualTo(verification.step(deadline, nothing(), List.of()));
  }

  @Test
  @Tag("COM-013")
  void oneOfTwoCommandsUnderWayIsCompletedAndTheOtherStillExpires() {
    at(0, accepted(ALL, ONE, TWO));
    assertThat(at(1, nothing(), done(TWO, Stage.COMPLETION)).reports())
        .containsExactly(done(TWO, Stage.START), done(TWO, Stage.COMPLETION));
    assertThat(at(20, nothing()).reports())
        .containsExactly(
            CommandReport.refused(ONE, Stage.COMPLETION, Refusal.EFFECT_NOT_SEEN, 0, 0));
  }

  @Test
  @Tag("COM-016")
  void aRestoreForgetsWhatWasUnderWayAndRefusesADamagedCount() {
    CommandVerification empty = new CommandVerification();
    StateWriter out = new StateWriter();
    empty.save(out);
    at(100, accepted(ALL, ONE));
    verification.restore(new StateReader(out.bytes()));
    assertThat(at(120, nothing()).reports()).isEmpty();
    assertThat(at(121, nothing()).status().accepted()).isZero();

    for (int size : new int[] {-1, CommandVerification.MAX_UNDER_WAY + 1}) {
      StateReader damaged = new StateReader(new StateWriter().put(size).bytes());
      assertThatThrownBy(() -> verification.restore(damaged)).hasMessageContaining("" + size);
    }
  }

  @Test
  @Tag("COM-016")
  void aFullListSurvivesARestore() {
    RequestId[] most = new RequestId[CommandVerification.MAX_UNDER_WAY];
    for (int i = 0; i < most.length; i++) {
      most[i] = new RequestId(0x1864, 0xC000 | i);
    }
    at(0, accepted(0, most));
    StateWriter out = new StateWriter();
    verification.save(out);
    CommandVerification restored = new CommandVerification();
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.step(new Tick(20, 0), nothing(), List.of()).reports()).hasSize(most.length);
  }
}
