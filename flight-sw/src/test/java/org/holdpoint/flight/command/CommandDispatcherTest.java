package org.holdpoint.flight.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandSpec;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.AreYouAlive;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Functions;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.Hold;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.ReinitialiseNavigation;
import org.holdpoint.dictionary.command.RequestAuthority;
import org.holdpoint.dictionary.command.Retreat;
import org.holdpoint.dictionary.command.SetPointing;
import org.holdpoint.dictionary.command.SetThruster;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandDispatcherTest {
  private static final TransferTo TRANSFER = new TransferTo(1, new Xyz(0, -500, 0), 3000);

  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private int sequenceCount;

  private byte[] packet(ChaserCommand command) {
    CommandSpec spec = CommandCodec.instance().spec(command);
    ByteBuf data = Unpooled.buffer();
    CommandCodec.instance().encode(command, data);
    return packet(spec.service(), spec.subtype(), ByteBufUtil.getBytes(data));
  }

  private byte[] packet(int service, int subtype, byte... data) {
    ByteBuf out = Unpooled.buffer();
    out.writeShort(0x1800 | Apid.CORE).writeShort(0xC000 | sequenceCount++);
    out.writeShort(data.length + 6).writeByte(0x2F).writeByte(service).writeByte(subtype);
    return ByteBufUtil.getBytes(out.writeShort(1).writeBytes(data).writeShort(0));
  }

  private AcceptedCommands send(ChaserCommand... commands) {
    return dispatcher.accept(List.of(commands).stream().map(this::packet).toList());
  }

  private static void assertRefused(AcceptedCommands accepted, Refusal why) {
    assertThat(accepted.commands()).isEmpty();
    assertThat(accepted.reports()).hasSize(1);
    assertThat(accepted.reports().get(0).stage()).isEqualTo(Stage.ACCEPTANCE);
    assertThat(accepted.reports().get(0).refusal()).isEqualTo(why);
    assertThat(accepted.acknowledgements()).hasSize(1);
  }

  @Test
  @Tag("COM-010")
  void everyCommandOfTheDictionaryHasExactlyOneRow() {
    Set<Class<?>> rows = new HashSet<>();
    CommandTable.ROWS.forEach(row -> assertThat(rows.add(row.command())).isTrue());
    assertThat(rows).containsExactlyInAnyOrder(ChaserCommand.class.getPermittedSubclasses());
  }

  @Test
  @Tag("COM-010")
  void exactlyTheCommandsWithAnEpochArgumentAreCheckedForIt() {
    for (CommandTable.Row<?> row : CommandTable.ROWS) {
      boolean declared =
          row.command().getRecordComponents().length > 0
              && row.command().getRecordComponents()[0].getName().equals("epoch");
      assertThat(row.epoch() != null).as(row.command().getSimpleName()).isEqualTo(declared);
    }
  }

  @Test
  @Tag("COM-010")
  void commandsGoToTheirRecipients() {
    AcceptedCommands accepted =
        send(
            new Go(1, 1, 7, 9),
            new Hold(),
            new ReinitialiseNavigation(1),
            new AreYouAlive(),
            new Abort(),
            TRANSFER);
    assertThat(accepted.guidance())
        .extracting(ReceivedCommand::command)
        .containsExactly(new Go(1, 1, 7, 9), TRANSFER);
    assertThat(accepted.safing())
        .extracting(ReceivedCommand::command)
        .containsExactly(new Hold(), new Abort());
    assertThat(accepted.navigation()).hasSize(1);
    assertThat(accepted.reporting()).hasSize(1);
    assertThat(accepted.reports())
        .hasSize(6)
        .allMatch(report -> report.refusal() == Refusal.NONE && report.stage() == Stage.ACCEPTANCE);
  }

  @Test
  @Tag("COM-011")
  void aStaleEpochIsRefusedWithBothEpochs() {
    AcceptedCommands accepted = send(new Go(7, 1, 0, 0));
    assertRefused(accepted, Refusal.STALE_EPOCH);
    assertThat(accepted.reports().get(0).parameter1()).isEqualTo(7);
    assertThat(accepted.reports().get(0).parameter2()).isEqualTo(1);
  }

  @Test
  @Tag("COM-011")
  void safingAndTheConnectionTestPassWhateverTheEpochAndWhoeverHolds() {
    send(new RequestAuthority(Functions.TRANSLATION_AND_ATTITUDE, Holder.AUTONOMY));
    AcceptedCommands accepted = send(new Abort(), new Hold(), new Retreat(), new AreYouAlive());
    assertThat(accepted.commands()).hasSize(4);
  }

  @Test
  @Tag("COM-012")
  void whileAutonomyHoldsTranslationTheGroundConsentsButDoesNotFly() {
    AcceptedCommands handed = send(new RequestAuthority(Functions.TRANSLATION, Holder.AUTONOMY));
    assertThat(handed.token())
        .isEqualTo(
            new AuthorityToken(Holder.AUTONOMY, Holder.GROUND, AuthorityLevel.SUPERVISED, 2));
    assertThat(handed.events())
        .containsExactly(
            new EventReport(
                ChaserEvent.AUTHORITY_CHANGED, Holder.AUTONOMY.code(), Holder.GROUND.code(), 2));
    assertThat(handed.reports())
        .extracting(CommandReport::stage)
        .containsExactly(Stage.ACCEPTANCE, Stage.START, Stage.COMPLETION);

    assertThat(send(new Go(2, 1, 0, 0)).commands()).hasSize(1);
    assertThat(send(new SetPointing(2, Pointing.NADIR)).commands()).hasSize(1);
    assertRefused(send(new TransferTo(2, new Xyz(0, -500, 0), 3000)), Refusal.NOT_HOLDER);
    assertRefused(
        send(new PlanLeg(2, 1, LegKind.RADIAL_HOP, 1, new Xyz(0, -250, 0), 0)), Refusal.NOT_HOLDER);
  }

  @Test
  @Tag("COM-012")
  void anAuthorityThatIsHeldAlreadyIsRefusedAndTheEpochStays() {
    AcceptedCommands again = send(new RequestAuthority(Functions.ATTITUDE, Holder.GROUND));
    assertThat(again.reports()).extracting(CommandReport::refusal).contains(Refusal.ALREADY_SO);
    assertThat(again.token().epoch()).isEqualTo(1);
    assertThat(again.events()).isEmpty();
  }

  @Test
  @Tag("COM-012")
  void commandsBehindAHandoverInTheSameTickNeedTheNewEpoch() {
    AcceptedCommands accepted =
        send(new RequestAuthority(Functions.ATTITUDE, Holder.AUTONOMY), TRANSFER);
    assertThat(accepted.commands()).isEmpty();
    assertThat(accepted.reports().get(3).refusal()).isEqualTo(Refusal.STALE_EPOCH);
  }

  @Test
  @Tag("COM-012")
  void theEpochNeverBecomesZero() {
    Holder holder = Holder.AUTONOMY;
    for (int i = 1; i <= 65_535; i++) {
      send(new RequestAuthority(Functions.ATTITUDE, holder));
      holder = holder == Holder.GROUND ? Holder.AUTONOMY : Holder.GROUND;
    }
    assertThat(dispatcher.token().epoch()).isEqualTo(1);
  }

  @Test
  @Tag("COM-010")
  void unknownServicesWrongLengthsAndArgumentsOutOfRangeAreRefused() {
    assertRefused(dispatcher.accept(List.of(packet(99, 1))), Refusal.UNKNOWN_COMMAND);
    assertRefused(dispatcher.accept(List.of(packet(202, 3, (byte) 0))), Refusal.BAD_LENGTH);
    byte[] tooFar = packet(TRANSFER);
    tooFar[13] = 0x7F; // the first byte of target x, a float
    AcceptedCommands refused = dispatcher.accept(List.of(tooFar));
    assertRefused(refused, Refusal.ARGUMENT_OUT_OF_RANGE);
    assertThat(refused.reports().get(0).parameter1()).isEqualTo(2);
  }

  @Test
  @Tag("COM-016")
  void theTokenSurvivesARestore() {
    send(new RequestAuthority(Functions.TRANSLATION, Holder.AUTONOMY));
    StateWriter out = new StateWriter();
    dispatcher.save(out);
    CommandDispatcher restored = new CommandDispatcher();
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.token()).isEqualTo(dispatcher.token());
  }

  @Test
  @Tag("COM-010")
  void aTickWithoutATelecommandChangesNothingAndTheThrustersHaveTheirOwnRecipient() {
    AcceptedCommands nothing = dispatcher.accept(List.of());
    assertThat(nothing.commands()).isEmpty();
    assertThat(nothing.reports()).isEmpty();
    assertThat(nothing.token()).isEqualTo(dispatcher.token());

    AcceptedCommands accepted = send(new SetThruster(1, 3, true));
    assertThat(accepted.propulsion()).hasSize(1);
    assertThat(accepted.guidance()).isEmpty();
  }
}
