package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.reference.OrekitReference;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orekit.attitudes.Attitude;
import org.orekit.attitudes.AttitudeProvider;
import org.orekit.attitudes.FixedRate;
import org.orekit.attitudes.LofOffset;
import org.orekit.frames.LOFType;

/** What must stay the same, and areas that follow the attitude. */
class ConservedMotionTest {
  private static final WorldData DATA = WorldData.get();
  private static final double MU = 0.3986004415e15;
  private static final int[] OFF = new int[16];
  private static final double[] NO_TORQUE = new double[3];
  private static final long HOUR_TICKS = 36_000;
  private static final double SPIN_DEG_S = 0.7;
  private static final BodyProperties WINGED = BodyProperties.TARGET.shaped(BoxAndWing.TARGET);

  private static final EnvironmentChoice EARTH_ALONE =
      new EnvironmentChoice(
          20, EnvironmentChoice.Air.NONE, 140, 12, null, false, false, false, false);

  /** Jacobi's integral, with the work of Earth's axis as it precesses taken out. */
  @Test
  @Tag("WLD-001")
  void energyInTheFrameOfTheTurningEarthIsKeptOverADay() {
    TruthWorld world =
        TruthWorld.create(Worlds.alike(Worlds.NOON, -1000).withEnvironment(EARTH_ALONE));
    var harmonics = OrekitReference.harmonics(20);
    Environment earth = new Environment();
    double first = Double.NaN;
    double largest = 0;
    double byAxis = 0;
    Vector3D spinBefore = Vector3D.ZERO;
    for (int minute = 0; minute <= 24 * 60; minute++) {
      TruthSnapshot truth = world.truth();
      Vector3D r = vector(truth.r_T_I_m());
      Vector3D v = vector(truth.v_T_I_m_s());
      earth.moveTo(world.tai_ns());
      Vector3D spin = new Vector3D(earth.spin_I_rad_s());
      Vector3D h = r.crossProduct(v);
      byAxis += minute == 0 ? 0 : spin.subtract(spinBefore).dotProduct(h);
      spinBefore = spin;
      double potential =
          MU / r.getNorm()
              + harmonics.nonCentralPart(
                  DATA.date(world.tai_ns()), toEarth(earth.toEarth(), r), MU);
      double energy = v.getNormSq() / 2 - potential - spin.dotProduct(h) + byAxis;
      first = minute == 0 ? energy : first;
      largest = Math.max(largest, Math.abs(energy / first - 1));
      for (int i = 0; i < 600; i++) {
        world.move(OFF, NO_TORQUE);
      }
    }
    // 1e-9 is 7 mm of semi-major axis: grown steadily, half a metre along track after the day
    assertThat(largest).isLessThan(1e-9);
  }

  @Test
  @Tag("WLD-001")
  void aTumblingTargetWithWingsIsDraggedAsInOrekit() {
    AttitudeProvider tumbling = tumbling(winged(TargetAttitude.spin(SPIN_DEG_S)));
    double turned = errorAgainst(winged(TargetAttitude.spin(SPIN_DEG_S)), tumbling);
    assertThat(turned).isLessThan(0.01);
    // the attitude is what makes it agree: a target that does not tumble goes elsewhere
    assertThat(errorAgainst(winged(TargetAttitude.INERTIAL), tumbling)).isGreaterThan(10 * turned);
  }

  @Test
  @Tag("WLD-001")
  void aNadirFixedTargetWithWingsIsDraggedAsInOrekit() {
    AttitudeProvider nadir = new LofOffset(DATA.gcrf(), LOFType.LVLH_CCSDS);
    assertThat(errorAgainst(winged(TargetAttitude.NADIR_FIXED), nadir)).isLessThan(0.01);
  }

  private static WorldConfiguration winged(TargetAttitude attitude) {
    return Worlds.with(Worlds.NOON, new Xyz(0, -1000, 0), WINGED, attitude);
  }

  /** Orekit's own: from the local frame at the start at a fixed rate about +y body. */
  private static AttitudeProvider tumbling(WorldConfiguration configuration) {
    double[] rv = six(TruthWorld.create(configuration).truth());
    Rotation start = LOFType.LVLH_CCSDS.rotationFromInertial(RelativeState.pv(rv));
    return new FixedRate(
        new Attitude(
            DATA.date(configuration.start_tai_ns()),
            DATA.gcrf(),
            start,
            new Vector3D(0, FastMath.toRadians(SPIN_DEG_S), 0),
            Vector3D.ZERO));
  }

  /** Distance of the world's target from Orekit's after six hours. */
  private static double errorAgainst(WorldConfiguration configuration, AttitudeProvider attitude) {
    TruthWorld world = TruthWorld.create(configuration);
    double[] start = six(world.truth());
    long from = world.tai_ns();
    while (world.tick() < 6 * HOUR_TICKS) {
      world.move(OFF, NO_TORQUE);
    }
    double[] expected =
        OrekitReference.propagate(
            start, from, world.tai_ns(), WINGED, WINGED.mass_kg(), configuration, attitude);
    return vector(Xyz.of(expected, 0)).distance(vector(world.truth().r_T_I_m()));
  }

  private static Vector3D toEarth(double[] m, Vector3D r) {
    return new Vector3D(
        new Vector3D(m[0], m[1], m[2]).dotProduct(r),
        new Vector3D(m[3], m[4], m[5]).dotProduct(r),
        new Vector3D(m[6], m[7], m[8]).dotProduct(r));
  }

  private static double[] six(TruthSnapshot truth) {
    Xyz r = truth.r_T_I_m();
    Xyz v = truth.v_T_I_m_s();
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  private static Vector3D vector(Xyz v) {
    return new Vector3D(v.x(), v.y(), v.z());
  }
}
