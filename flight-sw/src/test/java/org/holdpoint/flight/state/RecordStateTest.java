package org.holdpoint.flight.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordStateTest {
  record Inner(double value, Mode mode) {}

  record Outer(Vec3 r_m, long count, int small, boolean flag, Inner none, List<Inner> rows) {}

  record Odd(StringBuilder text) {}

  @Test
  @Tag("COM-016")
  void aRecordComesBackWithTheSameBits() {
    Outer before =
        new Outer(
            new Vec3(-0.0, Double.MIN_VALUE, 0.1 + 0.2),
            Long.MIN_VALUE,
            -1,
            true,
            null,
            List.of(new Inner(Double.NaN, Mode.ABORT), new Inner(1, Mode.HOLD)));
    StateWriter out = new StateWriter();
    RecordState.write(out, before);
    RecordState.write(out, null);
    StateReader in = new StateReader(out.bytes());
    assertThat(RecordState.read(in, Outer.class)).isEqualTo(before);
    assertThat(RecordState.readNullable(in, Inner.class)).isNull();
    assertThat(in.atEnd()).isTrue();
  }

  @Test
  @Tag("COM-016")
  void whatCannotBeKeptAndWhatIsDamagedIsSaid() {
    assertThatThrownBy(() -> RecordState.write(new StateWriter(), new Odd(new StringBuilder())))
        .hasMessageContaining("cannot keep a java.lang.StringBuilder");
    StateWriter none = new StateWriter();
    RecordState.write(none, null);
    assertThatThrownBy(() -> RecordState.read(new StateReader(none.bytes()), Inner.class))
        .hasMessageContaining("damaged state: no Inner");
    StateWriter out = new StateWriter();
    RecordState.write(out, new Inner(1, Mode.HOLD));
    byte[] cut = Arrays.copyOf(out.bytes(), 5);
    assertThatThrownBy(() -> RecordState.read(new StateReader(cut), Inner.class))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
