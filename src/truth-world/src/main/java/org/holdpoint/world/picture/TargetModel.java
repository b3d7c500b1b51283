package org.holdpoint.world.picture;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.world.TargetHull;

/**
 * The target's shapes in its body frame, for one direction of the Sun: a bus of foil with numbered
 * faces (1 on +x, 2 on -x, 3 on +y, 4 on -y, 5 on +z towards Earth, 6 on -z), two wings along x
 * that turn about it to face the Sun, a dish and two whips on the Earth side, a launch ring on -x,
 * two star trackers on -z, and a red block on +x towards +y.
 */
final class TargetModel {
  private static final double[] OWN_AXES = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  private static final double FACET_M = 0.4;

  /** Of a wing: from the bus to it, its half length, half width and half thickness. */
  private static final double YOKE_M = 0.35;

  private static final double WING_HALF_M = 1.2;
  private static final double WING_HALF_WIDTH_M = 0.625;
  private static final double WING_HALF_THICK_M = 0.012;
  private static final double DISH_SPHERE_M = 0.55;
  private static final double DISH_RIM_M = 0.40;
  private static final double OFF_SURFACE_M = 1e-5;

  private final List<Shape> shapes;
  private final List<Facet> facets;
  private final double radius_m;

  private TargetModel(List<Shape> shapes, List<Facet> facets, double radius_m) {
    this.shapes = List.copyOf(shapes);
    this.facets = List.copyOf(facets);
    this.radius_m = radius_m;
  }

  /** The target with its wings turned to the Sun. */
  static TargetModel of(TargetHull hull, double[] sun_T) {
    double x = hull.halfX_m();
    double y = hull.halfY_m();
    double z = hull.halfZ_m();
    Shape bus =
        new Shape.Box(
            Vec.of(0, 0, 0),
            OWN_AXES,
            Vec.of(x, y, z),
            new Finish[] {
              Finish.face(1, y, z),
              Finish.face(2, y, z),
              Finish.face(3, x, z),
              Finish.face(4, x, z),
              Finish.face(5, y, x),
              Finish.face(6, y, x)
            },
            FACET_M);
    Shape wingA = wing(x, sun_T, 1);
    Shape wingB = wing(x, sun_T, -1);
    double dishZ = z + 0.12 + DISH_SPHERE_M;
    Shape dish =
        new Shape.Cap(
            Vec.of(-0.45 * x, 0, dishZ),
            axes(Vec.of(0, 0, -1)),
            DISH_SPHERE_M,
            DISH_RIM_M,
            Finish.WHITE,
            Finish.WHITE);
    List<Shape> shapes = new ArrayList<>(List.of(bus, wingA, wingB, dish));
    shapes.add(rod(Vec.of(-0.45 * x, 0, z), Vec.of(-0.45 * x, 0, z + 0.13), 0.05, Finish.METAL));
    shapes.add(
        rod(Vec.of(-0.45 * x, 0, z + 0.12), Vec.of(-0.45 * x, 0, z + 0.5), 0.015, Finish.METAL));
    shapes.add(block(Vec.of(-0.45 * x, 0, z + 0.5), 0.05, Finish.METAL));
    shapes.add(rod(Vec.of(x, 0, 0), Vec.of(x + YOKE_M, 0, 0), 0.04, Finish.METAL));
    shapes.add(rod(Vec.of(-x, 0, 0), Vec.of(-x - YOKE_M, 0, 0), 0.04, Finish.METAL));
    for (double side : new double[] {-1, 1}) {
      shapes.add(
          rod(
              Vec.of(0.8 * x, 0.7 * side * y, z),
              Vec.of(0.95 * x, 0.9 * side * y, z + 0.7),
              0.015,
              Finish.WHITE));
      shapes.add(
          new Shape.Tube(
              Vec.of(-0.75 * x, 0.7 * side * y, -z - 0.15),
              axes(Vec.unit(Vec.of(-0.3, 0.3 * side, -1))),
              0.1,
              0.18,
              false,
              Finish.BLACK,
              Finish.BLACK));
    }
    shapes.add(
        new Shape.Tube(
            Vec.of(-x - 0.04, 0, 0),
            axes(Vec.of(-1, 0, 0)),
            0.62 * Math.min(y, z),
            0.05,
            false,
            Finish.METAL,
            Finish.METAL));
    shapes.add(block(Vec.of(x, 0.8 * y, -0.4 * z), 0.09, Finish.RED));
    List<Facet> facets = new ArrayList<>(bus.facets("bus"));
    facets.addAll(wingA.facets("wing +x"));
    facets.addAll(wingB.facets("wing -x"));
    facets.addAll(dish.facets("dish"));
    double tip = x + YOKE_M + 2 * WING_HALF_M;
    double far =
        Math.max(
            Math.sqrt(tip * tip + WING_HALF_WIDTH_M * WING_HALF_WIDTH_M),
            Math.sqrt(x * x + y * y + (z + 0.75) * (z + 0.75)));
    return new TargetModel(shapes, facets, far + 0.1);
  }

  /** One diffuse grey sphere, with which the light of a picture can be checked. */
  static TargetModel sphere(double radius_m, double reflectance) {
    Finish grey = Finish.grey(reflectance);
    Shape sphere = new Shape.Cap(Vec.of(0, 0, 0), OWN_AXES, radius_m, -radius_m, grey, grey);
    return new TargetModel(List.of(sphere), List.of(), radius_m);
  }

  /** Shortens the ray to the first place that it meets. */
  boolean meet(Ray ray) {
    boolean met = false;
    for (Shape shape : shapes) {
      met |= shape.meet(ray);
    }
    return met;
  }

  /**
   * Whether nothing of the target stands between a place on its surface and a far direction.
   *
   * @param scratch is overwritten
   */
  boolean open(double[] place_T_m, double[] normal_T, double[] towards_T, Ray scratch) {
    if (Vec.dot(normal_T, towards_T) <= 0) {
      return false;
    }
    scratch.start(Vec.plus(place_T_m, normal_T, OFF_SURFACE_M), towards_T, Double.MAX_VALUE);
    for (Shape shape : shapes) {
      if (shape.meet(scratch)) {
        return false;
      }
    }
    return true;
  }

  List<Facet> facets() {
    return facets;
  }

  /** Of a sphere around the origin that holds all of it. */
  double radius_m() {
    return radius_m;
  }

  private static Shape wing(double busHalf_m, double[] sun_T, double side) {
    double across = Math.sqrt(sun_T[1] * sun_T[1] + sun_T[2] * sun_T[2]);
    // with the Sun along the axis any turn serves; it keeps the cells off Earth then
    double[] n = across < 1e-3 ? Vec.of(0, 0, -1) : Vec.of(0, sun_T[1] / across, sun_T[2] / across);
    double[] w = Vec.cross(n, Vec.of(1, 0, 0));
    double centre = side * (busHalf_m + YOKE_M + WING_HALF_M);
    Finish edge = Finish.METAL;
    return new Shape.Box(
        Vec.of(centre, 0, 0),
        new double[] {1, 0, 0, w[0], w[1], w[2], n[0], n[1], n[2]},
        Vec.of(WING_HALF_M, WING_HALF_WIDTH_M, WING_HALF_THICK_M),
        new Finish[] {edge, edge, edge, edge, turned(Finish.CELLS), turned(Finish.WING_BACK)},
        FACET_M);
  }

  /** On a wing's sides v runs along it: cells and ribs are laid out along u. */
  private static Finish turned(Finish finish) {
    return (u, v, look) -> {
      finish.at(v, u, look);
      double tilt = look.tiltU;
      look.tiltU = look.tiltV;
      look.tiltV = tilt;
    };
  }

  private static Shape block(double[] centre_T_m, double half_m, Finish finish) {
    Finish[] all = {finish, finish, finish, finish, finish, finish};
    return new Shape.Box(centre_T_m, OWN_AXES, Vec.of(half_m, half_m, half_m), all, FACET_M);
  }

  private static Shape rod(double[] a, double[] b, double radius_m, Finish finish) {
    double[] way = Vec.plus(b, a, -1);
    double length = Vec.norm(way);
    return new Shape.Tube(
        Vec.plus(a, way, 0.5),
        axes(Vec.scaled(way, 1 / length)),
        radius_m,
        0.5 * length,
        true,
        finish,
        finish);
  }

  /** Own axes with +z along a unit vector. */
  private static double[] axes(double[] z) {
    double[] x = Vec.across(z);
    double[] y = Vec.cross(z, x);
    return new double[] {x[0], x[1], x[2], y[0], y[1], y[2], z[0], z[1], z[2]};
  }

  /** Largest dimension of the target, wings included, for tests of scale. */
  static double span_m(TargetHull hull) {
    return 2 * (hull.halfX_m() + YOKE_M + 2 * WING_HALF_M);
  }
}
