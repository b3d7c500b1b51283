package org.holdpoint.world.picture;

import java.time.Instant;
import java.util.List;
import org.holdpoint.world.TargetAttitude;
import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TargetOrbit;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;

/** Scenes for tests: the chaser looks at the target, picture up is the orbit normal. */
final class Scenes {
  static final Instant EPOCH = Instant.parse("2027-03-04T06:00:00Z");

  /** The Sun along the orbit normal. */
  static final double DAWN_DUSK_RAAN = 75;

  /** The Sun in the orbital plane: full shadow at arguments of latitude of 120 to 250 deg. */
  static final double NOON_RAAN = -15;

  private Scenes() {}

  static Scene at(double raan_deg, double argument_deg, Xyz r_CT_L_m) {
    return of(world(raan_deg, argument_deg, r_CT_L_m));
  }

  static Scene of(TruthWorld world) {
    TruthSnapshot truth = world.truth();
    return Scene.of(new Environment(), truth, truth, TargetHull.NOMINAL);
  }

  static TruthWorld world(double raan_deg, double argument_deg, Xyz r_CT_L_m) {
    return TruthWorld.create(
        WorldConfiguration.nominal(
            EPOCH,
            1,
            new TargetOrbit(500, 0.0005, 97.4, raan_deg, argument_deg),
            r_CT_L_m,
            new Xyz(0, 0, 0)));
  }

  static TruthWorld spinning(double rate_deg_s, Xyz r_CT_L_m) {
    WorldConfiguration c = world(DAWN_DUSK_RAAN, 20, r_CT_L_m).configuration();
    return TruthWorld.create(
        new WorldConfiguration(
            c.epoch_utc(),
            c.runSeed(),
            c.targetOrbit(),
            c.r_CT_L_m(),
            c.v_CT_L_m_s(),
            c.chaser(),
            c.propellant_kg(),
            c.target(),
            c.targetHull(),
            TargetAttitude.spin(rate_deg_s),
            c.environment(),
            List.of()));
  }

  /** The same scene with the Sun in another direction (body frame of the target) and light. */
  static Scene withSun(Scene scene, double[] sun_T, double light) {
    double[] far_I = new double[3];
    org.holdpoint.world.dynamics.BodyFrame.toInertial(
        Scene.array(scene.truth().q_TI()), Vec.scaled(Vec.unit(sun_T), 1.496e11), far_I);
    return new Scene(
        scene.truth(),
        scene.hull(),
        scene.rate_T_rad_s(),
        Xyz.of(far_I, 0),
        scene.moon_I_m(),
        scene.toEarth(),
        light);
  }

  /** The same scene with the chaser turned. */
  static Scene looking(Scene scene, Wxyz q_BI, Xyz rate_B_rad_s) {
    TruthSnapshot t = scene.truth();
    return new Scene(
        new TruthSnapshot(
            t.tai_ns(),
            t.r_T_I_m(),
            t.v_T_I_m_s(),
            t.r_C_I_m(),
            t.v_C_I_m_s(),
            t.r_CT_L_m(),
            t.v_CT_L_m_s(),
            q_BI,
            t.q_TI(),
            rate_B_rad_s,
            t.mass_kg(),
            t.propellant_kg(),
            t.wheelMomentum_B_N_m_s(),
            t.range_m(),
            t.eclipse(),
            t.beta_deg(),
            t.smallestRange_m(),
            t.keepOutEntries()),
        scene.hull(),
        scene.rate_T_rad_s(),
        scene.sun_I_m(),
        scene.moon_I_m(),
        scene.toEarth(),
        scene.light());
  }

  /** Attitude that looks along +x at a direction of GCRF, with +z near a second one. */
  static Wxyz attitude(double[] along_I, double[] up_I) {
    double[] x = Vec.unit(along_I);
    double[] y = Vec.unit(Vec.cross(up_I, x));
    double[] z = Vec.cross(x, y);
    var rotation =
        new org.hipparchus.geometry.euclidean.threed.Rotation(new double[][] {x, y, z}, 1e-9);
    return Wxyz.of(
        new double[] {rotation.getQ0(), -rotation.getQ1(), -rotation.getQ2(), -rotation.getQ3()},
        0);
  }
}
