package org.holdpoint.yamcs.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameCheckTest {
  private final FrameCheck check = new FrameCheck(0x0B5, 1115, 1115);

  private static byte[] frame(int scid, int vc, int count) {
    byte[] frame = new byte[1115];
    int word = scid << 4 | vc << 1 | 1;
    frame[0] = (byte) (word >> 8);
    frame[1] = (byte) word;
    frame[3] = (byte) count;
    return frame;
  }

  @Test
  @Tag("GND-003")
  void ourFrameOfTheRightLengthPasses() {
    assertThat(check.faultOf(frame(0x0B5, 0, 0))).isNull();
  }

  @Test
  @Tag("GND-003")
  void aFrameOfAnotherSpacecraftIsNamed() {
    assertThat(check.faultOf(frame(0x0B4, 0, 0))).contains("0x0B4").contains("0x0B5");
  }

  @Test
  @Tag("GND-003")
  void aLongAndAShortFrameAreRefused() {
    assertThat(check.faultOf(new byte[1116])).contains("longer than 1115");
    assertThat(check.faultOf(new byte[1114])).contains("shorter than 1115");
    assertThat(check.faultOf(new byte[0])).contains("shorter than 1115");
  }

  @Test
  @Tag("GND-004")
  void missingFramesAreCountedThroughTheWrapOfTheirCounter() {
    assertThat(check.lostBefore(frame(0x0B5, 0, 254))).isZero();
    assertThat(check.lostBefore(frame(0x0B5, 0, 255))).isZero();
    assertThat(check.lostBefore(frame(0x0B5, 0, 0))).isZero();
    assertThat(check.lostBefore(frame(0x0B5, 0, 3))).isEqualTo(2);
    assertThat(check.lostBefore(frame(0x0B5, 7, 90))).as("idle channel").isZero();
    assertThat(check.lostBefore(frame(0x0B5, 0, 4))).isZero();
  }

  @Test
  @Tag("GND-004")
  void whatPassedWhileAwayIsNotLost() {
    check.lostBefore(frame(0x0B5, 0, 10));
    check.reconnected();
    assertThat(check.lostBefore(frame(0x0B5, 0, 90))).isZero();
  }
}
