package org.holdpoint.world.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the laser's beam meets the hull, and what blinds the star trackers. */
class RangerAndTrackerTest {
  private static final double[] HULL_M = {1, 0.8, 0.8};

  @Test
  @Tag("WLD-022")
  void aRayHitsTheFirstFacetOnItsWayOrNone() {
    double root = Math.sqrt(0.5);
    assertThat(Box.entry_m(new double[] {-10, 0, 0}, new double[] {1, 0, 0}, HULL_M)).isEqualTo(9);
    assertThat(Box.entry_m(new double[] {0, 0.5, 7}, new double[] {0, 0, -1}, HULL_M))
        .isCloseTo(6.2, within(1e-12));
    assertThat(Box.entry_m(new double[] {-10, 0.81, 0}, new double[] {1, 0, 0}, HULL_M))
        .isInfinite();
    // from a corner's direction through the centre: the side that stands farther out comes last
    assertThat(Box.entry_m(new double[] {-10, -10, 0}, new double[] {root, root, 0}, HULL_M))
        .isCloseTo(9.2 / root, within(1e-9));
    // the box behind the start is not hit
    assertThat(Box.entry_m(new double[] {10, 0, 0}, new double[] {1, 0, 0}, HULL_M)).isInfinite();
  }

  @Test
  @Tag("WLD-026")
  void theSunBlindsATrackerWithin30DegreesOfItsBoresight() {
    assertThat(hasStars(StarTracker.HEAD_A, sunFromBoresight(29))).isFalse();
    assertThat(hasStars(StarTracker.HEAD_A, sunFromBoresight(31))).isTrue();
    // the heads of B look 45 deg to either side of it
    assertThat(hasStars(StarTracker.HEADS_B, sunFromBoresight(20))).isTrue();
    Situation dark = sunFromBoresight(10);
    dark.chaserLit = false;
    assertThat(hasStars(StarTracker.HEAD_A, dark)).isTrue();
  }

  @Test
  @Tag("WLD-026")
  void earthsLimbBlindsATrackerWithin10Degrees() {
    // the limb is 68.0 deg from nadir: -z must stay 78.0 deg away
    assertThat(hasStars(StarTracker.HEAD_A, boresightFromNadir(77))).isFalse();
    assertThat(hasStars(StarTracker.HEAD_A, boresightFromNadir(79))).isTrue();
  }

  @Test
  @Tag("WLD-026")
  void aFastTurnTakesTheStarsAway() {
    Situation turning = Scene.ahead(500);
    turning.body[5] = FastMath.toRadians(1.99);
    assertThat(hasStars(StarTracker.HEAD_A, turning)).isTrue();
    turning.body[5] = FastMath.toRadians(2.01);
    assertThat(hasStars(StarTracker.HEAD_A, turning)).isFalse();
  }

  private static boolean hasStars(double[][] heads, Situation now) {
    StarTracker tracker = new StarTracker(1, "tracker", heads);
    tracker.sample(0, now, UnitErrors.NONE);
    tracker.deliver(0);
    return tracker.present();
  }

  /** The Sun this far from -z body, towards the zenith. */
  private static Situation sunFromBoresight(double angle_deg) {
    double angle = FastMath.toRadians(angle_deg);
    return Scene.of(
        new double[] {0, 500, 0}, new double[] {FastMath.sin(angle), 0, -FastMath.cos(angle)});
  }

  /** -z body this far from Earth's centre, the Sun away. */
  private static Situation boresightFromNadir(double angle_deg) {
    Situation now = Scene.ahead(500);
    double angle = FastMath.toRadians(angle_deg);
    now.nadir_B[0] = 0;
    now.nadir_B[1] = FastMath.sin(angle);
    now.nadir_B[2] = -FastMath.cos(angle);
    return now;
  }
}
