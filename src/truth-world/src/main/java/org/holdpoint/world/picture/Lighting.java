package org.holdpoint.world.picture;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.picture.Finish.Look;

/**
 * What shines on the target, in its body frame: the Sun as far as Earth lets it through, the Moon,
 * the part of Earth that is in daylight, and the glow of the night sky. Radiance is in photons per
 * m2, s and sr of one channel.
 */
final class Lighting {
  /** Photons per m2 and s of a star of V = 0 in a channel of 90 nm. */
  static final double STAR_OF_V0 = 1e10;

  /** The same of the Sun at one astronomical unit, V = -26.74. */
  static final double SUNLIGHT = STAR_OF_V0 * FastMath.pow(10, 0.4 * 26.74);

  static final double EARTH_RADIUS_M = 6_371_000;

  /** Night sky, starlight and airglow: 1 mlx against 133 klx of the Sun. */
  private static final double NIGHT_SKY = 7.5e-9 * SUNLIGHT;

  private static final double EARTH_ALBEDO = 0.3;
  private static final int RINGS = 4;
  private static final int SECTORS = 8;

  private static final double SUNLIGHT_W_M2 = 1361;
  private static final double EARTH_HEAT_W_M2 = 237;
  private static final double STEFAN_BOLTZMANN = 5.670374e-8;

  /** Exponent with which radiance from 8 to 12 um grows with temperature around 300 K. */
  private static final double BAND_EXPONENT = 4.6;

  /** A far light. */
  private record Lamp(double[] towards_T, double photons, double tint) {}

  private final double[] sun_T;
  private final double light;
  private final double sunlight;
  private final List<Lamp> lamps = new ArrayList<>();
  private final List<Lamp> earth = new ArrayList<>();
  private final TargetModel model;
  private final Ray scratch = new Ray();

  Lighting(Scene scene, TargetModel model) {
    this.model = model;
    sun_T = scene.sun_T();
    light = scene.light();
    sunlight = light * SUNLIGHT;
    addMoon(scene);
    addEarth(scene);
  }

  /**
   * Light that the place met by a ray sends back along it.
   *
   * @param radiance receives three channels
   * @return whether sunlight falls on the place
   */
  boolean shade(Ray ray, double[] radiance) {
    double[] place = Vec.plus(ray.from, ray.along, ray.t);
    Look look = ray.look;
    ray.finish.at(ray.u, ray.v, look);
    double[] n =
        Vec.unit(Vec.plus(Vec.plus(ray.normal, ray.right, -look.tiltU), ray.up, -look.tiltV));
    double cool = NIGHT_SKY / FastMath.PI;
    double warm = cool;
    double neutral = cool;
    boolean sunlit = sunlight > 0 && model.open(place, ray.normal, sun_T, scratch);
    double mirrored = 0;
    if (sunlit) {
      double lambert = sunlight * Math.max(0, Vec.dot(n, sun_T)) / FastMath.PI;
      neutral += lambert;
      warm += lambert;
      cool += lambert;
      mirrored = sunlight * mirrored(n, ray.along, look);
    }
    for (Lamp lamp : lamps) {
      double cosine = Vec.dot(n, lamp.towards_T);
      if (cosine > 0) {
        double lambert = lamp.photons * cosine / FastMath.PI;
        neutral += lambert;
        warm += lambert / lamp.tint;
        cool += lambert * lamp.tint;
      }
    }
    radiance[0] = look.red * warm + mirrored;
    radiance[1] = look.green * neutral + mirrored;
    radiance[2] = look.blue * cool + mirrored;
    return sunlit;
  }

  /** Blinn (1977), normalised so that the share mirrored does not depend on the sharpness. */
  private double mirrored(double[] n, double[] along, Look look) {
    double[] half = Vec.unit(Vec.plus(sun_T, along, -1));
    double cosine = Vec.dot(n, half);
    if (cosine <= 0 || look.gloss == 0) {
      return 0;
    }
    return look.gloss
        * (look.sharpness + 8)
        / (8 * FastMath.PI)
        * FastMath.pow(cosine, look.sharpness)
        * Math.max(0, Vec.dot(n, sun_T));
  }

  /**
   * Heat that the place met by a ray sends: the surface stands in balance with the light of the
   * moment, Earth's heat and what comes from inside.
   *
   * @return radiance from 8 to 12 um, 1 for a black body of 300 K
   */
  double warmth(Ray ray) {
    double[] place = Vec.plus(ray.from, ray.along, ray.t);
    Look look = ray.look;
    ray.finish.at(ray.u, ray.v, look);
    double in_W_m2 = look.heat_W_m2;
    if (light > 0 && model.open(place, ray.normal, sun_T, scratch)) {
      in_W_m2 += (1 - look.mean()) * light * SUNLIGHT_W_M2 * Vec.dot(ray.normal, sun_T);
    }
    for (Lamp patch : earth) {
      in_W_m2 +=
          look.emissivity
              * EARTH_HEAT_W_M2
              * patch.photons
              * Math.max(0, Vec.dot(ray.normal, patch.towards_T));
    }
    double temperature_K = FastMath.pow(in_W_m2 / (look.emissivity * STEFAN_BOLTZMANN), 0.25);
    return look.emissivity * bandRadiance(temperature_K);
  }

  /** Radiance from 8 to 12 um of a black body, 1 at 300 K. */
  static double bandRadiance(double temperature_K) {
    return FastMath.pow(temperature_K / 300, BAND_EXPONENT);
  }

  /** Magnitude by phase of Allen, Astrophysical Quantities (1976), section 66. */
  private void addMoon(Scene scene) {
    double[] moon_T = scene.moon_T();
    double[] down_T = nadir_T(scene);
    double limb = FastMath.asin(EARTH_RADIUS_M / scene.truth().r_T_I_m().norm());
    if (Vec.angle(moon_T, down_T) < limb) {
      return;
    }
    // the Moon's phase seen from here: the Sun is 400 times farther
    double phase_deg = 180 - FastMath.toDegrees(Vec.angle(moon_T, sun_T));
    double magnitude =
        -12.73 + 0.026 * phase_deg + 4e-9 * phase_deg * phase_deg * phase_deg * phase_deg;
    lamps.add(new Lamp(moon_T, STAR_OF_V0 * FastMath.pow(10, -0.4 * magnitude), 1));
  }

  /** Patches of equal solid angle over Earth's disc, each as bright as the ground under it. */
  private void addEarth(Scene scene) {
    double[] down = nadir_T(scene);
    double[] right = Vec.across(down);
    double[] up = Vec.cross(down, right);
    double r = scene.truth().r_T_I_m().norm();
    double edge = Math.sqrt(1 - EARTH_RADIUS_M * EARTH_RADIUS_M / (r * r));
    double solidAngle = 2 * FastMath.PI * (1 - edge) / (RINGS * SECTORS);
    for (int i = 0; i < RINGS * SECTORS; i++) {
      double cos = 1 - (1 - edge) * (i / SECTORS + 0.5) / RINGS;
      double sin = Math.sqrt(1 - cos * cos);
      double azimuth = 2 * FastMath.PI * (i % SECTORS + 0.5) / SECTORS;
      double[] d =
          Vec.plus(
              Vec.plus(Vec.scaled(down, cos), right, sin * FastMath.cos(azimuth)),
              up,
              sin * FastMath.sin(azimuth));
      double ground = EARTH_RADIUS_M * EARTH_RADIUS_M - r * r * sin * sin;
      double far = r * cos - Math.sqrt(Math.max(0, ground));
      double[] normal = Vec.unit(Vec.plus(Vec.scaled(down, -r), d, far));
      double day = Math.max(0, Vec.dot(normal, sun_T));
      double photons = EARTH_ALBEDO * SUNLIGHT * day / FastMath.PI * solidAngle;
      earth.add(new Lamp(d, solidAngle / FastMath.PI, 1));
      if (photons > 0) {
        lamps.add(new Lamp(d, photons, 1.12));
      }
    }
  }

  private static double[] nadir_T(Scene scene) {
    double[] r_I = {
      -scene.truth().r_T_I_m().x(), -scene.truth().r_T_I_m().y(), -scene.truth().r_T_I_m().z()
    };
    return Vec.unit(Scene.inFrame(scene.truth().q_TI(), r_I));
  }
}
