package org.holdpoint.world.picture;

import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Light;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;

/**
 * All that a picture depends on, beside camera and seed: the truth at one time.
 *
 * @param truth of both spacecraft
 * @param hull of the target's bus
 * @param rate_T_rad_s target's body rate with respect to GCRF, its body frame; blurs
 * @param sun_I_m the Sun from Earth's centre, GCRF
 * @param moon_I_m the Moon from Earth's centre, GCRF
 * @param toEarth row-major matrix from GCRF to Earth-fixed components
 * @param light share of the Sun's disc that the target sees past Earth, 0 to 1
 */
public record Scene(
    TruthSnapshot truth,
    TargetHull hull,
    Xyz rate_T_rad_s,
    Xyz sun_I_m,
    Xyz moon_I_m,
    double[] toEarth,
    double light) {

  public Scene {
    toEarth = toEarth.clone();
  }

  /**
   * The scene of a truth.
   *
   * @param environment is moved to the time of the truth
   * @param before the truth a little earlier, from which the target's rate is taken; the same as
   *     {@code now} for a target without rate
   */
  public static Scene of(
      Environment environment, TruthSnapshot before, TruthSnapshot now, TargetHull hull) {
    environment.moveTo(now.tai_ns());
    Xyz r = now.r_T_I_m();
    return new Scene(
        now,
        hull,
        rate(before, now),
        Xyz.of(environment.sun_I_m(), 0),
        Xyz.of(environment.moon_I_m(), 0),
        environment.toEarth(),
        Light.share(r.x(), r.y(), r.z(), environment.sun_I_m(), environment.toEarth()));
  }

  @Override
  public double[] toEarth() {
    return toEarth.clone();
  }

  /** UTC to the millisecond, ISO 8601. */
  public String utc() {
    WorldData data = WorldData.get();
    return data.date(truth.tai_ns()).toString(data.timeScales().getUTC()) + "Z";
  }

  /** Unit vector from the target to the Sun, the target's body frame. */
  double[] sun_T() {
    return towards_T(sun_I_m);
  }

  /** Unit vector from the target to the Moon, the target's body frame. */
  double[] moon_T() {
    return towards_T(moon_I_m);
  }

  /** The chaser from the target, the target's body frame, metres. */
  double[] chaser_T_m() {
    return inFrame(truth.q_TI(), minus(truth.r_C_I_m(), truth.r_T_I_m()));
  }

  /** The target from the chaser, the chaser's body frame, metres. */
  double[] target_B_m() {
    return inFrame(truth.q_BI(), minus(truth.r_T_I_m(), truth.r_C_I_m()));
  }

  /** Angle Sun, target, chaser, radians. */
  public double phase_rad() {
    return Vec.angle(sun_T(), chaser_T_m());
  }

  /** Unit vector to the Sun, chaser's body frame. */
  double[] sun_B() {
    return Vec.unit(inFrame(truth.q_BI(), minus(sun_I_m, truth.r_C_I_m())));
  }

  private double[] towards_T(Xyz far_I_m) {
    return Vec.unit(inFrame(truth.q_TI(), minus(far_I_m, truth.r_T_I_m())));
  }

  /** Components of a GCRF vector in a body frame. */
  static double[] inFrame(Wxyz q_BI, double[] v_I) {
    double[] v_B = new double[3];
    BodyFrame.toBody(array(q_BI), v_I, v_B);
    return v_B;
  }

  /** Row-major matrix that takes components of the target's body frame to the chaser's. */
  double[] targetToChaser() {
    double[] matrix = new double[9];
    double[] v_I = new double[3];
    for (int column = 0; column < 3; column++) {
      double[] axis_T = new double[3];
      axis_T[column] = 1;
      BodyFrame.toInertial(array(truth.q_TI()), axis_T, v_I);
      double[] axis_B = inFrame(truth.q_BI(), v_I);
      for (int row = 0; row < 3; row++) {
        matrix[3 * row + column] = axis_B[row];
      }
    }
    return matrix;
  }

  static double[] array(Wxyz q) {
    return new double[] {q.q0(), q.q1(), q.q2(), q.q3()};
  }

  static double[] minus(Xyz a, Xyz b) {
    return new double[] {a.x() - b.x(), a.y() - b.y(), a.z() - b.z()};
  }

  /** Twice the vector part of the turn since then, over the time; exact to second order. */
  private static Xyz rate(TruthSnapshot before, TruthSnapshot now) {
    double since_s = 1e-9 * (now.tai_ns() - before.tai_ns());
    if (since_s == 0) {
      return new Xyz(0, 0, 0);
    }
    double[] a = array(now.q_TI());
    double[] b = array(before.q_TI());
    // q_now conj(q_before) has minus half the turned angle as its vector part
    double w = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
    double s = (w < 0 ? 2 : -2) / since_s;
    return new Xyz(
        s * (b[0] * a[1] - a[0] * b[1] - a[2] * b[3] + a[3] * b[2]),
        s * (b[0] * a[2] - a[0] * b[2] - a[3] * b[1] + a[1] * b[3]),
        s * (b[0] * a[3] - a[0] * b[3] - a[1] * b[2] + a[2] * b[1]));
  }
}
