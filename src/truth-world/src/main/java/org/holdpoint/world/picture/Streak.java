package org.holdpoint.world.picture;

import org.holdpoint.world.sample.Xyz;

/** How fast images move over the picture. */
final class Streak {
  private Streak() {}

  /**
   * Motion of the image of a place.
   *
   * @param place_B_m from the camera; for a star a direction
   * @param velocity_B_m_s relative to the camera as seen in GCRF, body components; 0 for a star
   * @param px_s receives the motion to the right and downwards
   */
  static void of(
      Scene scene,
      CameraOptics optics,
      double[] place_B_m,
      double[] velocity_B_m_s,
      double[] px_s) {
    Xyz rate = scene.truth().rate_B_rad_s();
    double[] turning = Vec.cross(Vec.of(rate.x(), rate.y(), rate.z()), place_B_m);
    double vx = velocity_B_m_s[0] - turning[0];
    double vy = velocity_B_m_s[1] - turning[1];
    double vz = velocity_B_m_s[2] - turning[2];
    double x = place_B_m[0];
    double f = optics.focal_px() / (x * x);
    px_s[0] = -f * (vy * x - place_B_m[1] * vx);
    px_s[1] = -f * (vz * x - place_B_m[2] * vx);
  }

  /** Motion of the image of a place that is fixed on the target. */
  static void ofTarget(Scene scene, CameraOptics optics, double[] place_T_m, double[] px_s) {
    double[] toChaser = scene.targetToChaser();
    Xyz rate = scene.rate_T_rad_s();
    double[] spun = Vec.times(toChaser, Vec.cross(Vec.of(rate.x(), rate.y(), rate.z()), place_T_m));
    double[] v_B =
        Scene.inFrame(
            scene.truth().q_BI(),
            Scene.minus(scene.truth().v_T_I_m_s(), scene.truth().v_C_I_m_s()));
    double[] place_B = Vec.plus(scene.target_B_m(), Vec.times(toChaser, place_T_m), 1);
    of(scene, optics, place_B, Vec.plus(v_B, spun, 1), px_s);
  }
}
