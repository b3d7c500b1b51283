package org.holdpoint.world;

import org.holdpoint.world.sample.Xyz;

/**
 * How the target turns. All start from the nadir attitude: +z body to Earth, +y against the orbit
 * normal, +x completing, about along the velocity.
 *
 * @param motion what it does from there
 * @param rate_T_deg_s its body rate with respect to GCRF at the start; zero when it is held
 * @param inertia_kg_m2 principal moments of inertia about its body axes
 */
public record TargetAttitude(Motion motion, Xyz rate_T_deg_s, Xyz inertia_kg_m2) {
  /** What the target's attitude does. */
  public enum Motion {
    /** Held to the local vertical by its own control. */
    NADIR_FIXED,
    /** Held in GCRF by its own control. */
    INERTIAL,
    /** Turns freely, at the start about +y body alone. */
    SPIN,
    /** Turns freely, at the start about any axis. */
    TUMBLE
  }

  /** A uniform box of 400 kg and 2 x 1.6 x 1.6 m. */
  public static final Xyz BOX_KG_M2 = new Xyz(171, 219, 219);

  public static final TargetAttitude NADIR_FIXED =
      new TargetAttitude(Motion.NADIR_FIXED, new Xyz(0, 0, 0), BOX_KG_M2);
  public static final TargetAttitude INERTIAL =
      new TargetAttitude(Motion.INERTIAL, new Xyz(0, 0, 0), BOX_KG_M2);

  private static final double FASTEST_DEG_S = 30;

  public TargetAttitude {
    if (!(rate_T_deg_s.norm() <= FASTEST_DEG_S)) {
      throw new IllegalArgumentException(
          "target attitude: rate_deg_s: "
              + rate_T_deg_s.norm()
              + " is more than "
              + FASTEST_DEG_S
              + ".");
    }
    boolean free = motion == Motion.SPIN || motion == Motion.TUMBLE;
    if (!free && rate_T_deg_s.norm() != 0) {
      throw new IllegalArgumentException(
          "target attitude: rate_deg_s: only spin and tumble have one, " + motion + " has none.");
    }
    if (motion == Motion.SPIN && (rate_T_deg_s.x() != 0 || rate_T_deg_s.z() != 0)) {
      throw new IllegalArgumentException(
          "target attitude: rate_deg_s: spin is about +y only; choose tumble for another axis.");
    }
    Checks.within("target attitude: inertia_kg_m2 about x", inertia_kg_m2.x(), 0.1, 1e7);
    Checks.within("target attitude: inertia_kg_m2 about y", inertia_kg_m2.y(), 0.1, 1e7);
    Checks.within("target attitude: inertia_kg_m2 about z", inertia_kg_m2.z(), 0.1, 1e7);
    double sum = inertia_kg_m2.x() + inertia_kg_m2.y() + inertia_kg_m2.z();
    double largest = Math.max(inertia_kg_m2.x(), Math.max(inertia_kg_m2.y(), inertia_kg_m2.z()));
    if (largest > sum - largest) {
      throw new IllegalArgumentException(
          "target attitude: inertia_kg_m2: no body has a moment of "
              + largest
              + ", more than the sum of the other two, "
              + (sum - largest)
              + ".");
    }
  }

  /** A spinning target. */
  public static TargetAttitude spin(double rate_deg_s) {
    return new TargetAttitude(Motion.SPIN, new Xyz(0, rate_deg_s, 0), BOX_KG_M2);
  }

  /** A tumbling target. */
  public static TargetAttitude tumble(Xyz rate_T_deg_s, Xyz inertia_kg_m2) {
    return new TargetAttitude(Motion.TUMBLE, rate_T_deg_s, inertia_kg_m2);
  }
}
