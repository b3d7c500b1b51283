package org.holdpoint.flight.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.holdpoint.dictionary.command.AreYouAlive;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.DisableEvent;
import org.holdpoint.dictionary.command.DisableHousekeeping;
import org.holdpoint.dictionary.command.EnableEvent;
import org.holdpoint.dictionary.command.EnableHousekeeping;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.ReportHousekeeping;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReportingControlTest {
  private static final int GNC = 10;
  private static final int DROPPED = ChaserEvent.FRAME_DROPPED.code();

  private final ReportingControl control = new ReportingControl();

  private ReportingChoice send(ChaserCommand command) {
    return control.step(List.of(new ReceivedCommand(new RequestId(0x1864, 0xC000), command)));
  }

  private static Refusal refusal(ReportingChoice choice) {
    assertThat(choice.reports()).hasSize(1);
    return choice.reports().get(0).refusal();
  }

  @Test
  @Tag("COM-019")
  void structuresAreDisabledEnabledAndReportedOnce() {
    assertThat(send(new DisableHousekeeping(1, GNC)).disabledStructures()).containsExactly(GNC);
    assertThat(send(new ReportHousekeeping(1, GNC)).once()).containsExactly(GNC);
    assertThat(control.step(List.of()).once()).isEmpty();
    assertThat(send(new EnableHousekeeping(1, GNC)).disabledStructures()).isEmpty();
  }

  @Test
  @Tag("COM-019")
  void eventsAreDisabledAndEnabledButNotThoseOfHighSeverity() {
    assertThat(send(new DisableEvent(1, DROPPED)).disabledEvents())
        .containsExactly(ChaserEvent.FRAME_DROPPED);
    assertThat(send(new EnableEvent(1, DROPPED)).disabledEvents()).isEmpty();
    ReportingChoice alarm = send(new DisableEvent(1, ChaserEvent.KEEP_OUT_RULE.code()));
    assertThat(refusal(alarm)).isEqualTo(Refusal.ARGUMENT_OUT_OF_RANGE);
    assertThat(alarm.disabledEvents()).isEmpty();
  }

  @Test
  @Tag("COM-019")
  void unknownStructuresAndEventsAreRefused() {
    assertThat(refusal(send(new ReportHousekeeping(1, 99)))).isEqualTo(Refusal.UNKNOWN_STRUCTURE);
    assertThat(refusal(send(new EnableHousekeeping(1, 99)))).isEqualTo(Refusal.UNKNOWN_STRUCTURE);
    assertThat(refusal(send(new DisableHousekeeping(1, 99)))).isEqualTo(Refusal.UNKNOWN_STRUCTURE);
    assertThat(refusal(send(new EnableEvent(1, 9999)))).isEqualTo(Refusal.UNKNOWN_STRUCTURE);
    assertThat(refusal(send(new DisableEvent(1, 9999)))).isEqualTo(Refusal.UNKNOWN_STRUCTURE);
  }

  @Test
  @Tag("COM-019")
  void aConnectionTestStartsAndCompletesInItsTick() {
    ReportingChoice choice = send(new AreYouAlive());
    assertThat(choice.connectionAnswers()).isEqualTo(1);
    assertThat(choice.reports())
        .extracting(CommandReport::stage)
        .containsExactly(CommandReport.Stage.START, CommandReport.Stage.COMPLETION);
  }

  @Test
  @Tag("COM-016")
  void theChoiceSurvivesARestore() {
    send(new DisableHousekeeping(1, GNC));
    send(new DisableEvent(1, DROPPED));
    StateWriter out = new StateWriter();
    control.save(out);
    ReportingControl restored = new ReportingControl();
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.step(List.of())).isEqualTo(control.step(List.of()));
  }
}
