package org.holdpoint.world.state;

import org.hipparchus.util.FastMath;

/**
 * The inverse of the standard normal distribution function, good to 16 digits (Wichura 1988,
 * algorithm AS 241, PPND16). Ours because sensors draw hundreds of these in a simulated second:
 * five of six draws need neither logarithm nor root, a third of the time of the library's inverse
 * error function, and a ziggurat of a library takes the platform's {@code exp}, of which the last
 * digit may differ from machine to machine.
 */
final class NormalQuantile {
  /** Half width of the middle in probability, and that squared. */
  private static final double MIDDLE = 0.425;

  private static final double MIDDLE_SQUARED = 0.180625;

  /** Where the tail begins to be far, and what its two variables are counted from. */
  private static final double FAR = 5;

  private static final double NEAR_TAIL_FROM = 1.6;

  private NormalQuantile() {}

  /**
   * Value that a standard normal number stays below with the given probability.
   *
   * @param probability in ]0, 1[
   */
  static double of(double probability) {
    double q = probability - 0.5;
    if (Math.abs(q) <= MIDDLE) {
      return middle(q);
    }
    double r = Math.sqrt(-FastMath.log(q < 0 ? probability : 1 - probability));
    double tail = r <= FAR ? nearTail(r - NEAR_TAIL_FROM) : farTail(r - FAR);
    return q < 0 ? -tail : tail;
  }

  private static double middle(double q) {
    double r = MIDDLE_SQUARED - q * q;
    double above = 2.5090809287301226727e3 * r + 3.3430575583588128105e4;
    above = above * r + 6.7265770927008700853e4;
    above = above * r + 4.5921953931549871457e4;
    above = above * r + 1.3731693765509461125e4;
    above = above * r + 1.9715909503065514427e3;
    above = above * r + 1.3314166789178437745e2;
    above = above * r + 3.3871328727963666080;
    double below = 5.2264952788528545610e3 * r + 2.8729085735721942674e4;
    below = below * r + 3.9307895800092710610e4;
    below = below * r + 2.1213794301586595867e4;
    below = below * r + 5.3941960214247511077e3;
    below = below * r + 6.8718700749205790830e2;
    below = below * r + 4.2313330701600911252e1;
    return q * above / (below * r + 1);
  }

  private static double nearTail(double r) {
    double above = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2;
    above = above * r + 2.41780725177450611770e-1;
    above = above * r + 1.27045825245236838258;
    above = above * r + 3.64784832476320460504;
    above = above * r + 5.76949722146069140550;
    above = above * r + 4.63033784615654529590;
    above = above * r + 1.42343711074968357734;
    double below = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4;
    below = below * r + 1.51986665636164571966e-2;
    below = below * r + 1.48103976427480074590e-1;
    below = below * r + 6.89767334985100004550e-1;
    below = below * r + 1.67638483018380384940;
    below = below * r + 2.05319162663775882187;
    return above / (below * r + 1);
  }

  private static double farTail(double r) {
    double above = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
    above = above * r + 1.24266094738807843860e-3;
    above = above * r + 2.65321895265761230930e-2;
    above = above * r + 2.96560571828504891230e-1;
    above = above * r + 1.78482653991729133580;
    above = above * r + 5.46378491116411436990;
    above = above * r + 6.65790464350110377720;
    double below = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7;
    below = below * r + 1.84631831751005468180e-5;
    below = below * r + 7.86869131145613259100e-4;
    below = below * r + 1.48753612908506148525e-2;
    below = below * r + 1.36929880922735805310e-1;
    below = below * r + 5.99832206555887937690e-1;
    return above / (below * r + 1);
  }
}
