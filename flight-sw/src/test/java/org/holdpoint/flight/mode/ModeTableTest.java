package org.holdpoint.flight.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModeTableTest {
  private static final Set<Trigger> COMMANDS =
      EnumSet.of(
          Trigger.GO,
          Trigger.TRANSFER_TO,
          Trigger.SET_POINTING,
          Trigger.PLAN_BEGIN,
          Trigger.PLAN_LEG,
          Trigger.PLAN_COMMIT);

  @Test
  @Tag("GUI-020")
  void everyModeAnswersEveryTriggerWithARowOrAStatedRefusalWhateverTheFacts() {
    for (Mode mode : Mode.values()) {
      for (Trigger trigger : Trigger.values()) {
        for (ModeFacts facts : allFacts()) {
          var answer = ModeTable.TABLE.answer(mode, trigger, facts);
          if (answer.row().isEmpty() && COMMANDS.contains(trigger)) {
            assertThat(answer.refusal()).as("%s in %s", trigger, mode).isNotEqualTo(Refusal.NONE);
          }
        }
      }
    }
  }

  @Test
  @Tag("GUI-020")
  void noRowIsOutOfReachAndNoRefusalIsStatedTwice() {
    List<ModeFacts> facts = allFacts();
    for (var row : ModeTable.TABLE.rows()) {
      assertThat(facts)
          .as("%s", row)
          .anyMatch(
              any ->
                  ModeTable.TABLE.answer(row.mode(), row.trigger(), any).row().orElse(null) == row);
      assertThat(row.because()).isNotBlank();
    }
    assertThat(ModeTable.TABLE.refusals())
        .extracting(refused -> refused.mode() + " " + refused.trigger())
        .doesNotHaveDuplicates();
  }

  @Test
  @Tag("GUI-021")
  void abortWorksInEveryModeAndNeedsNobody() {
    for (Mode mode : Mode.values()) {
      for (ModeFacts facts : allFacts()) {
        var row = ModeTable.TABLE.answer(mode, Trigger.SAFING_ABORT, facts).row();
        assertThat(mode == Mode.ABORT || row.orElseThrow().next() == Mode.ABORT).isTrue();
        row.ifPresent(taken -> assertThat(taken.required()).isEqualTo(Required.NOBODY));
      }
    }
  }

  @Test
  @Tag("GUI-160")
  void escapeWorksInEveryModeThatHasNotGoneFurtherAndNeedsNobody() {
    for (Mode mode : Mode.values()) {
      boolean further = mode == Mode.ESCAPE || mode == Mode.ABORT || mode == Mode.ABORT_DRIFT;
      for (ModeFacts facts : allFacts()) {
        var answer = ModeTable.TABLE.answer(mode, Trigger.SAFING_ESCAPE, facts);
        assertThat(answer.row().isEmpty()).as("%s", mode).isEqualTo(further);
        answer
            .row()
            .ifPresent(
                row -> {
                  assertThat(row.next()).isEqualTo(Mode.ESCAPE);
                  assertThat(row.required()).isEqualTo(Required.NOBODY);
                });
      }
    }
  }

  @Test
  @Tag("GUI-021")
  void onlyResumeLeadsOutOfAnAbort() {
    assertThat(ModeTable.TABLE.rows())
        .filteredOn(row -> row.mode() == Mode.ABORT || row.mode() == Mode.ABORT_DRIFT)
        .filteredOn(row -> row.next() != Mode.ABORT && row.next() != Mode.ABORT_DRIFT)
        .allSatisfy(row -> assertThat(row.trigger()).isEqualTo(Trigger.SAFING_CLEARED));
  }

  @Test
  @Tag("GUI-022")
  void nothingLeavesAGateWithoutAPersonsConsentOrSafing() {
    assertThat(ModeTable.TABLE.rows())
        .filteredOn(row -> row.effect() == Effect.FLY_PLAN_LEG || row.effect() == Effect.KEEP_GO)
        .filteredOn(row -> row.trigger() != Trigger.GO_DUE)
        .allSatisfy(row -> assertThat(row.required()).isEqualTo(Required.CONSENT));
    assertThat(ModeTable.TABLE.rows())
        .filteredOn(row -> row.mode() == Mode.HOLD && row.next() != Mode.HOLD)
        .extracting(TransitionTable.Row::trigger)
        .containsOnly(
            Trigger.GO,
            Trigger.GO_DUE,
            Trigger.TRANSFER_TO,
            Trigger.BURN_MISSED,
            Trigger.SAFING_RETREAT,
            Trigger.SAFING_ESCAPE,
            Trigger.SAFING_ABORT,
            Trigger.SAFE_ENTER,
            Trigger.SAFE_NEEDED);
  }

  @Test
  void aTableWithAHoleSaysWhereTheHoleIs() {
    var table = new TransitionTable<Mode, Trigger, ModeFacts, Effect>(List.of(), List.of());
    assertThatThrownBy(() -> table.answer(Mode.HOLD, Trigger.GO, allFacts().get(0)))
        .hasMessageContaining("GO in HOLD");
  }

  @Test
  @Tag("GUI-020")
  void theCommittedPageIsTheOneThatTheTablesGive() throws IOException {
    Path page = Path.of(System.getProperty("holdpoint.root", ".."), "src/docs/modes.md");
    if (Boolean.getBoolean("holdpoint.write")) {
      Files.writeString(page, ModeTableDocument.markdown());
    }
    assertThat(Files.readString(page, StandardCharsets.UTF_8))
        .as("src/docs/modes.md; write it anew with -Dholdpoint.write=true")
        .isEqualTo(ModeTableDocument.markdown());
  }

  /** The attitude bears on safe mode alone, which asks for no leg. */
  private static List<ModeFacts> allFacts() {
    List<ModeFacts> all = new ArrayList<>();
    for (LegKind next : LegKind.values()) {
      add(all, next, false, false);
    }
    add(all, LegKind.NONE, true, false);
    add(all, LegKind.NONE, false, true);
    add(all, LegKind.NONE, true, true);
    return all;
  }

  private static void add(
      List<ModeFacts> all, LegKind next, boolean attitudeLost, boolean pointedAtSun) {
    for (int bits = 0; bits < 256; bits++) {
      all.add(
          new ModeFacts(
              (bits & 1) != 0,
              (bits & 2) != 0,
              (bits & 4) != 0,
              (bits & 8) != 0,
              (bits & 16) != 0,
              (bits & 64) != 0,
              next,
              (bits & 128) != 0,
              (bits & 32) != 0,
              attitudeLost,
              pointedAtSun));
    }
  }
}
