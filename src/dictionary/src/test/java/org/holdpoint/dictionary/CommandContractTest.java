package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.holdpoint.dictionary.command.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yamcs.ErrorInCommand;
import org.yamcs.xtce.MetaCommand;

/** What Yamcs builds, the flight side decodes; what one side refuses, the other refuses too. */
class CommandContractTest {
  private static final CommandCodec CODEC = CommandCodec.instance();
  private static final int ROUNDS = 100;
  private static final int HEADER_BYTES = 11;

  static List<CommandSpec> commands() {
    return CODEC.commands();
  }

  private static Map<String, Object> arguments(CommandSpec spec, SeededValues values) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (FieldSpec argument : spec.arguments()) {
      Object value = values.next(argument);
      arguments.put(argument.name(), value instanceof Enum<?> e ? e.name() : value);
    }
    return arguments;
  }

  private static ByteBuf encoded(String name, Map<String, Object> arguments) {
    ByteBuf data = Unpooled.buffer();
    CODEC.encode(CODEC.build(name, arguments), data);
    return data;
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-003")
  void everyCommandThatYamcsBuildsIsTheCommandThatFlightDecodes(CommandSpec spec) throws Exception {
    SeededValues values = new SeededValues(spec.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Object> arguments = arguments(spec, values);
      byte[] packet = MissionDatabase.build(spec.name(), arguments);
      ByteBuf data = Unpooled.wrappedBuffer(packet, HEADER_BYTES, packet.length - HEADER_BYTES);
      assertThat(data).isEqualTo(encoded(spec.name(), arguments));
      assertThat(CODEC.decode(spec.service(), spec.subtype(), data).command())
          .isEqualTo(CODEC.build(spec.name(), arguments));
    }
  }

  /** Octets written down from ECSS-E-ST-70-41C 7.4.4; count, length and checksum come later. */
  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-003")
  void everyTelecommandAsksForReportsOfAcceptanceStartAndCompletion(CommandSpec spec)
      throws Exception {
    byte[] packet =
        MissionDatabase.build(spec.name(), arguments(spec, new SeededValues(spec.subtype())));
    String type = "%02x%02x".formatted(spec.service(), spec.subtype());
    assertThat(ByteBufUtil.hexDump(packet, 0, HEADER_BYTES))
        .isEqualTo("1864c00000002b" + type + "0000");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-004")
  void anArgumentOutOfRangeIsRefusedOnTheGroundAndOnboard(CommandSpec spec) {
    for (FieldSpec bad : spec.arguments()) {
      Map<String, Object> arguments = arguments(spec, new SeededValues(1));
      for (Object value : outside(bad)) {
        arguments.put(bad.name(), value);
        assertThatThrownBy(() -> MissionDatabase.build(spec.name(), arguments))
            .isInstanceOf(ErrorInCommand.class);
        assertThatThrownBy(() -> CODEC.build(spec.name(), arguments))
            .hasMessageContaining(spec.name())
            .hasMessageContaining(bad.name());
      }
    }
  }

  private static List<Object> outside(FieldSpec field) {
    return switch (field.kind()) {
      case ENUM -> List.of("NO_SUCH_CONSTANT");
      case DOUBLE -> List.of(field.max() + 1, field.min() - 1);
      default -> List.of((long) field.max() + 1, (long) field.min() - 1);
    };
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-004")
  void onboardAForgedArgumentIsRefusedByItsIndexAndValue(CommandSpec spec) {
    int at = 0;
    for (int index = 1; index <= spec.arguments().size(); index++) {
      FieldSpec field = spec.arguments().get(index - 1);
      for (double forged : forged(field)) {
        ByteBuf data = encoded(spec.name(), arguments(spec, new SeededValues(2)));
        overwrite(data, at, field, forged);
        CommandDecoding decoding = CODEC.decode(spec.service(), spec.subtype(), data);
        assertThat(decoding.command()).isNull();
        assertThat(decoding.refusal()).isEqualTo(Refusal.ARGUMENT_OUT_OF_RANGE);
        assertThat(decoding.parameter1()).as("argument %s", field.name()).isEqualTo(index);
        assertThat(decoding.parameter2()).isEqualTo(Double.isFinite(forged) ? forged : 0);
      }
      at += field.bytes();
    }
  }

  /** Values that fit the octets of the field but not its range. */
  private static List<Double> forged(FieldSpec field) {
    if (field.kind() == Kind.DOUBLE) {
      return List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          (double) Math.nextUp((float) field.max()),
          (double) Math.nextDown((float) field.min()));
    }
    double largest = Math.pow(2, 8 * field.bytes()) - 1;
    return field.max() < largest ? List.of(field.max() + 1, largest) : List.of();
  }

  private static void overwrite(ByteBuf data, int at, FieldSpec field, double value) {
    switch (field.wire()) {
      case U8 -> data.setByte(at, (int) value);
      case U16 -> data.setShort(at, (int) value);
      case U32 -> data.setInt(at, (int) (long) value);
      case F32 -> data.setFloat(at, (float) value);
      case F64 -> data.setDouble(at, value);
      case DEFAULT -> throw new IllegalStateException(field.name());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-004")
  void aCommandOfAnotherLengthIsRefusedWithBothLengths(CommandSpec spec) {
    ByteBuf data = encoded(spec.name(), arguments(spec, new SeededValues(3)));
    int length = data.readableBytes();
    var longer = CODEC.decode(spec.service(), spec.subtype(), data.copy().writeByte(0));
    assertThat(longer).isEqualTo(CommandDecoding.refused(Refusal.BAD_LENGTH, length + 1, length));
    if (length > 0) {
      var shorter = CODEC.decode(spec.service(), spec.subtype(), data.slice(0, length - 1));
      assertThat(shorter)
          .isEqualTo(CommandDecoding.refused(Refusal.BAD_LENGTH, length - 1, length));
    }
  }

  @Test
  @Tag("DIC-004")
  void anUnknownServiceOrSubtypeIsRefusedByItsNumbers() {
    assertThat(CODEC.decode(201, 99, Unpooled.EMPTY_BUFFER))
        .isEqualTo(CommandDecoding.refused(Refusal.UNKNOWN_COMMAND, 201, 99));
  }

  @Test
  @Tag("DIC-004")
  void garbageNeverThrows() {
    SeededValues values = new SeededValues(41);
    for (int round = 0; round < 20_000; round++) {
      ByteBuf data = Unpooled.buffer();
      for (int i = (int) (values.fraction() * 24); i > 0; i--) {
        data.writeByte((int) values.bits());
      }
      CommandSpec spec = CODEC.commands().get((int) (values.fraction() * CODEC.commands().size()));
      CommandDecoding decoding = CODEC.decode(spec.service(), spec.subtype(), data);
      assertThat(decoding.command() == null).isEqualTo(decoding.refusal() != Refusal.NONE);
    }
  }

  /** Whoever reads the archive or approves a command sees how much is at stake. */
  @Test
  @Tag("DIC-012")
  void everyCommandHasTheSignificanceAndTheVerifiersThatItsDeclarationAsksFor() {
    for (CommandSpec spec : CODEC.commands()) {
      MetaCommand meta = MissionDatabase.mdb().getMetaCommand("/chaser/" + spec.name());
      var significance = meta.getDefaultSignificance();
      String level = significance == null ? "NONE" : significance.getConsequenceLevel().name();
      assertThat(level).isEqualToIgnoringCase(spec.declaration().significance().name());
      assertThat(meta.getBaseMetaCommand().getCommandVerifiers())
          .extracting(verifier -> verifier.getStage())
          .containsExactlyInAnyOrder("Accepted", "Started", "Complete");
      assertThat(meta.getShortDescription()).isEqualTo(spec.declaration().description());
    }
  }
}
