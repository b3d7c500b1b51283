package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Bearing to the target by a camera for visible light along +x body: 1 Hz, 200 ms late. It sees a
 * target that is lit, inside its field, bright enough and not behind Earth, with the Sun at least
 * 30 deg off its boresight (60 deg full cone). Within 12 deg of Earth's limb or before Earth's disc
 * it tells the target only by its shape: when it spans 5 pixels.
 *
 * <p>The noise is the largest of the camera's own, a tenth of the target's apparent size, and a
 * fifth of the radius to which its overexposed image blooms, an area of pixels as many times larger
 * as the light exceeds what fills a pixel. (AVANTI's bearings fell from sub-pixel to about a degree
 * when near.) The sample states this noise, not what faults make of it.
 */
final class VisibleCamera extends Sensor {
  /**
   * What tells one camera from the other.
   *
   * @param halfField_rad largest angle from the boresight
   * @param faintest visual magnitude that is still seen
   * @param fullest visual magnitude that fills a pixel
   */
  record Optics(
      double halfField_rad, double pixel_rad, double noise_rad, double faintest, double fullest) {}

  /** 1 Hz, 200 ms late. */
  static final Rating RATING = new Rating(10, 2, 0.003);

  private static final double ARCSECOND_RAD = FastMath.PI / 648_000;

  /** For far targets: long exposures. */
  static final Optics NARROW =
      new Optics(FastMath.toRadians(5), 18 * ARCSECOND_RAD, 20 * ARCSECOND_RAD, 9, 1.5);

  /** For near ones: short exposures. */
  static final Optics WIDE =
      new Optics(FastMath.toRadians(30), 55 * ARCSECOND_RAD, 40 * ARCSECOND_RAD, 4, -6);

  /** Mounting and optics bend with temperature over an orbit. */
  static final double SLOW_RAD = 5 * ARCSECOND_RAD;

  static final double ORBIT_S = 5_700;

  private static final double SUN_COSINE = FastMath.cos(FastMath.toRadians(30));
  static final double LIMB_COSINE = FastMath.cos(FastMath.toRadians(12));
  static final double LIMB_SINE = FastMath.sin(FastMath.toRadians(12));
  private static final double[] BORESIGHT = {1, 0, 0};
  private static final double SHAPE_PIXELS = 5;
  private static final double ALBEDO = 0.2;
  private static final double SIZE_SHARE = 0.1;
  private static final double BLOOM_SHARE = 0.2;

  private final Optics optics;
  private final double fieldCosine;
  private final SlowError slow_rad;
  private final double[] u = new double[3];
  private boolean sawTarget;

  VisibleCamera(long runSeed, String unit, Optics optics) {
    super(runSeed, unit, RATING, 4);
    this.optics = optics;
    fieldCosine = FastMath.cos(optics.halfField_rad());
    slow_rad = new SlowError(runSeed, unit, 2, SLOW_RAD, ORBIT_S, period_s());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    slow_rad.step();
    double magnitude = magnitude(now);
    double sigma_rad = sigma_rad(now, magnitude);
    System.arraycopy(now.toTarget_B, 0, u, 0, 3);
    Turns.nudge(
        u,
        0,
        slow_rad.get(0) + noise(0, sigma_rad, errors) + errors.offset()[1],
        slow_rad.get(1) + noise(1, sigma_rad, errors) + errors.offset()[2]);
    System.arraycopy(u, 0, value, 0, 3);
    value[3] = sigma_rad;
    sawTarget = now.targetLit && magnitude <= optics.faintest() && clear(now);
    return sawTarget;
  }

  /** Whether the last picture shows the target, before faults. */
  boolean sawTarget() {
    return sawTarget;
  }

  double halfField_rad() {
    return optics.halfField_rad();
  }

  /** Of a point of light, per axis. */
  double noise_rad() {
    return optics.noise_rad();
  }

  /** Near the Sun or looking at Earth it sees nothing faint. */
  boolean blinded(Situation now) {
    return (now.chaserLit && now.sun_B[0] > SUN_COSINE) || !now.aboveLimb(BORESIGHT, 1, 0);
  }

  double magnitude(Situation now) {
    double cosine = -Situation.dot(now.toTarget_B, now.sun_B);
    double phase_rad = FastMath.acos(Math.max(-1, Math.min(1, cosine)));
    return VisualMagnitude.ofSphere(now.targetArea_m2, ALBEDO, phase_rad, now.range_m);
  }

  private double sigma_rad(Situation now, double magnitude) {
    double excess = FastMath.pow(10, 0.4 * (optics.fullest() - magnitude));
    double bloom_rad = excess > 1 ? optics.pixel_rad() * Math.sqrt(excess / FastMath.PI) : 0;
    double size_rad = now.targetSize_m / now.range_m;
    return Math.max(optics.noise_rad(), Math.max(SIZE_SHARE * size_rad, BLOOM_SHARE * bloom_rad));
  }

  private boolean clear(Situation now) {
    if (now.toTarget_B[0] < fieldCosine
        || (now.chaserLit && now.sun_B[0] > SUN_COSINE)
        || now.earthInFront()) {
      return false;
    }
    boolean hasShape = now.targetSize_m >= SHAPE_PIXELS * optics.pixel_rad() * now.range_m;
    return hasShape || now.aboveLimb(now.toTarget_B, LIMB_COSINE, LIMB_SINE);
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    slow_rad.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    slow_rad.restore(in);
  }
}
