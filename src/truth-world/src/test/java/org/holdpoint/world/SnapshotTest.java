package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.state.NoiseStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Saving, restoring and repeating a run give the same bits. */
class SnapshotTest {
  private static final int TICKS = 13_000; // passes two grid points of the environment

  @Test
  @Tag("WLD-040")
  void aRunContinuedFromASnapshotEqualsTheUninterruptedOne() {
    Flight whole = new Flight();
    whole.fly(TICKS);
    NoiseStream dice = new NoiseStream(2026, "snapshot ticks");
    for (int i = 0; i < 6; i++) {
      int at = (int) (dice.uniform() * TICKS);
      Flight first = new Flight();
      first.fly(at);
      byte[] state = first.world.save();
      Flight second = new Flight();
      second.world.restore(state);
      assertThat(second.world.save()).isEqualTo(state);
      assertThat(second.world.samples()).isEqualTo(first.world.samples());
      assertThat(second.world.truth()).isEqualTo(first.world.truth());
      second.fly(TICKS);
      assertThat(second.world.save()).as("from tick %d", at).isEqualTo(whole.world.save());
      assertThat(second.truth()).isEqualTo(whole.truth());
    }
  }

  @Test
  @Tag("WLD-040")
  void rewindingInPlaceRepeatsTheSamples() {
    Flight flight = new Flight();
    flight.fly(1_995);
    byte[] state = flight.world.save();
    List<WorldSamples> first = flight.fly(2_105);
    flight.fly(9_000);
    flight.world.restore(state);
    assertThat(flight.fly(2_105)).isEqualTo(first);
  }

  @Test
  @Tag("WLD-041")
  void theSameSeedGivesTheSameRunAndAnotherSeedAnotherOne() {
    TruthWorld a = TruthWorld.create(Worlds.vbar(-1000, 1));
    TruthWorld b = TruthWorld.create(Worlds.vbar(-1000, 1));
    TruthWorld c = TruthWorld.create(Worlds.vbar(-1000, 2));
    for (TruthWorld world : List.of(a, b, c)) {
      Worlds.coast(world, 100);
      world.step(Worlds.only(4, 50), new double[3]);
    }
    assertThat(a.save()).isEqualTo(b.save());
    assertThat(a.samples()).isNotEqualTo(c.samples());
    assertThat(a.truth()).isNotEqualTo(c.truth());
  }

  @Test
  @Tag("WLD-042")
  void aForeignOrDamagedStateIsRefused() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 1));
    byte[] state = world.save();
    TruthWorld other = TruthWorld.create(Worlds.vbar(-1000, 2));
    assertThatThrownBy(() -> other.restore(state)).hasMessageContaining("run with seed 1");
    assertThatThrownBy(() -> world.restore(Arrays.copyOf(state, state.length - 1)))
        .hasMessageContaining("damaged world state: it ends after");
    assertThatThrownBy(() -> world.restore(Arrays.copyOf(state, state.length + 1)))
        .hasMessageContaining("1 bytes too many");
    assertThatThrownBy(() -> world.restore(new byte[20])).hasMessageContaining("not a world state");
  }

  /** A flight with pulses, wheel torques and faults, all by tick number. */
  private static final class Flight {
    private final TruthWorld world = TruthWorld.create(Worlds.vbar(-300, 11));

    List<WorldSamples> fly(int toTick) {
      List<WorldSamples> seen = new ArrayList<>();
      while (world.tick() < toTick) {
        int tick = (int) world.tick();
        if (tick == 1_000) {
          inject("laser-ranger-a", "drift", Map.of("walk_m_sqrt_s", 0.2));
          inject("gnss", "outlier", Map.of("probability", 0.3, "size_m", 40.0));
        }
        if (tick == 2_000) {
          inject("thruster-5", "degraded", Map.of("thrust_share", 0.5));
          inject("imu-b", "freeze", Map.of());
        }
        if (tick == 8_000) {
          world.clearFault(1);
        }
        double sway = 0.02 * (tick % 7 - 3);
        world.step(
            Worlds.only(tick % 16, tick % 3 == 0 ? 20 + tick % 81 : 0),
            new double[] {sway, -sway, sway / 2});
        seen.add(world.samples());
      }
      return seen;
    }

    private void inject(String unit, String kind, Map<String, Double> parameters) {
      var unused = world.injectFault(unit, kind, parameters);
    }

    byte[] truth() {
      ByteBuffer out = ByteBuffer.allocate(world.truthBytes());
      world.writeTruth(out);
      return out.array();
    }
  }
}
