package org.holdpoint.rehearsal.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ground's own arithmetic against published bytes. */
class StationCodeTest {
  @ParameterizedTest
  @CsvSource({
    "22F600FF00421A, 12",
    "8CC00E010D1906, 5A",
    "301B0009008200, 54",
    "10E4C155555555, 3E"
  })
  @Tag("COM-002")
  void theBchParityOfPublishedCodeBlocksIsTheirs(String data, String parity) {
    assertThat(StationCode.bchParity(HexFormat.of().parseHex(data), 0))
        .isEqualTo(Integer.parseInt(parity, 16));
  }

  @Test
  @Tag("COM-001")
  void theCrcOfPublishedBytesIsTheirs() {
    byte[] packet = HexFormat.of().parseHex("06000CF0000400558873C900000521");
    assertThat(StationCode.crc16(packet, 0, packet.length)).isEqualTo(0x75FB);
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(StationCode.crc16(digits, 0, digits.length)).isEqualTo(0x29B1);
  }

  @Test
  @Tag("COM-002")
  void thePublishedCodeBlocksMakeUpTheirCltu() {
    // The four published code blocks are one frame of 24 bytes and its fill.
    byte[] frame = HexFormat.of().parseHex("22F600FF00421A8CC00E010D1906301B000900820010E4C1");
    assertThat(HexFormat.of().withUpperCase().formatHex(StationCode.cltu(frame)))
        .isEqualTo(
            "EB90"
                + "22F600FF00421A12"
                + "8CC00E010D19065A"
                + "301B000900820054"
                + "10E4C1555555553E"
                + "C5C5C5C5C5C5C579");
  }
}
