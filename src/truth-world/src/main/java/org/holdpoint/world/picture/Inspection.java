package org.holdpoint.world.picture;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.TargetHull;
import org.jspecify.annotations.Nullable;

/**
 * How much of the target has been seen: area seen divided by the area that an ideal observer on the
 * same path could have seen lit. The ideal observer always looks the right way with a perfect
 * camera; it is told of the path by {@link #pass}, at intervals short against the motion. A facet
 * counts as seen in a picture when it is in the field and unhidden, sunlit, fine and sharp enough,
 * and rightly exposed.
 */
public final class Inspection {
  /**
   * What makes a facet seen.
   *
   * @param largestSlant_deg of Sun and of camera from the facet's normal
   * @param largestSample_m ground sample distance across the line of sight
   * @param largestBlur_px streak of the facet during the exposure
   */
  public record Rules(double largestSlant_deg, double largestSample_m, double largestBlur_px) {
    public static final Rules NOMINAL = new Rules(85, 0.05, 1);
  }

  /**
   * The best sight of a facet so far.
   *
   * @param frame name of the picture
   * @param sample_m ground sample distance across the line of sight
   * @param slant_deg of the camera from the facet's normal
   * @param incidence_deg of sunlight
   * @param phase_deg angle Sun, facet, camera
   * @param blur_px streak during the exposure
   */
  public record Sight(
      String frame,
      double sample_m,
      double slant_deg,
      double incidence_deg,
      double phase_deg,
      double blur_px) {
    /** Resolution along the worse direction: foreshortened and blurred. */
    double resolution_m() {
      return sample_m
          * Math.sqrt(1 + blur_px * blur_px)
          / FastMath.cos(FastMath.toRadians(slant_deg));
    }
  }

  /**
   * One facet's account.
   *
   * @param couldBeSeen lit and unhidden for an ideal observer at some time on the path
   * @param best null as long as it was not seen
   */
  public record Account(String facet, double area_m2, boolean couldBeSeen, @Nullable Sight best) {}

  /** A pixel's worth of light must stand this far above its noise. */
  private static final double LEAST_SIGNAL_TO_NOISE = 5;

  /** Reflectance that an exposure is judged by. */
  private static final double REFLECTANCE = 0.3;

  private static final double LEAST_LIGHT = 0.1;

  /** Where the light meter puts the brightest facet, as part of a full pixel. */
  private static final double METERED_LEVEL = 0.6;

  private final TargetHull hull;
  private final Rules rules;
  private final List<Facet> names;
  private final boolean[] could;
  private final List<@Nullable Sight> best = new ArrayList<>();
  private final Ray scratch = new Ray();

  public Inspection(TargetHull hull, Rules rules) {
    this.hull = hull;
    this.rules = rules;
    names = TargetModel.of(hull, Vec.of(0, 0, -1)).facets();
    could = new boolean[names.size()];
    for (int i = 0; i < names.size(); i++) {
      best.add(null);
    }
  }

  /** Tells of a place on the path. */
  public void pass(Scene scene) {
    if (scene.light() < LEAST_LIGHT) {
      return;
    }
    double[] sun_T = scene.sun_T();
    double[] camera_T = scene.chaser_T_m();
    TargetModel model = TargetModel.of(hull, sun_T);
    for (int i = 0; i < could.length; i++) {
      could[i] = could[i] || litAndOpen(model, model.facets().get(i), sun_T, camera_T);
    }
  }

  /**
   * Judges a picture; its place counts as passed.
   *
   * @param frame name of the picture
   * @return how many facets were seen that had not been seen before
   */
  public int look(Scene scene, CameraOptics optics, double exposure_s, String frame) {
    pass(scene);
    if (scene.light() < LEAST_LIGHT || optics.thermal()) {
      return 0;
    }
    double[] sun_T = scene.sun_T();
    double[] camera_T = scene.chaser_T_m();
    double[] toChaser = scene.targetToChaser();
    double[] target_B = scene.target_B_m();
    TargetModel model = TargetModel.of(hull, sun_T);
    int fresh = 0;
    for (int i = 0; i < could.length; i++) {
      Facet facet = model.facets().get(i);
      double[] place_B = Vec.plus(target_B, Vec.times(toChaser, facet.centre_T_m()), 1);
      if (!inField(place_B, optics) || !litAndOpen(model, facet, sun_T, camera_T)) {
        continue;
      }
      Sight sight = sight(scene, optics, exposure_s, frame, facet);
      if (sight.sample_m() > rules.largestSample_m()
          || sight.blur_px() > rules.largestBlur_px()
          || !wellExposed(scene, optics, exposure_s, sight.incidence_deg())) {
        continue;
      }
      Sight before = best.get(i);
      if (before == null) {
        fresh++;
      }
      if (before == null || sight.resolution_m() < before.resolution_m()) {
        best.set(i, sight);
      }
    }
    return fresh;
  }

  /**
   * Judges a picture that is exposed for the brightest facet in it; its place counts as passed.
   *
   * @param frame name of the picture
   * @return how many facets were seen that had not been seen before
   */
  public int look(Scene scene, CameraOptics optics, String frame) {
    if (scene.light() < LEAST_LIGHT || optics.thermal()) {
      return 0;
    }
    double[] sun_T = scene.sun_T();
    double[] camera_T = scene.chaser_T_m();
    double steepest = 0;
    for (Facet facet : TargetModel.of(hull, sun_T).facets()) {
      double[] towards = Vec.unit(Vec.plus(camera_T, facet.centre_T_m(), -1));
      if (Vec.dot(facet.normal_T(), towards) > 0) {
        steepest = Math.max(steepest, Vec.dot(facet.normal_T(), sun_T));
      }
    }
    double wanted_s = METERED_LEVEL * optics.fullWell_e() / rate_e_s(scene, optics, steepest);
    double exposure_s = Math.max(optics.shortest_s(), Math.min(optics.longest_s(), wanted_s));
    return look(scene, optics, exposure_s, frame);
  }

  /** Area seen over area that could have been seen; 0 as long as nothing could. */
  public double coverage() {
    double seen = 0;
    double possible = 0;
    for (int i = 0; i < could.length; i++) {
      seen += best.get(i) == null ? 0 : names.get(i).area_m2();
      possible += could[i] ? names.get(i).area_m2() : 0;
    }
    return possible == 0 ? 0 : seen / possible;
  }

  /** How many facets the target has. */
  public int facets() {
    return could.length;
  }

  /** All facets, always in the same order. */
  public List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < could.length; i++) {
      Facet facet = names.get(i);
      accounts.add(new Account(facet.name(), facet.area_m2(), could[i], best.get(i)));
    }
    return accounts;
  }

  private boolean litAndOpen(TargetModel model, Facet facet, double[] sun_T, double[] camera_T) {
    double[] place = facet.centre_T_m();
    double[] n = facet.normal_T();
    double[] towards = Vec.unit(Vec.plus(camera_T, place, -1));
    double least = FastMath.cos(FastMath.toRadians(rules.largestSlant_deg()));
    return Vec.dot(n, sun_T) >= least
        && Vec.dot(n, towards) >= least
        && model.open(place, n, sun_T, scratch)
        && model.open(place, n, towards, scratch);
  }

  private static boolean inField(double[] place_B, CameraOptics optics) {
    double edge = 0.5 * optics.pixels() * place_B[0] / optics.focal_px();
    return place_B[0] > 0 && Math.abs(place_B[1]) <= edge && Math.abs(place_B[2]) <= edge;
  }

  private static Sight sight(
      Scene scene, CameraOptics optics, double exposure_s, String frame, Facet facet) {
    double[] way = Vec.plus(scene.chaser_T_m(), facet.centre_T_m(), -1);
    double[] streak_px = new double[2];
    Streak.ofTarget(scene, optics, facet.centre_T_m(), streak_px);
    return new Sight(
        frame,
        Vec.norm(way) * optics.pixel_rad(),
        FastMath.toDegrees(Vec.angle(facet.normal_T(), way)),
        FastMath.toDegrees(Vec.angle(facet.normal_T(), scene.sun_T())),
        FastMath.toDegrees(Vec.angle(way, scene.sun_T())),
        exposure_s * Math.sqrt(streak_px[0] * streak_px[0] + streak_px[1] * streak_px[1]));
  }

  /** Electrons a second in a pixel that sees a facet at a cosine of incidence. */
  private static double rate_e_s(Scene scene, CameraOptics optics, double cosine) {
    return optics.etendue_e()
        * scene.light()
        * Lighting.SUNLIGHT
        * REFLECTANCE
        / FastMath.PI
        * cosine;
  }

  private static boolean wellExposed(
      Scene scene, CameraOptics optics, double exposure_s, double incidence_deg) {
    double electrons =
        exposure_s * rate_e_s(scene, optics, FastMath.cos(FastMath.toRadians(incidence_deg)));
    double noise = Math.sqrt(electrons + optics.readNoise_e() * optics.readNoise_e());
    return electrons <= optics.fullWell_e() && electrons >= LEAST_SIGNAL_TO_NOISE * noise;
  }
}
