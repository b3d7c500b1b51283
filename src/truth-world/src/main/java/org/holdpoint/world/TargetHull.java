package org.holdpoint.world;

/**
 * The target's box hull about its centre of mass, half dimensions along its body axes; it must fit
 * inside the keep-out sphere.
 */
public record TargetHull(double halfX_m, double halfY_m, double halfZ_m) {
  /** A box of 2 x 1.6 x 1.6 m. */
  public static final TargetHull NOMINAL = new TargetHull(1, 0.8, 0.8);

  public TargetHull {
    Checks.within("target hull: half_x_m", halfX_m, 0.01, 15);
    Checks.within("target hull: half_y_m", halfY_m, 0.01, 15);
    Checks.within("target hull: half_z_m", halfZ_m, 0.01, 15);
  }

  /** Largest of the three dimensions. */
  public double size_m() {
    return 2 * Math.max(halfX_m, Math.max(halfY_m, halfZ_m));
  }
}
