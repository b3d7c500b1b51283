package org.holdpoint.flight.ccsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes that standards and other people's software publish. */
class PublishedBytesTest {

  private static ByteBuf hex(String digits) {
    return Unpooled.wrappedBuffer(HexFormat.of().parseHex(digits));
  }

  @Test
  @Tag("COM-001")
  void theCrcOfAPublishedTelecommandPacketAndOfTheNineDigitsIsTheirs() {
    assertThat(Crc16.of(hex("06000CF0000400558873C900000521"), 0, 15)).isEqualTo(0x75FB);
    ByteBuf digits = Unpooled.copiedBuffer("123456789", StandardCharsets.US_ASCII);
    assertThat(Crc16.of(digits, 0, 9)).isEqualTo(0x29B1);
  }

  @Test
  @Tag("COM-001")
  void aBufferThatEndsWithItsOwnCrcChecksToZero() {
    assertThat(Crc16.of(hex("06000CF0000400558873C90000052175FB"), 0, 17)).isZero();
  }

  @Test
  @Tag("COM-001")
  void aRunOfIdleDataHasTheSameCrcWhetherItIsGoneThroughOrNot() {
    ByteBuf frame = Unpooled.buffer(1115);
    for (int i = 0; i < 9; i++) {
      frame.writeByte("123456789".charAt(i));
    }
    while (frame.isWritable(1)) {
      frame.writeByte(0x55);
    }
    CrcOfRun idle = new CrcOfRun(0x55);
    for (int length = 0; length <= 1106; length++) {
      assertThat(idle.after(0x29B1, length))
          .as("%s octets", length)
          .isEqualTo(Crc16.of(frame, 0, 9 + length));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> idle.after(0, 2048))
        .withMessageContaining("2048");
  }

  @Test
  @Tag("COM-008")
  void thePublishedConnectionTestPacketPassesEveryCheckButItsApid() {
    ByteBuf packet = hex("1802C03400062F11010000EE63");
    assertThat(TcPacket.claimedLength(packet, 0)).isEqualTo(13);
    assertThat(TcPacket.check(packet, 0, 13)).isEqualTo(FrameError.APID);

    TcPacket parsed = TcPacket.parse(HexFormat.of().parseHex("1802C03400062F11010000EE63"));
    assertThat(parsed.service()).isEqualTo(17);
    assertThat(parsed.subtype()).isEqualTo(1);
    assertThat(parsed.acknowledgements()).isEqualTo(0xF);
    assertThat(parsed.sequenceControl()).isEqualTo(0xC034);
    assertThat(parsed.applicationData().readableBytes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "22F600FF00421A, 12",
    "8CC00E010D1906, 5A",
    "301B0009008200, 54",
    "10E4C155555555, 3E"
  })
  @Tag("COM-002")
  void theBchParityOfPublishedCodeBlocksIsTheirs(String data, String parity) {
    assertThat(BchCode.parity(hex(data), 0)).isEqualTo(Integer.parseInt(parity, 16));
  }

  @Test
  @Tag("COM-009")
  void aPublishedUnsegmentedTimeIsReadToTheMillisecond() {
    long unix_ns = CucTime.read_ns(hex("5B3F555E48B4"), 2);
    assertThat(Math.round(unix_ns / 1e6))
        .isEqualTo(Instant.parse("2018-07-06T11:41:18.284Z").toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({"0", "2183155237000000000", "2183155237100000000", "2183155237999999999"})
  @Tag("COM-009")
  void anOnboardTimeSurvivesTheWireToSixtyNanoseconds(long tai_ns) {
    ByteBuf wire = Unpooled.buffer();
    CucTime.write(tai_ns, wire);
    assertThat(wire.readableBytes()).isEqualTo(CucTime.BYTES);
    assertThat(tai_ns - CucTime.read_ns(wire, 3)).isBetween(0L, 60L);
  }
}
