package org.holdpoint.world.picture;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;

/** Takes pictures: a pure function of scene, optics, seed and exposure. */
public final class CameraModel {
  /** Exposure is set so that all but this share of the target is below the level beside it. */
  private static final double METERED_SHARE_ABOVE = 0.01;

  private static final double METERED_LEVEL = 0.6;
  private static final double THERMAL_FULL_K = 380;
  private static final double STRONGEST_STREAK_PX = 500;

  private final CameraOptics optics;
  private final long runSeed;
  private final String scenario;

  /**
   * @param runSeed of the noise, with camera and time
   * @param scenario for the metadata
   */
  public CameraModel(CameraOptics optics, long runSeed, String scenario) {
    this.optics = optics;
    this.runSeed = runSeed;
    this.scenario = scenario;
  }

  /** Takes a picture with the exposure that suits the target, or the sky where no target is. */
  public Picture take(Scene scene) {
    return take(scene, TargetModel.of(scene.hull(), scene.sun_T()), 0);
  }

  /**
   * Takes a picture with a fixed exposure.
   *
   * @throws IllegalArgumentException when the camera cannot expose so long or so short
   */
  public Picture take(Scene scene, double exposure_s) {
    if (!(exposure_s >= optics.shortest_s() && exposure_s <= optics.longest_s())) {
      throw new IllegalArgumentException(
          "exposure of %s s: the %s camera exposes %s to %s s"
              .formatted(exposure_s, optics.name(), optics.shortest_s(), optics.longest_s()));
    }
    return take(scene, TargetModel.of(scene.hull(), scene.sun_T()), exposure_s);
  }

  Picture take(Scene scene, TargetModel model, double fixedExposure_s) {
    TargetImage target = TargetImage.trace(scene, optics, model);
    double lit = target.litFraction;
    double target_px = target.pixels();
    int channels = optics.thermal() ? 1 : 3;
    int n = optics.pixels();
    float[][] light = new float[channels][n * n];
    float[] clear = new float[n * n];
    Sky sky = new Sky(scene, optics);
    sky.paint(light, clear);

    double electronsPerRadiance =
        optics.thermal()
            ? optics.fullWell_e() / Lighting.bandRadiance(THERMAL_FULL_K) / optics.longest_s()
            : optics.etendue_e();
    double exposure_s =
        fixedExposure_s > 0 ? fixedExposure_s : exposure_s(target, light, electronsPerRadiance);
    double[] streak_px = new double[2];
    if (target.width > 0) {
      Streak.ofTarget(scene, optics, new double[3], streak_px);
      target.smear(bounded(exposure_s * streak_px[0]), bounded(exposure_s * streak_px[1]));
    }
    compose(light, clear, target, (float) (electronsPerRadiance * exposure_s));
    if (!optics.thermal()) {
      sky.addStars(light, clear, exposure_s);
    }
    TruthSnapshot truth = scene.truth();
    NoiseStream noise = new NoiseStream(runSeed, "picture/" + optics.name() + "/" + truth.tai_ns());
    byte[] rgb = new Detector(optics).develop(light, noise);
    return new Picture(n, n, rgb, exposure_s, lit, target_px, metadata(scene, exposure_s, lit));
  }

  /** Puts the target before the sky and counts electrons; what it covers is not clear any more. */
  private void compose(float[][] light, float[] clear, TargetImage target, float gain) {
    int n = optics.pixels();
    for (int row = 0; row < target.height; row++) {
      for (int column = 0; column < target.width; column++) {
        int from = row * target.width + column;
        int to = (row + target.top) * n + column + target.left;
        float open = 1 - target.cover[from];
        for (int channel = 0; channel < light.length; channel++) {
          light[channel][to] = light[channel][to] * open + target.radiance[channel][from];
        }
        clear[to] *= open;
      }
    }
    for (float[] plane : light) {
      for (int at = 0; at < plane.length; at++) {
        plane[at] *= gain;
      }
    }
  }

  private double exposure_s(TargetImage target, float[][] sky, double electronsPerRadiance) {
    double radiance = target.metered(METERED_SHARE_ABOVE);
    if (radiance == 0) {
      for (float[] plane : sky) {
        for (float value : plane) {
          radiance = Math.max(radiance, value);
        }
      }
    }
    double wanted_s = METERED_LEVEL * optics.fullWell_e() / (electronsPerRadiance * radiance);
    return Math.max(optics.shortest_s(), Math.min(optics.longest_s(), wanted_s));
  }

  private static double bounded(double streak_px) {
    return Math.max(-STRONGEST_STREAK_PX, Math.min(STRONGEST_STREAK_PX, streak_px));
  }

  private Map<String, String> metadata(Scene scene, double exposure_s, double lit) {
    TruthSnapshot truth = scene.truth();
    Map<String, String> of = new LinkedHashMap<>();
    of.put("Software", "Holdpoint");
    of.put("scenario", scenario);
    of.put("run_seed", Long.toString(runSeed));
    of.put("utc", scene.utc());
    of.put("tai_ns", Long.toString(truth.tai_ns()));
    of.put("camera", optics.name());
    of.put("field_deg", number(optics.field_deg()));
    of.put("pixel_rad", number(optics.pixel_rad()));
    of.put("exposure_s", number(exposure_s));
    of.put("range_m", number(truth.range_m()));
    of.put("phase_deg", number(FastMath.toDegrees(scene.phase_rad())));
    of.put("sunlight", number(scene.light()));
    of.put("lit_fraction", number(lit));
    of.put("r_CT_L_m", vector(truth.r_CT_L_m()));
    of.put("r_C_I_m", vector(truth.r_C_I_m()));
    of.put("r_T_I_m", vector(truth.r_T_I_m()));
    of.put("q_BI", quaternion(truth.q_BI()));
    of.put("q_TI", quaternion(truth.q_TI()));
    of.put("axes", "boresight +x body, right -y body, up +z body");
    of.put(
        "transfer",
        optics.thermal()
            ? "sRGB code of radiance from 8 to 12 um over that of a black body of 380 K"
            : "sRGB code of electrons over a full well of " + number(optics.fullWell_e()));
    return of;
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, "%.9g", x);
  }

  private static String vector(Xyz v) {
    return String.format(Locale.ROOT, "%.4f %.4f %.4f", v.x(), v.y(), v.z());
  }

  private static String quaternion(Wxyz q) {
    return String.format(Locale.ROOT, "%.12f %.12f %.12f %.12f", q.q0(), q.q1(), q.q2(), q.q3());
  }
}
