package org.holdpoint.flight.ccsds;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BchCodeTest {
  private static final byte[] BLOCK = HexFormat.of().parseHex("22F600FF00421A12");

  private static byte[] withWrongBits(int... bits) {
    byte[] block = BLOCK.clone();
    for (int bit : bits) {
      block[bit / 8] ^= (byte) (0x80 >> (bit % 8));
    }
    return block;
  }

  @Test
  @Tag("COM-002")
  void everySingleWrongBitOfACodeBlockIsMended() {
    for (int bit = 0; bit < 63; bit++) {
      ByteBuf out = Unpooled.buffer();
      assertThat(BchCode.decode(Unpooled.wrappedBuffer(withWrongBits(bit)), 0, out)).isEqualTo(1);
      assertThat(HexFormat.of().formatHex(out.array(), 0, 7))
          .isEqualToIgnoringCase("22F600FF00421A");
    }
  }

  @Test
  @Tag("COM-002")
  void everyPairOfWrongBitsOfACodeBlockIsDetectedAndNothingComesOut() {
    for (int first = 0; first < 63; first++) {
      for (int second = first + 1; second < 63; second++) {
        ByteBuf out = Unpooled.buffer();
        byte[] block = withWrongBits(first, second);
        assertThat(BchCode.decode(Unpooled.wrappedBuffer(block), 0, out))
            .isEqualTo(BchCode.UNDECODABLE);
        assertThat(out.readableBytes()).isZero();
      }
    }
  }

  @Test
  @Tag("COM-002")
  void theFillBitIsNotLookedAt() {
    ByteBuf out = Unpooled.buffer();
    assertThat(BchCode.decode(Unpooled.wrappedBuffer(withWrongBits(63)), 0, out)).isZero();
  }

  @Test
  @Tag("COM-002")
  void theTailSequenceIsNoCodeBlock() {
    ByteBuf tail = Unpooled.wrappedBuffer(HexFormat.of().parseHex("C5C5C5C5C5C5C579"));
    assertThat(BchCode.decode(tail, 0, Unpooled.buffer())).isEqualTo(BchCode.UNDECODABLE);
  }
}
