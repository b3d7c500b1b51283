package org.holdpoint.world.reference;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.BoxAndWing;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.dynamics.OrbitalMotion;
import org.holdpoint.world.environment.Atmosphere;
import org.holdpoint.world.environment.DataWithoutBodies;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.WorldData;
import org.orekit.attitudes.AttitudeProvider;
import org.orekit.bodies.AnalyticalSolarPositionProvider;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.forces.BoxAndSolarArraySpacecraft;
import org.orekit.forces.ForceModel;
import org.orekit.forces.drag.DragForce;
import org.orekit.forces.drag.IsotropicDrag;
import org.orekit.forces.gravity.HolmesFeatherstoneAttractionModel;
import org.orekit.forces.gravity.NewtonianAttraction;
import org.orekit.forces.gravity.ThirdBodyAttraction;
import org.orekit.forces.radiation.IsotropicRadiationSingleCoefficient;
import org.orekit.forces.radiation.SolarRadiationPressure;
import org.orekit.frames.Frame;
import org.orekit.models.earth.atmosphere.HarrisPriester;
import org.orekit.models.earth.atmosphere.NRLMSISE00;
import org.orekit.models.earth.atmosphere.NRLMSISE00InputParameters;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.OrbitType;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.ToleranceProvider;
import org.orekit.propagation.numerical.NumericalPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.ExtendedPositionProvider;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Orekit alone, with its own forces, frames and integrator: what the world is measured against. */
public final class OrekitReference {
  private static final WorldData DATA = WorldData.get();
  private static final double MU = 0.3986004415e15;

  /**
   * Areas of turning panels have kinks, which error control oversteps: with steps up to 60 s a
   * target that tumbles at 0.7 deg/s ends 11 cm off after six hours, with 10 s 4 mm.
   */
  private static final double LARGEST_TURNING_STEP_S = 2;

  private OrekitReference() {}

  /**
   * Propagates position and velocity in GCRF from one time to another by DormandPrince853 at a
   * tolerance of 1e-5 m.
   */
  public static double[] propagate(
      double[] rv,
      long from_tai_ns,
      long to_tai_ns,
      BodyProperties of,
      double mass_kg,
      WorldConfiguration configuration) {
    return end(propagator(rv, from_tai_ns, of, mass_kg, configuration), to_tai_ns);
  }

  /** The same for a body whose areas follow an attitude. */
  public static double[] propagate(
      double[] rv,
      long from_tai_ns,
      long to_tai_ns,
      BodyProperties of,
      double mass_kg,
      WorldConfiguration configuration,
      AttitudeProvider attitude) {
    double[][] tolerance = tolerance(rv, from_tai_ns);
    NumericalPropagator propagator =
        propagator(
            new DormandPrince853Integrator(
                1e-3, LARGEST_TURNING_STEP_S, tolerance[0], tolerance[1]),
            rv,
            from_tai_ns,
            of,
            mass_kg,
            configuration);
    propagator.setAttitudeProvider(attitude);
    return end(propagator, to_tai_ns);
  }

  private static double[] end(NumericalPropagator propagator, long to_tai_ns) {
    PVCoordinates end = propagator.propagate(DATA.date(to_tai_ns)).getPVCoordinates();
    Vector3D r = end.getPosition();
    Vector3D v = end.getVelocity();
    return new double[] {r.getX(), r.getY(), r.getZ(), v.getX(), v.getY(), v.getZ()};
  }

  /** Orekit's propagator of a spacecraft at that tolerance, ready to go. */
  public static NumericalPropagator propagator(
      double[] rv,
      long from_tai_ns,
      BodyProperties of,
      double mass_kg,
      WorldConfiguration configuration) {
    double[][] tolerance = tolerance(rv, from_tai_ns);
    return propagator(
        new DormandPrince853Integrator(1e-3, 60, tolerance[0], tolerance[1]),
        rv,
        from_tai_ns,
        of,
        mass_kg,
        configuration);
  }

  /** Orekit's propagator of a spacecraft with an integrator of choice, ready to go. */
  public static NumericalPropagator propagator(
      ODEIntegrator integrator,
      double[] rv,
      long from_tai_ns,
      BodyProperties of,
      double mass_kg,
      WorldConfiguration configuration) {
    NumericalPropagator propagator = new NumericalPropagator(integrator);
    propagator.setOrbitType(OrbitType.CARTESIAN);
    for (ForceModel force : forces(of, configuration)) {
      propagator.addForceModel(force);
    }
    propagator.setInitialState(new SpacecraftState(orbit(rv, from_tai_ns)).withMass(mass_kg));
    return propagator;
  }

  private static double[][] tolerance(double[] rv, long from_tai_ns) {
    return ToleranceProvider.getDefaultToleranceProvider(1e-5)
        .getTolerances(orbit(rv, from_tai_ns), OrbitType.CARTESIAN);
  }

  private static CartesianOrbit orbit(double[] rv, long from_tai_ns) {
    var start =
        new TimeStampedPVCoordinates(
            DATA.date(from_tai_ns),
            new Vector3D(rv[0], rv[1], rv[2]),
            new Vector3D(rv[3], rv[4], rv[5]));
    return new CartesianOrbit(start, DATA.gcrf(), MU);
  }

  /**
   * Orekit's radiation pressure on a sphere, or on panels that absorb all times the coefficient.
   */
  public static SolarRadiationPressure radiation(BodyProperties of) {
    BoxAndWing shape = of.shape();
    if (shape != null) {
      return new SolarRadiationPressure(
          OrbitalMotion.ASTRONOMICAL_UNIT_M,
          OrbitalMotion.SUNLIGHT_PRESSURE_N_M2 * of.cr(),
          sun(),
          earth(),
          panels(shape, of.cd()));
    }
    return new SolarRadiationPressure(
        sun(), earth(), new IsotropicRadiationSingleCoefficient(of.area_m2(), of.cr()));
  }

  private static BoxAndSolarArraySpacecraft panels(BoxAndWing shape, double cd) {
    return new BoxAndSolarArraySpacecraft(
        shape.x_m(),
        shape.y_m(),
        shape.z_m(),
        sun(),
        shape.wing_m2(),
        Vector3D.PLUS_I,
        cd,
        0,
        1,
        0);
  }

  /** Orekit's attraction by the harmonics of a field. */
  public static HolmesFeatherstoneAttractionModel harmonics(int degree) {
    var epoch = DATA.date(DATA.tai_nsOfMjd(DATA.firstUsableMjd()));
    return new HolmesFeatherstoneAttractionModel(
        itrf(), DATA.gravity().getConstantNormalizedProvider(degree, degree, epoch));
  }

  /** Orekit's atmosphere under constant activity. */
  public static NRLMSISE00 air(double f107_sfu, double ap) {
    return air(new Atmosphere.ConstantActivity(f107_sfu, ap));
  }

  private static NRLMSISE00 air(NRLMSISE00InputParameters activity) {
    return new NRLMSISE00(
        activity, sun(), earth(), DATA.timeScales().getUT1(IERSConventions.IERS_2010, true));
  }

  /** Earth-fixed frame. */
  public static Frame itrf() {
    return DATA.frames().getITRF(IERSConventions.IERS_2010, true);
  }

  /** Orekit's analytical Sun. */
  public static ExtendedPositionProvider sun() {
    return new AnalyticalSolarPositionProvider(new DataWithoutBodies(DATA));
  }

  /** WGS84. */
  public static OneAxisEllipsoid earth() {
    return new OneAxisEllipsoid(
        Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, itrf());
  }

  private static List<ForceModel> forces(BodyProperties of, WorldConfiguration configuration) {
    EnvironmentChoice choice = configuration.environment();
    if (choice.tides()) {
      throw new IllegalArgumentException(
          "the reference has no tides: choose an environment without");
    }
    List<ForceModel> forces = new ArrayList<>();
    forces.add(new NewtonianAttraction(MU));
    forces.add(harmonics(choice.gravityDegree()));
    if (choice.sun()) {
      forces.add(new ThirdBodyAttraction(sun(), "sun", OrbitalMotion.SUN_MU_M3_S2));
    }
    if (choice.moon()) {
      forces.add(new ThirdBodyAttraction(new Moon(), "moon", OrbitalMotion.MOON_MU_M3_S2));
    }
    if (choice.air() != EnvironmentChoice.Air.NONE) {
      BoxAndWing shape = of.shape();
      forces.add(
          new DragForce(
              air(choice),
              shape == null ? new IsotropicDrag(of.area_m2(), of.cd()) : panels(shape, of.cd())));
    }
    if (choice.sunlight()) {
      forces.add(radiation(of));
    }
    return forces;
  }

  private static org.orekit.models.earth.atmosphere.Atmosphere air(EnvironmentChoice choice) {
    if (choice.air() == EnvironmentChoice.Air.HARRIS_PRIESTER) {
      return new HarrisPriester(sun(), earth());
    }
    NRLMSISE00InputParameters fromFile = choice.spaceWeather();
    return air(
        fromFile != null
            ? fromFile
            : new Atmosphere.ConstantActivity(choice.f107_sfu(), choice.ap()));
  }

  /** The world's Moon, whose series is tested by itself. */
  private static final class Moon implements ExtendedPositionProvider {
    private final Environment environment = new Environment();

    @Override
    public Vector3D getPosition(AbsoluteDate date, Frame frame) {
      environment.moveTo(DATA.tai_ns(date));
      return DATA.gcrf()
          .getStaticTransformTo(frame, date)
          .transformPosition(new Vector3D(environment.moon_I_m()));
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector3D<T> getPosition(
        FieldAbsoluteDate<T> date, Frame frame) {
      return new FieldVector3D<>(date.getField(), getPosition(date.toAbsoluteDate(), frame));
    }
  }
}
