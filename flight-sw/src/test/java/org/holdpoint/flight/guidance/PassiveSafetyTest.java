package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PassiveSafetyTest {
  private static final double N = 1.10678e-3;
  private static final Covariance6 EXACT = new Covariance6(new double[21]);

  @Test
  @Tag("GUI-050")
  void aPassiveDriftComesAsNearAsPublished() {
    // check-cases: y = -300, ydot = +0.1: minimum range 260.089 m at 590 s.
    var state = new RelativeState(new Vec3(0, -300, 0), new Vec3(0, 0.1, 0));
    assertThat(PassiveSafety.smallestRange_m(state, EXACT, N)).isCloseTo(260.089, within(0.6));
  }

  @Test
  @Tag("GUI-051")
  void anEllipseWithParallelVectorsIsSafeHoweverUncertainItsAlongTrackPositionIs() {
    var ellipse = new SafetyEllipse(100, 100).at(0.3, N);
    double three = PassiveSafety.smallestRange_m(ellipse, velocity(0.002), N);
    assertThat(three).isGreaterThan(60);
    var inPlane = new SafetyEllipse(100, 0).at(0.3, N);
    assertThat(PassiveSafety.smallestRange_m(inPlane, velocity(0.002), N)).isLessThan(three / 2);
  }

  @Test
  @Tag("GUI-050")
  void aHoldIsSafeForHoursAtOneKilometreAndShorterNearby() {
    double far =
        PassiveSafety.safeFor_s(
            new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO), velocity(0.001), N);
    double near =
        PassiveSafety.safeFor_s(
            new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO), velocity(0.001), N);
    assertThat(far).isBetween(10 * 3600.0, PassiveSafety.LONGEST_S);
    assertThat(near).isBetween(3 * 3600.0, far / 2);
    // No velocity error at all: differential drag alone enters after 22 h (decisions).
    double drag =
        PassiveSafety.safeFor_s(new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO), EXACT, N);
    assertThat(drag).isCloseTo(22 * 3600, within(1.0 * 3600));
  }

  @Test
  @Tag("GUI-097")
  void aFastPassBetweenTwoSamplesIsSeen() {
    var pass = new RelativeState(new Vec3(40, 0, 20), new Vec3(0, 2, 0));
    for (double before_s = 600; before_s < 660; before_s += 7) {
      var state = ClohessyWiltshire.propagate(pass, N, -before_s);
      double dense = Double.MAX_VALUE;
      for (double t = 0; t < 1200; t += 0.5) {
        dense = Math.min(dense, ClohessyWiltshire.propagate(state, N, t).range_m());
      }
      // The allowance for drag is 0.04 m along-track and 0.1 m radial by then.
      assertThat(PassiveSafety.smallestRange_m(state, EXACT, N)).isCloseTo(dense, within(0.5));
    }
  }

  @Test
  @Tag("GUI-050")
  void aChaserThatIsLostInItsUncertaintyIsNotSafe() {
    var state = new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO);
    assertThat(PassiveSafety.smallestRange_m(state, velocity(0.1), N)).isZero();
  }

  private static Covariance6 velocity(double sigma_m_s) {
    double[] upper = new double[21];
    upper[15] = sigma_m_s * sigma_m_s;
    upper[18] = sigma_m_s * sigma_m_s;
    upper[20] = sigma_m_s * sigma_m_s;
    return new Covariance6(upper);
  }
}
