package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keep-out breaches and contacts between the ends of ticks. */
class ProximityTest {
  private static final double[] STRAIGHT = {1, 0, 0, 0};
  private static final TargetHull HULL = TargetHull.NOMINAL;

  @Test
  @Tag("WLD-055")
  void theJudgeCountsEachEntryOnceAndKeepsTheSmallestRange() {
    ProximityJudge judge = new ProximityJudge();
    judge.see(100);
    for (double range : new double[] {31, 29, 12, 29, 30, 29.9, 50}) {
      judge.see(way(new double[] {judge.range_m(), 0, 0}, new double[] {range, 0, 0}));
    }
    assertThat(judge.entries()).isEqualTo(2);
    assertThat(judge.smallestRange_m()).isEqualTo(12);
    assertThat(judge.range_m()).isEqualTo(50);
  }

  @Test
  @Tag("WLD-056")
  void aFastCutThroughTheKeepOutSphereInsideOneTickIsABreach() {
    ProximityJudge judge = new ProximityJudge();
    // 3 mm inside the sphere at the middle of a way of 0.8 m: outside at both ends
    double y = Math.sqrt(30 * 30 - 0.1) - 1e-3;
    judge.see(Math.sqrt(y * y + 0.16));
    assertThat(judge.range_m()).isGreaterThan(30);
    judge.see(way(new double[] {-0.4, y, 0}, new double[] {0.4, y, 0}));
    assertThat(judge.range_m()).isGreaterThan(30);
    assertThat(judge.entries()).isEqualTo(1);
    assertThat(judge.smallestRange_m()).isCloseTo(y, within(1e-12));
  }

  @Test
  @Tag("WLD-056")
  void theSmallestRangeOfACurvedWayIsThatOfAFineSearch() {
    RelativePath path = new RelativePath();
    path.begin(new double[6], new double[] {-0.6, 2, 0.3, 13, -4, 1});
    path.end(new double[6], new double[] {0.5, 2.1, 0.35, 9, 5, -2});
    double smallest2 = Double.MAX_VALUE;
    double[] r = new double[3];
    for (int i = 0; i <= 1_000_000; i++) {
      path.at(1e-6 * i, r);
      smallest2 = Math.min(smallest2, r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
    }
    assertThat(path.smallest_m()).isCloseTo(Math.sqrt(smallest2), within(1e-9));
  }

  @Test
  @Tag("WLD-057")
  void aFlightThroughTheTargetInsideOneTickIsAContactWithItsTimeAndSpeed() {
    ContactWatch watch = new ContactWatch(HULL);
    watch.begin(STRAIGHT);
    // 100 m/s along x: from 5 m before to 5 m behind; touches where 1.75 m is left
    RelativePath path = way(new double[] {-5, 0, 0}, new double[] {5, 0, 0});
    assertThat(watch.near(path)).isTrue();
    watch.see(path, 7, STRAIGHT);
    assertThat(watch.count()).isEqualTo(1);
    assertThat(watch.first_s()).isCloseTo(7 + 0.0325, within(2e-6));
    assertThat(watch.lastSpeed_m_s()).isCloseTo(100, within(1e-9));
  }

  @Test
  @Tag("WLD-057")
  void theCornerOfTheBoxIsHitOrMissedByAHandsWidth() {
    // past the edge at (1, 0.8): the sphere of 0.75 m passes along the diagonal's normal
    double slant = Math.sqrt(0.5);
    for (double miss_m : new double[] {-0.1, 0.1}) {
      ContactWatch watch = new ContactWatch(HULL);
      watch.begin(STRAIGHT);
      double away = ContactWatch.CHASER_RADIUS_M + miss_m;
      double x = HULL.halfX_m() + away * slant;
      double y = HULL.halfY_m() + away * slant;
      RelativePath path =
          way(new double[] {x + 0.5, y - 0.5, 0}, new double[] {x - 0.5, y + 0.5, 0});
      assertThat(watch.near(path)).isTrue();
      watch.see(path, 0, STRAIGHT);
      assertThat(watch.count()).as("miss of %s m", miss_m).isEqualTo(miss_m < 0 ? 1 : 0);
    }
  }

  @Test
  @Tag("WLD-057")
  void aTurningTargetsCornerReachesAChaserThatStandsBesideIt() {
    ContactWatch watch = new ContactWatch(HULL);
    // 1.68 m away along y: 0.13 m clear of the face, but inside the reach of the edge
    double[] r = {0, 1.68, 0};
    double half = 0.5;
    double[] turned = {Math.sqrt(1 - half * half), 0, 0, -half};
    watch.begin(STRAIGHT);
    RelativePath path = way(r, r);
    watch.see(path, 0, STRAIGHT);
    assertThat(watch.count()).isZero();
    watch.begin(STRAIGHT);
    watch.see(path, 0.1, turned);
    assertThat(watch.count()).isEqualTo(1);
    assertThat(watch.last_s()).isBetween(0.1, 0.2);
  }

  @Test
  @Tag("WLD-057")
  void oneTouchCountsOnceUntilTheyHaveBeenApart() {
    ContactWatch watch = new ContactWatch(HULL);
    double[] touching = {1.7, 0, 0};
    double[] clear = {1.8, 0, 0};
    double[] apart = {2.0, 0, 0};
    double[][] places = {apart, touching, clear, touching, apart, touching};
    for (int i = 1; i < places.length; i++) {
      watch.begin(STRAIGHT);
      RelativePath path = way(places[i - 1], places[i]);
      watch.see(path, 0.1 * i, STRAIGHT);
    }
    assertThat(watch.count()).isEqualTo(2);
  }

  @Test
  @Tag("WLD-057")
  void aWorldThatFliesThroughAtTenMetresASecondTellsOfIt() {
    WorldConfiguration configuration =
        WorldConfiguration.nominal(
            Worlds.EPOCH, 3, Worlds.DAWN_DUSK, new Xyz(0, -100, 0), new Xyz(0, 10, 0));
    TruthWorld world = TruthWorld.create(configuration);
    Worlds.coast(world, 200);
    ProximityTruth proximity = world.proximity();
    assertThat(world.truth().r_CT_L_m().y()).isGreaterThan(90);
    assertThat(world.truth().keepOutEntries()).isEqualTo(1);
    assertThat(world.truth().smallestRange_m()).isLessThan(1.2);
    assertThat(proximity.contacts()).isEqualTo(1);
    assertThat(proximity.firstContact_s()).isCloseTo(9.825, within(0.02));
    assertThat(proximity.lastContactSpeed_m_s()).isCloseTo(10, within(0.3));
  }

  @Test
  @Tag("WLD-056")
  void aWorldWhoseChaserNeverComesNearHasNoContact() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-100, 3));
    Worlds.coast(world, 200);
    assertThat(List.of(world.proximity().contacts(), world.truth().keepOutEntries()))
        .containsExactly(0, 0);
    assertThat(world.proximity().firstContact_s()).isNaN();
  }

  /** Straight, with constant velocity. */
  private static RelativePath way(double[] from_m, double[] to_m) {
    RelativePath path = new RelativePath();
    path.begin(new double[6], state(from_m, from_m, to_m));
    path.end(new double[6], state(to_m, from_m, to_m));
    return path;
  }

  private static double[] state(double[] at_m, double[] from_m, double[] to_m) {
    return new double[] {
      at_m[0],
      at_m[1],
      at_m[2],
      10 * (to_m[0] - from_m[0]),
      10 * (to_m[1] - from_m[1]),
      10 * (to_m[2] - from_m[2])
    };
  }
}
