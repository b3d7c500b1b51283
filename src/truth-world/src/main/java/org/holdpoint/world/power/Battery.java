package org.holdpoint.world.power;

import java.nio.ByteBuffer;
import org.holdpoint.world.state.Kept;

/**
 * The chaser's power: wings that turn about body x until they face the Sun as well as they can, one
 * constant load, one battery between them. Temperature, ageing and the shadow of the body on the
 * wings are left out.
 *
 * <p>On a V-bar hold with the Sun in the orbital plane the wings give 0.35 of their power in the
 * mean of an orbit, since the Sun stands along them twice: 286 W for a load of 220 W. An eclipse of
 * 36 minutes takes 0.22 of the charge.
 */
public final class Battery implements Kept {
  /** Wings of 2.4 m2 in 1361 W/m2, cells of 28 %, nine tenths of which reach the bus. */
  public static final double ARRAY_W = 823;

  /** Bus 160 W, sensors and heaters 60 W. */
  public static final double LOAD_W = 220;

  /** 600 W h. */
  public static final double CAPACITY_J = 600 * 3600.0;

  private static final double CHARGING_EFFICIENCY = 0.95;

  private double stored_J = CAPACITY_J;

  /**
   * Lets time pass.
   *
   * @param light share of the Sun's disc that is seen
   * @param sun_B unit vector to the Sun, body frame
   * @param arrayShare share of their power that the wings still give
   */
  public void step(double dt_s, double light, double[] sun_B, double arrayShare) {
    double across = Math.sqrt(sun_B[1] * sun_B[1] + sun_B[2] * sun_B[2]);
    double surplus_W = ARRAY_W * light * across * arrayShare - LOAD_W;
    double flow_W = surplus_W > 0 ? CHARGING_EFFICIENCY * surplus_W : surplus_W;
    stored_J = Math.max(0, Math.min(CAPACITY_J, stored_J + flow_W * dt_s));
  }

  /** 0 empty, 1 full. */
  public double charge() {
    return stored_J / CAPACITY_J;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putDouble(stored_J);
  }

  @Override
  public void restore(ByteBuffer in) {
    stored_J = in.getDouble();
  }
}
