package org.holdpoint.world;

import org.jspecify.annotations.Nullable;

/**
 * What environment forces see of a spacecraft.
 *
 * @param mass_kg without propellant
 * @param area_m2 area of a sphere, for drag and for sunlight
 * @param cd drag coefficient
 * @param cr radiation pressure coefficient
 * @param shape in place of the sphere, so that the area follows the attitude; null for the sphere
 */
public record BodyProperties(
    double mass_kg, double area_m2, double cd, double cr, @Nullable BoxAndWing shape) {
  /** Largest drag coefficient. */
  public static final double LARGEST_CD = 4;

  /** Largest radiation pressure coefficient. */
  public static final double LARGEST_CR = 2;

  /** The chaser, dry. */
  public static final BodyProperties CHASER = new BodyProperties(238, 1.5, 2.2, 1.3);

  /** A target of 400 kg. */
  public static final BodyProperties TARGET = new BodyProperties(400, 2.8, 2.2, 1.3);

  /** A sphere. */
  public BodyProperties(double mass_kg, double area_m2, double cd, double cr) {
    this(mass_kg, area_m2, cd, cr, null);
  }

  public BodyProperties {
    Checks.within("body: mass_kg", mass_kg, 1, 100_000);
    Checks.within("body: area_m2", area_m2, 0, 1000);
    Checks.within("body: cd", cd, 0, LARGEST_CD);
    Checks.within("body: cr", cr, 0, LARGEST_CR);
  }

  /** The same body with a box and a wing in place of the sphere. */
  public BodyProperties shaped(BoxAndWing as) {
    return new BodyProperties(mass_kg, area_m2, cd, cr, as);
  }
}
