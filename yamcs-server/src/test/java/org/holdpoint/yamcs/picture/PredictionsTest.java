package org.holdpoint.yamcs.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.motion.RelativeCovariance;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.holdpoint.yamcs.api.messages.Prediction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  private static final double N = 1.10678e-3;

  private static double[] covariance(double position_m, double velocity_m_s) {
    double[] upper = new double[21];
    int[] diagonal = {0, 6, 11, 15, 18, 20};
    for (int i = 0; i < 6; i++) {
      double sigma = i < 3 ? position_m : velocity_m_s;
      upper[diagonal[i]] = sigma * sigma;
    }
    return RelativeCovariance.ofUpper(upper);
  }

  @Test
  @Tag("GND-044")
  void adriftAt300MetresClosingIn() {
    // Published: y = -300, ydot = +0.1: smallest range 260.089 m at 590 s.
    var state = new RelativeState(new Vec3(0, -300, 0), new Vec3(0, 0.1, 0));
    Prediction drift = Predictions.drift(state, covariance(0.1, 1e-4), N, 42);
    assertThat(drift.getComputedAtS()).isEqualTo(42);
    assertThat(drift.getSmallestRangeM()).isBetween(260.0, 260.5);
    assertThat(drift.getSmallestRange3SigmaM()).isLessThan(drift.getSmallestRangeM());
    assertThat(drift.getTS(drift.getTSCount() - 1)).isBetween(11353.0, 11354.0);
    assertThat(drift.getSigma3M(240)).isGreaterThan(10 * drift.getSigma3M(0));
    assertThat(drift.getXMCount()).isEqualTo(drift.getSigma3MCount()).isEqualTo(241);
  }

  @Test
  @Tag("GND-045")
  void theNextRadialHopEndsAtItsTarget() {
    var state = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    var leg = new Predictions.Leg(LegKind.RADIAL_HOP, new Vec3(0, -250, 0), 0, false, 0);
    Prediction plan = Predictions.leg(leg, state, covariance(0.1, 1e-4), N, 0);
    assertThat(plan).isNotNull();
    int last = plan.getYMCount() - 1;
    assertThat(plan.getYM(last)).isBetween(-250.5, -249.5);
    assertThat(plan.getXM(last)).isBetween(-0.5, 0.5);
    assertThat(Math.abs(plan.getXM(last / 2))).as("radial hop of 750 m").isBetween(170.0, 200.0);
  }

  @Test
  @Tag("GND-045")
  void theEllipseKeepsItsSmallestSemiAxisFromTheTarget() {
    var state = new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO);
    var leg = new Predictions.Leg(LegKind.CIRCUMNAVIGATE, new Vec3(100, 200, 100), 0, false, 0);
    Prediction plan = Predictions.leg(leg, state, covariance(0.1, 1e-4), N, 0);
    assertThat(plan).isNotNull();
    assertThat(plan.getSmallestRangeM()).isBetween(99.0, 101.0);
  }
}
