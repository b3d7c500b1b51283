package org.holdpoint.flight.navigation.far;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.navigation.Noise;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.flight.navigation.far.FarSolution.Stage;
import org.holdpoint.flight.sample.Detections;
import org.holdpoint.flight.sample.Detections.Detection;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;

/** A chaser that looks where far navigation wants, among stars, hot pixels and cosmic rays. */
final class Hunt {
  private static final double ARCSECOND_RAD = Math.PI / 648_000;
  private static final double FIELD_COSINE = Math.cos(Math.toRadians(5));
  static final Cue CUE = new Cue(2_000, 100_000, 10_000);

  private final FarTruth truth;
  final double[] estimate;
  final FarNavigation far;
  private final Noise noise;
  private final Vec3 hot_B;
  private final Vec3[] stars_I = new Vec3[400];
  private final OrbitModel model = new OrbitModel();
  boolean targetShines;
  long second;

  Hunt(long seed, double range_m, boolean targetShines) {
    this.targetShines = targetShines;
    noise = new Noise(seed);
    truth = FarTruth.ahead(range_m, 0, 0.0005, Math.toRadians(97.4));
    estimate = CueDraw.of(truth.target, CUE, noise);
    far = new FarNavigation(CUE, estimate, 0);
    far.begin(
        0, estimate, FarTruth.r(truth.chaser), FarTruth.v(truth.chaser), far.covariance_L(), false);
    hot_B = new Vec3(1, noise.uniform(-0.05, 0.05), noise.uniform(-0.05, 0.05)).unit();
    for (int i = 0; i < stars_I.length; i++) {
      stars_I[i] = noise.direction();
    }
  }

  /** One second: the camera follows where far navigation looks, as far as it can turn. */
  void fly() {
    second++;
    truth.advance(1);
    model.advance(estimate, 1);
    Vec3 r = FarTruth.r(truth.chaser);
    Vec3 v = FarTruth.v(truth.chaser);
    Vec3 boresight = far.solution(1).u_lookAt_I();
    Quaternion q_BI = Rotations.ofTwoVectors(boresight, r.cross(v));
    List<Detection> found = new ArrayList<>();
    if (targetShines) {
      see(found, q_BI.rotate(FarTruth.r(truth.target).minus(r).unit()), 7);
    }
    for (Vec3 star : stars_I) {
      see(found, q_BI.rotate(star), 6);
    }
    if (noise.uniform(0, 1) < 0.5) {
      see(found, hot_B, 5);
    }
    if (noise.uniform(0, 1) < 0.5) {
      see(found, new Vec3(1, noise.uniform(-0.08, 0.08), noise.uniform(-0.08, 0.08)).unit(), 8);
    }
    far.step(
        new Tick(10 * second, second * 1_000_000_000L),
        estimate,
        r,
        v,
        0,
        new Detections(second * 1_000_000_000L, found.subList(0, Math.min(8, found.size()))),
        q_BI,
        Vec3.ZERO,
        0,
        FarTruth.r(truth.target).minus(r).unit().negated(),
        new ArrayList<EventReport>());
  }

  private void see(List<Detection> found, Vec3 u_B, double magnitude) {
    if (u_B.x() > FIELD_COSINE) {
      Vec3 seen = u_B.plus(noise.vector(20 * ARCSECOND_RAD)).unit();
      found.add(new Detection(seen, 20 * ARCSECOND_RAD, magnitude));
    }
  }

  Stage stage() {
    return far.solution(1).stage();
  }

  /** Angle between where the target is and where it is held to be. */
  double off_rad() {
    Vec3 r = FarTruth.r(truth.chaser);
    Vec3 is = FarTruth.r(truth.target).minus(r).unit();
    return is.minus(OrbitModel.position(estimate).minus(r).unit()).norm();
  }
}
