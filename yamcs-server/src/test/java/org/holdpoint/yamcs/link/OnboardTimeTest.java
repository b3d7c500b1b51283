package org.holdpoint.yamcs.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardTimeTest {
  /** As the spacecraft writes it: the fraction cut to 2^-24 s. */
  private static byte[] cuc(long seconds, double fraction_s) {
    int units = (int) (fraction_s * (1 << 24));
    return ByteBuffer.allocate(9)
        .putShort((short) 0)
        .putInt((int) seconds)
        .put((byte) (units >> 16))
        .putShort((short) units)
        .array();
  }

  @ParameterizedTest
  @CsvSource({"0.0,0", "0.1,100", "0.5,500", "0.7,700", "0.9,900", "0.9999,1000"})
  @Tag("GND-008")
  void aTenthOfASecondIsShownAsThat(double fraction_s, long millis) {
    assertThat(new OnboardTime().decode(cuc(2_130_000_000L, fraction_s), 2))
        .isEqualTo(2_130_000_000_000L + millis);
  }

  @Test
  @Tag("GND-008")
  void secondsBeyondTheSignBitOfAnIntStayPositive() {
    assertThat(new OnboardTime().decode(cuc(4_000_000_000L, 0.25), 2))
        .isEqualTo(4_000_000_000_250L);
  }
}
