package org.holdpoint.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.holdpoint.motion.RelativeMotionTest.assertClose;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Linear relative motion against the exact two-body motion of both spacecraft. */
class TwoBodyComparisonTest {
  private static final double MU = 3.986004418e14;
  private static final double A = 6878137;

  @Test
  @Tag("NAV-007")
  void clohessyWiltshireAtRestOnVbarIsWrongByThePublishedAmounts() {
    assertThat(errorAtRestOnVbar_m(1000)).isCloseTo(2.7, within(0.1));
    assertThat(errorAtRestOnVbar_m(10000)).isCloseTo(274, within(3.0));
  }

  @Test
  @Tag("NAV-002")
  void yamanakaAnkersenTracksSmallSeparationsOnAnEllipse() {
    var target = new OrbitalElements(9000e3, 0.2, 1.1, 0.3, 0.7, 0.4);
    var start = new RelativeState(new Vec3(20, -50, 30), new Vec3(0.02, -0.01, 0.03));
    double t = 4000;

    var linear = YamanakaAnkersen.propagate(start, target.inPlane(MU), t);
    var exact = exact(target, start, t);

    assertClose(linear.r_CT_L_m(), exact.r_CT_L_m(), 0.02);
    assertClose(linear.v_CT_L_m_s(), exact.v_CT_L_m_s(), 2e-5);
  }

  private static double errorAtRestOnVbar_m(double distance_m) {
    var target = new OrbitalElements(A, 0, 1.7, 0.2, 0, 0.5);
    var start = new RelativeState(new Vec3(0, -distance_m, 0), Vec3.ZERO);
    double n = Math.sqrt(MU / (A * A * A));
    double revolution = 2 * Math.PI / n;
    var linear = ClohessyWiltshire.propagate(start, n, revolution);
    return linear.r_CT_L_m().minus(exact(target, start, revolution).r_CT_L_m()).norm();
  }

  private static RelativeState exact(OrbitalElements target, RelativeState start, double t_s) {
    var before = LocalFrame.of(target.position_I_m(MU), target.velocity_I_m_s(MU));
    var chaser = OrbitalElements.of(before.position_I_m(start), before.velocity_I_m_s(start), MU);
    var targetThen = after(target, t_s);
    var chaserThen = after(chaser, t_s);
    return LocalFrame.of(targetThen.position_I_m(MU), targetThen.velocity_I_m_s(MU))
        .toRelative(chaserThen.position_I_m(MU), chaserThen.velocity_I_m_s(MU));
  }

  private static OrbitalElements after(OrbitalElements e, double t_s) {
    return new OrbitalElements(
        e.a_m(),
        e.e(),
        e.i_rad(),
        e.node_rad(),
        e.perigee_rad(),
        e.meanAnomaly_rad() + t_s * Math.sqrt(MU / (e.a_m() * e.a_m() * e.a_m())));
  }
}
