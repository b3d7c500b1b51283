package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SunlitSightTest {
  private static final double N = 1.10678e-3;
  private static final double RADIUS_M = 6.878e6;
  private static final RelativeState BEHIND = new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO);

  @Test
  @Tag("GUI-064")
  void withTheSunAlwaysBesideHalfOfWhatIsLookedAtIsLit() {
    // Sun along the orbit normal, chaser at rest on V-bar: the smaller of two cosines at right
    // angles has its mean over the sphere from the integral over their common quarter.
    double shown = new SunlitSight(new Vec3(0, 0, 1), RADIUS_M, N).over(BEHIND, 0);
    assertThat(shown).isCloseTo(meanOfSmaller(new Vec3(0, -1, 0), new Vec3(0, 0, 1)), within(0.01));
  }

  @Test
  @Tag("GUI-064")
  void withTheSunBehindAllAroundTheWholeLitSideIsSeen() {
    SunlitSight sight = new SunlitSight(new Vec3(1, 0, 0), RADIUS_M, N);
    RelativeState above = new SafetyEllipse(100, 100).at(Math.PI, N);
    RelativeState below = new SafetyEllipse(100, 100).at(0, N);
    assertThat(sight.over(above, 0)).isGreaterThan(0.5);
    assertThat(sight.over(below, 0)).isLessThan(0.02);
  }

  @Test
  @Tag("GUI-064")
  void behindTheEarthIsNight() {
    assertThat(Light.shadowed(-1, RADIUS_M)).isTrue();
    assertThat(Light.shadowed(FastMath.cos(FastMath.toRadians(120)), RADIUS_M)).isTrue();
    assertThat(Light.shadowed(FastMath.cos(FastMath.toRadians(105)), RADIUS_M)).isFalse();
    assertThat(Light.shadowed(1, RADIUS_M)).isFalse();
  }

  /** By a fine grid over the sphere. */
  private static double meanOfSmaller(Vec3 look, Vec3 sun) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < 400; i++) {
      double z = -1 + (i + 0.5) / 200;
      for (int k = 0; k < 400; k++) {
        double a = 2 * Math.PI * k / 400;
        double across = Math.sqrt(1 - z * z);
        Vec3 place = new Vec3(across * FastMath.cos(a), across * FastMath.sin(a), z);
        sum += Math.max(0, Math.min(place.dot(look), place.dot(sun)));
        count++;
      }
    }
    return sum / count;
  }
}
