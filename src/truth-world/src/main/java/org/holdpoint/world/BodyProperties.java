package org.holdpoint.world;

/**
 * What environment forces see of a spacecraft.
 *
 * @param mass_kg without propellant
 * @param area_m2 mean area, for drag and for sunlight
 * @param cd drag coefficient
 * @param cr radiation pressure coefficient
 */
public record BodyProperties(double mass_kg, double area_m2, double cd, double cr) {
  /** The chaser, dry. */
  public static final BodyProperties CHASER = new BodyProperties(238, 1.5, 2.2, 1.3);

  /** A target of 400 kg. */
  public static final BodyProperties TARGET = new BodyProperties(400, 2.8, 2.2, 1.3);

  public BodyProperties {
    Checks.within("body: mass_kg", mass_kg, 1, 100_000);
    Checks.within("body: area_m2", area_m2, 0, 1000);
    Checks.within("body: cd", cd, 0, 4);
    Checks.within("body: cr", cr, 0, 2);
  }
}
