package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RelativeStateTest {
  @Test
  @Tag("WLD-003")
  void thePublishedHillConversionComesOut() {
    double[] chief = {7_100_000, 0, 0, 0, 7000, 0};
    double[] deputy = {7_101_000, 0, 0, 0, 7010, 0};
    RelativeState relative = RelativeState.of(chief, deputy);
    assertThat(relative.r_CT_L_m()).isEqualTo(new Xyz(1000, 0, 0));
    assertThat(relative.v_CT_L_m_s().x()).isCloseTo(0, within(1e-9));
    assertThat(relative.v_CT_L_m_s().y()).isCloseTo(9.01408, within(1e-5));
    assertThat(relative.v_CT_L_m_s().z()).isCloseTo(0, within(1e-9));
  }

  @Test
  @Tag("WLD-003")
  void axesAreRadialAlongTrackAndCrossTrack() {
    double[] target = {0, 6_878_000, 0, 0, 0, 7612}; // moving towards the pole, above +y
    assertThat(offset(target, 0, 100, 0)).isEqualTo(new Xyz(100, 0, 0));
    assertThat(offset(target, 0, 0, 100)).isEqualTo(new Xyz(0, 100, 0));
    assertThat(offset(target, 100, 0, 0)).isEqualTo(new Xyz(0, 0, 100));
  }

  @Test
  @Tag("WLD-003")
  void aStartStateGoesToInertialAndBack() {
    double[] target = {1.2e6, 6.6e6, 1.5e6, 900, -1800, 7300};
    var wanted = new RelativeState(new Xyz(12, -1000, 34), new Xyz(0.1, -0.02, 0.3));
    RelativeState back = RelativeState.of(target, wanted.chaser_I(target));
    assertThat(back.r_CT_L_m().x()).isCloseTo(12, within(1e-8));
    assertThat(back.r_CT_L_m().y()).isCloseTo(-1000, within(1e-8));
    assertThat(back.r_CT_L_m().z()).isCloseTo(34, within(1e-8));
    assertThat(back.v_CT_L_m_s().x()).isCloseTo(0.1, within(1e-11));
    assertThat(back.v_CT_L_m_s().y()).isCloseTo(-0.02, within(1e-11));
    assertThat(back.v_CT_L_m_s().z()).isCloseTo(0.3, within(1e-11));
  }

  private static Xyz offset(double[] target, double dx, double dy, double dz) {
    double[] chaser = target.clone();
    chaser[0] += dx;
    chaser[1] += dy;
    chaser[2] += dz;
    Xyz r = RelativeState.of(target, chaser).r_CT_L_m();
    return new Xyz(
        Math.rint(r.x() * 1e6) / 1e6 + 0.0,
        Math.rint(r.y() * 1e6) / 1e6 + 0.0,
        Math.rint(r.z() * 1e6) / 1e6 + 0.0);
  }
}
