package org.holdpoint.world.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Allan variance of gyros at rest for 400 h, three axes together: N^2 / tau + K^2 tau / 3, N the
 * angle random walk and K the rate random walk (IEEE Std 952, annex C). They cross at 623 s.
 */
class GyroAllanTest {
  private static final double ARW_RAD_SQRT_S = FastMath.toRadians(0.01) / 60;
  private static final double RRW_RAD_S_SQRT_S = FastMath.toRadians(0.1) / 3600 / 60;
  private static final double BASE_S = 1;
  private static final int SECONDS = 400 * 3600;

  /** Mean rate of each second. */
  private static final double[][] rate_rad_s = new double[3][SECONDS];

  @BeforeAll
  static void recordForFourHundredHours() {
    Situation still = Scene.ahead(500);
    Gyros gyros = new Gyros(2027, "imu-a");
    for (int second = 0; second < SECONDS; second++) {
      for (int tick = 0; tick < 10; tick++) {
        gyros.sample(tick, still, UnitErrors.NONE);
        for (int axis = 0; axis < 3; axis++) {
          rate_rad_s[axis][second] += 0.1 * gyros.value[axis];
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "16", "64", "256", "1024", "4096", "16384"})
  @Tag("WLD-028")
  void theAllanVarianceIsThatOfBothWalks(int tau_s) {
    double expected = expected(tau_s);
    double degrees = degreesOfFreedom(tau_s);
    assertThat(Bounds95.chiSquare(degrees * allanVariance(tau_s) / expected, degrees))
        .as("at %d s: %s of %s", tau_s, allanVariance(tau_s), expected)
        .isTrue();
  }

  @Test
  @Tag("WLD-028")
  void theSlopeIsMinusOneHalfWhereAnglesWalkAndPlusOneHalfWhereTheBiasDoes() {
    assertSlope(1, 16, -0.5);
    assertSlope(4096, 16384, 0.5);
    // the coefficient is what the white part would be at 1 s
    assertThat(FastMath.sqrt(allanVariance(1)))
        .isCloseTo(ARW_RAD_SQRT_S, within(0.005 * ARW_RAD_SQRT_S));
  }

  private static void assertSlope(int from_s, int to_s, double nominal) {
    double octaves = FastMath.log((double) to_s / from_s);
    double slope = 0.5 * FastMath.log(allanVariance(to_s) / allanVariance(from_s)) / octaves;
    double model = 0.5 * FastMath.log(expected(to_s) / expected(from_s)) / octaves;
    // the logarithm of a chi-squared variable over its degrees has variance 2 / degrees
    double sigma =
        0.5 * Math.sqrt(2 / degreesOfFreedom(from_s) + 2 / degreesOfFreedom(to_s)) / octaves;
    assertThat(model).isCloseTo(nominal, within(0.02));
    assertThat(slope).isCloseTo(model, within(Bounds95.NORMAL * sigma));
  }

  private static double expected(double tau_s) {
    return ARW_RAD_SQRT_S * ARW_RAD_SQRT_S / tau_s
        + RRW_RAD_S_SQRT_S * RRW_RAD_S_SQRT_S * tau_s / 3;
  }

  /** Half the mean square of differences of adjacent averages over tau, without overlap. */
  private static double allanVariance(int tau_s) {
    int length = (int) (tau_s / BASE_S);
    double sum = 0;
    int n = 0;
    for (double[] axis : rate_rad_s) {
      double last = Double.NaN;
      for (int begin = 0; begin + length <= axis.length; begin += length) {
        double mean = 0;
        for (int i = begin; i < begin + length; i++) {
          mean += axis[i] / length;
        }
        if (begin > 0) {
          sum += (mean - last) * (mean - last);
          n++;
        }
        last = mean;
      }
    }
    return sum / (2.0 * n);
  }

  /**
   * Of n differences that are correlated with their neighbours by c: n / (1 + 2 c^2), c = -1/2 for
   * a white rate and 1/4 for one that walks.
   */
  private static double degreesOfFreedom(int tau_s) {
    double white = ARW_RAD_SQRT_S * ARW_RAD_SQRT_S / tau_s;
    double share = white / expected(tau_s);
    double c = -0.5 * share + 0.25 * (1 - share);
    int n = 3 * (SECONDS / tau_s - 1);
    return n / (1 + 2 * c * c);
  }
}
