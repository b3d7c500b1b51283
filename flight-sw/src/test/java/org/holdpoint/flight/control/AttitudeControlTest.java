package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttitudeControlTest {
  private static final Vec3 INERTIA_KG_M2 = new Vec3(42, 43, 52);

  @Test
  @Tag("NAV-044")
  void aHalfTurnSettlesWithoutEverSlewingFasterThanTheLimit() {
    Quaternion q_BL = Quaternion.ofBodyTurn(new Vec3(0.3, -2.5, 1.2));
    Vec3 rate = Vec3.ZERO;
    double fastest = 0;
    for (int tick = 0; tick < 6000; tick++) {
      Vec3 error = AttitudeControl.error_B_rad(q_BL, Quaternion.IDENTITY);
      Vec3 torque = AttitudeControl.torque_B_N_m(error, rate, Vec3.ZERO);
      Vec3 momentum =
          new Vec3(
              INERTIA_KG_M2.x() * rate.x(),
              INERTIA_KG_M2.y() * rate.y(),
              INERTIA_KG_M2.z() * rate.z());
      Vec3 net = torque.minus(rate.cross(momentum));
      rate =
          rate.plus(
              new Vec3(
                  0.1 * net.x() / INERTIA_KG_M2.x(),
                  0.1 * net.y() / INERTIA_KG_M2.y(),
                  0.1 * net.z() / INERTIA_KG_M2.z()));
      q_BL = Quaternion.ofBodyTurn(rate.times(0.1)).times(q_BL).normalized();
      fastest = Math.max(fastest, rate.norm());
    }
    double error_deg =
        FastMath.toDegrees(AttitudeControl.error_B_rad(q_BL, Quaternion.IDENTITY).norm());
    assertThat(error_deg).isLessThan(0.01);
    assertThat(FastMath.toDegrees(fastest)).isLessThan(1.2);
  }
}
