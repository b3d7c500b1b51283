package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More than two spacecraft in one world. */
@Tag("WLD-061")
class BystanderTest {
  private static final BodyProperties LIKE_CHASER = new BodyProperties(250, 1.5, 2.2, 1.3);

  private static WorldConfiguration with(Bystander... bystanders) {
    return Worlds.vbar(-1000, 1).withBystanders(List.of(bystanders));
  }

  @Test
  void oneLikeTheChaserDriftsAsTheChaserDoes() {
    TruthWorld world =
        TruthWorld.create(
            with(new Bystander("twin", new Xyz(0, -1000, 0), new Xyz(0, 0, 0), LIKE_CHASER)));
    Worlds.coast(world, 36_000);
    TruthSnapshot truth = world.truth();
    Bystander.Truth twin = world.bystanders().get(0);
    assertThat(twin.range_m()).isLessThan(1e-3);
    assertThat(twin.r_I_m().x()).isCloseTo(truth.r_C_I_m().x(), within(1e-3));
    assertThat(truth.range_m()).isGreaterThan(100);
  }

  @Test
  void aFastOneIsSeenBetweenTicksAndCountedOnce() {
    TruthWorld world =
        TruthWorld.create(
            with(
                new Bystander("bullet", new Xyz(0, -1000, 905), new Xyz(0, 0, -300), LIKE_CHASER)));
    Worlds.coast(world, 100);
    Bystander.Truth bullet = world.bystanders().get(0);
    assertThat(bullet.entries()).isEqualTo(1);
    assertThat(bullet.smallestRange_m()).isLessThan(5);
    assertThat(bullet.range_m()).isGreaterThan(1000);
    assertThat(world.truth().keepOutEntries()).isZero();
  }

  @Test
  void theyChangeNothingElseAndSurviveASnapshot() {
    WorldConfiguration crowded =
        with(
            new Bystander("stage", new Xyz(50, -3000, 0), new Xyz(0, 0.1, 0), LIKE_CHASER),
            new Bystander("cover", new Xyz(0, 500, 20), new Xyz(0, 0, 0), LIKE_CHASER));
    TruthWorld world = TruthWorld.create(crowded);
    TruthWorld alone = TruthWorld.create(Worlds.vbar(-1000, 1));
    Worlds.coast(world, 1234);
    Worlds.coast(alone, 1234);
    assertThat(world.truth()).isEqualTo(alone.truth());
    TruthWorld restored = TruthWorld.create(crowded);
    restored.restore(world.save());
    Worlds.coast(world, 500);
    Worlds.coast(restored, 500);
    assertThat(restored.bystanders()).isEqualTo(world.bystanders());
    assertThat(restored.save()).isEqualTo(world.save());
  }
}
