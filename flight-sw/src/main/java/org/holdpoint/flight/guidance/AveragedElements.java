package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.OrbitalElements;
import org.holdpoint.motion.RelativeElements;
import org.holdpoint.motion.Vec3;

/**
 * Relative elements of the chaser about the target's orbit, averaged over a revolution: what is
 * left is what guidance can steer by. (Osculating semi-major axes of two spacecraft 2,000 km apart
 * differ by up to 5 km though their mean ones agree: J2 moves each by 9.6 km twice an orbit.) The
 * average is taken numerically, over both orbits carried by the flight model without thrust.
 *
 * @param da_m semi-major axis, chaser less target
 * @param dl_m mean along-track separation, negative behind
 * @param drift_m_s rate of {@code dl_m}
 * @param dex_m relative eccentricity vector times the semi-major axis, along the node
 * @param dey_m the same, 90 deg on
 * @param dix_m relative inclination vector times the semi-major axis
 * @param diy_m the same, 90 deg on
 * @param a_m the target's semi-major axis
 * @param meanMotion_rad_s the target's mean motion
 * @param nodeShear_1_s rate of {@code diy_m} that a metre of {@code da_m} makes: J2 turns the nodes
 *     of different orbits at different rates
 * @param latitude_rad the chaser's argument of latitude now, osculating
 * @param latitudeRate_rad_s mean rate of it
 */
record AveragedElements(
    double da_m,
    double dl_m,
    double drift_m_s,
    double dex_m,
    double dey_m,
    double dix_m,
    double diy_m,
    double a_m,
    double meanMotion_rad_s,
    double nodeShear_1_s,
    double latitude_rad,
    double latitudeRate_rad_s) {

  /** Samples a revolution: J2's short periods are twice the orbit's frequency and four times it. */
  private static final int SAMPLES = 60;

  private static final int STEPS_A_SAMPLE = 2;

  /** Elements of two inertial states of the same moment, GCRF. */
  static AveragedElements of(Vec3 r_C_I_m, Vec3 v_C_I_m_s, Vec3 r_T_I_m, Vec3 v_T_I_m_s) {
    OrbitModel model = new OrbitModel();
    double[] chaser = new double[6];
    double[] target = new double[6];
    OrbitModel.set(chaser, r_C_I_m, v_C_I_m_s);
    OrbitModel.set(target, r_T_I_m, v_T_I_m_s);
    double n = OrbitModel.meanMotion_rad_s(target);
    double a_m = FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n));
    double period_s = 2 * Math.PI / n;
    double latitude = latitude_rad(r_C_I_m, v_C_I_m_s);
    double[] first = new double[6];
    double[] second = new double[6];
    average(model, chaser, target, period_s, first);
    double turned = latitude_rad(OrbitModel.position(chaser), OrbitModel.velocity(chaser));
    average(model, chaser, target, period_s, second);
    double drift = (second[1] - first[1]) / period_s;
    double rate = (2 * Math.PI + reduced(turned - latitude)) / period_s;
    return new AveragedElements(
        a_m * first[0],
        a_m * (first[1] - drift * period_s / 2),
        a_m * drift,
        a_m * first[2],
        a_m * first[3],
        a_m * first[4],
        a_m * first[5],
        a_m,
        n,
        nodeShear_1_s(r_T_I_m.cross(v_T_I_m_s).unit(), a_m, n),
        latitude,
        rate);
  }

  /** The node turns with a^-7/2 (Vallado 2013, eq. 9-38). */
  private static double nodeShear_1_s(Vec3 normal_I, double a_m, double n) {
    double ratio = OrbitModel.EARTH_RADIUS_M / a_m;
    double nodeRate = -1.5 * n * OrbitModel.J2 * ratio * ratio * normal_I.z();
    return -3.5 * nodeRate * FastMath.hypot(normal_I.x(), normal_I.y());
  }

  /** Averages the six over one revolution and leaves both states at its end. */
  private static void average(
      OrbitModel model, double[] chaser, double[] target, double period_s, double[] mean) {
    double step_s = period_s / (SAMPLES * STEPS_A_SAMPLE);
    for (int k = 0; k < SAMPLES; k++) {
      // Sampled in the middle of each of the equal parts.
      for (int j = 0; j < STEPS_A_SAMPLE; j++) {
        if (j == STEPS_A_SAMPLE / 2) {
          add(chaser, target, mean);
        }
        model.advance(chaser, step_s);
        model.advance(target, step_s);
      }
    }
  }

  private static void add(double[] chaser, double[] target, double[] mean) {
    RelativeElements now = RelativeElements.of(elements(target), elements(chaser));
    mean[0] += now.da() / SAMPLES;
    mean[1] += now.dl() / SAMPLES;
    mean[2] += now.dex() / SAMPLES;
    mean[3] += now.dey() / SAMPLES;
    mean[4] += now.dix() / SAMPLES;
    mean[5] += now.diy() / SAMPLES;
  }

  private static OrbitalElements elements(double[] state) {
    return OrbitalElements.of(
        OrbitModel.position(state), OrbitModel.velocity(state), OrbitModel.MU_M3_S2);
  }

  /** Angle from the ascending node to the position, along the motion. */
  static double latitude_rad(Vec3 r_I_m, Vec3 v_I_m_s) {
    Vec3 w = r_I_m.cross(v_I_m_s).unit();
    Vec3 toNode = new Vec3(-w.y(), w.x(), 0).unit();
    return FastMath.atan2(r_I_m.dot(w.cross(toNode)), r_I_m.dot(toNode));
  }

  /** Rate of along-track separation that a difference of semi-major axes makes. */
  double driftOf_m_s(double other_da_m) {
    double offset = drift_m_s - kepler_m_s(da_m);
    return kepler_m_s(other_da_m) + offset;
  }

  private double kepler_m_s(double difference_m) {
    double ratio = 1 + difference_m / a_m;
    return a_m * meanMotion_rad_s * (1 / (ratio * Math.sqrt(ratio)) - 1);
  }

  double halfOrbit_s() {
    return Math.PI / latitudeRate_rad_s;
  }

  /** First time from {@code notBefore_s} after now at which the chaser passes this latitude. */
  double timeToLatitude_s(double wanted_rad, double notBefore_s) {
    double at = latitude_rad + latitudeRate_rad_s * notBefore_s;
    double ahead = (wanted_rad - at) % (2 * Math.PI);
    return notBefore_s + (ahead < 0 ? ahead + 2 * Math.PI : ahead) / latitudeRate_rad_s;
  }

  /** The same half an orbit earlier when that is allowed: pairs of burns may begin at either. */
  double timeToLine_s(double phase_rad, double notBefore_s) {
    return Math.min(
        timeToLatitude_s(phase_rad, notBefore_s),
        timeToLatitude_s(phase_rad + Math.PI, notBefore_s));
  }

  /** Rate of latitude on an orbit with another semi-major axis. */
  double latitudeRateOf_rad_s(double other_da_m) {
    return latitudeRate_rad_s * (1 - 1.5 * (other_da_m - da_m) / a_m);
  }

  /** The chaser's argument of latitude after a time. */
  double latitudeAfter_rad(double time_s) {
    return latitude_rad + latitudeRate_rad_s * time_s;
  }

  /** Elements just after an impulse given after {@code time_s} of coasting, and then as of now. */
  AveragedElements after(double time_s, double tangential_m_s, double normal_m_s) {
    double n = meanMotion_rad_s;
    double u = latitudeAfter_rad(time_s);
    double cos = FastMath.cos(u);
    double sin = FastMath.sin(u);
    double newDa_m = da_m + 2 * tangential_m_s / n;
    return new AveragedElements(
        newDa_m,
        dl_m + drift_m_s * time_s,
        driftOf_m_s(newDa_m),
        dex_m + 2 * tangential_m_s / n * cos,
        dey_m + 2 * tangential_m_s / n * sin,
        dix_m + normal_m_s / n * cos,
        diy_m + normal_m_s / n * sin,
        a_m,
        n,
        nodeShear_1_s,
        reduced(u),
        latitudeRate_rad_s);
  }

  private static double reduced(double angle_rad) {
    return angle_rad - 2 * Math.PI * Math.rint(angle_rad / (2 * Math.PI));
  }
}
