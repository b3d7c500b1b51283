package org.holdpoint.world;

/**
 * Outer shape of a spacecraft for drag and sunlight: a box along the body axes and one flat wing
 * that turns about body x until it faces the Sun as well as it can. What one part shades of another
 * is left out.
 *
 * @param x_m length of the box along body x
 * @param y_m along body y
 * @param z_m along body z
 * @param wing_m2 area of the wing, one side
 */
public record BoxAndWing(double x_m, double y_m, double z_m, double wing_m2) {
  /** The chaser: a box of 1.1 m with wings of 2.4 m2. */
  public static final BoxAndWing CHASER = new BoxAndWing(1.1, 1.0, 1.0, 2.4);

  /** The target: its hull of 2 x 1.5 x 1.5 m with wings of 6 m2. */
  public static final BoxAndWing TARGET = new BoxAndWing(2.0, 1.5, 1.5, 6.0);

  private static final double LARGEST_M = 30;

  public BoxAndWing {
    Checks.within("body: box x_m", x_m, 0, LARGEST_M);
    Checks.within("body: box y_m", y_m, 0, LARGEST_M);
    Checks.within("body: box z_m", z_m, 0, LARGEST_M);
    Checks.within("body: wing_m2", wing_m2, 0, LARGEST_M * LARGEST_M);
  }

  /**
   * Area that a stream along a direction meets.
   *
   * @param d_B unit vector along the stream, body axes
   * @param sun_B unit vector to the Sun, body axes; it turns the wing
   */
  public double projected_m2(double[] d_B, double[] sun_B) {
    double box =
        y_m * z_m * Math.abs(d_B[0]) + x_m * z_m * Math.abs(d_B[1]) + x_m * y_m * Math.abs(d_B[2]);
    double across = Math.sqrt(sun_B[1] * sun_B[1] + sun_B[2] * sun_B[2]);
    // with the Sun along the wing's axis any normal is as good: it stays along body y
    double normalY = across > 0 ? sun_B[1] / across : 1;
    double normalZ = across > 0 ? sun_B[2] / across : 0;
    return box + wing_m2 * Math.abs(normalY * d_B[1] + normalZ * d_B[2]);
  }
}
