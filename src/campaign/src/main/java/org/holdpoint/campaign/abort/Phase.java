package org.holdpoint.campaign.abort;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Transition;
import org.holdpoint.motion.TwoImpulse;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Where guidance may fly near the target, and how its states are spread. A state off its plan is as
 * far off as control, burn errors and the rules' persistence let it be.
 */
enum Phase {
  HOLD("hold points on V-bar, 40 m to 3 km, and being led back to them", false) {
    @Override
    RelativeState draw(Draw draw, double n) {
      double y = side(draw) * logarithmic(draw, 40, 3000);
      double deadband_m = Math.max(1, Math.min(3, 0.8 + 0.0022 * Math.abs(y)));
      double wide = draw.chance(0.2) ? 5 : 1;
      return new RelativeState(
          new Vec3(0, y, 0).plus(draw.normal3(wide * deadband_m / 2)),
          draw.normal3(wide * 0.002 + 1e-6 * Math.abs(y)));
    }
  },
  HOP("radial hops between points of V-bar, start and stop burns included", true) {
    @Override
    @Nullable RelativeState draw(Draw draw, double n) {
      double side = side(draw);
      double from = logarithmic(draw, 100, 3000);
      double to = logarithmic(draw, 60, 3000);
      return onTransfer(draw, n, side * from, new Vec3(0, side * to, 0), Math.PI / n);
    }
  },
  TRANSFER("two-impulse transfers between points of V-bar and beside it", true) {
    @Override
    @Nullable RelativeState draw(Draw draw, double n) {
      double side = side(draw);
      double from = logarithmic(draw, 60, 3000);
      Vec3 to =
          new Vec3(
              draw.chance(0.5) ? 0 : draw.between(-300, 300),
              side * logarithmic(draw, 60, 3000),
              draw.chance(0.5) ? 0 : draw.between(-300, 300));
      double duration_s = draw.between(0.15, 1.1) * 2 * Math.PI / n;
      return onTransfer(draw, n, side * from, to, duration_s);
    }
  },
  ENTRY("transfers from V-bar onto the ellipse", true) {
    @Override
    @Nullable RelativeState draw(Draw draw, double n) {
      RelativeState end = onEllipse(draw, n, 100, 0, 0);
      double from = side(draw) * logarithmic(draw, 200, 1000);
      return along(
          draw,
          n,
          new Vec3(0, from, 0),
          end.r_CT_L_m(),
          end.v_CT_L_m_s(),
          draw.between(0.2, 1.1) * 2 * Math.PI / n);
    }
  },
  ELLIPSE("circumnavigation, e and i vectors parallel, centre up to 60 m off", true) {
    @Override
    RelativeState draw(Draw draw, double n) {
      double radial_m = draw.chance(0.7) ? 100 : draw.between(80, 250);
      RelativeState on = onEllipse(draw, n, radial_m, draw.between(-60, 60), draw.normal() * 2);
      return new RelativeState(
          on.r_CT_L_m().plus(draw.normal3(2)), on.v_CT_L_m_s().plus(draw.normal3(0.002)));
    }
  },
  WALKING("safety ellipses that drift past the target, or wait 300 m to 3 km away", true) {
    @Override
    RelativeState draw(Draw draw, double n) {
      double centre_m = side(draw) * draw.between(0, 3000);
      double drift_m = draw.between(-8, 8);
      RelativeState on = onEllipse(draw, n, draw.between(60, 200), centre_m, drift_m);
      return new RelativeState(
          on.r_CT_L_m().plus(draw.normal3(2)), on.v_CT_L_m_s().plus(draw.normal3(0.002)));
    }
  },
  FORCED("forced V-bar legs, 250 m to 40 m and out again", false) {
    @Override
    RelativeState draw(Draw draw, double n) {
      double side = side(draw);
      double range_m = draw.between(40, draw.chance(0.7) ? 100 : 250);
      double fastest_m_s = range_m < 100 ? 0.1 : 0.1 + 5e-4 * (range_m - 100);
      double speed_m_s = (draw.chance(0.3) ? -1 : 1) * fastest_m_s * Math.sqrt(draw.uniform());
      // Into the hold at 40 m no faster than it can be stopped.
      speed_m_s = Math.min(speed_m_s, Math.sqrt(2 * 0.0005 * (range_m - 40) + 1e-6));
      double across_m = draw.chance(0.1) ? range_m * draw.between(0, 0.15) : 1.0;
      Vec3 off = draw.normal3(1);
      Vec3 across = new Vec3(off.x(), 0, off.z()).times(across_m / 1.5);
      return new RelativeState(
          new Vec3(0, side * range_m, 0).plus(across),
          new Vec3(0, -side * speed_m_s, 0).plus(draw.normal3(0.003)));
    }
  };

  private final String meaning;
  private final boolean passivelySafe;

  Phase(String meaning, boolean passivelySafe) {
    this.meaning = meaning;
    this.passivelySafe = passivelySafe;
  }

  String meaning() {
    return meaning;
  }

  /** Whether a state is flown only if thrust off is safe for two orbits at 3 sigma. */
  boolean passivelySafe() {
    return passivelySafe;
  }

  /** A state of the phase in L; null when the draw has none that could be planned. */
  abstract @Nullable RelativeState draw(Draw draw, double n);

  private static double side(Draw draw) {
    return draw.chance(0.5) ? -1 : 1;
  }

  private static double logarithmic(Draw draw, double low, double high) {
    return low * FastMath.exp(draw.uniform() * FastMath.log(high / low));
  }

  private static @Nullable RelativeState onTransfer(
      Draw draw, double n, double from_m, Vec3 to, double duration_s) {
    return along(draw, n, new Vec3(0, from_m, 0), to, Vec3.ZERO, duration_s);
  }

  /**
   * Anywhere on a transfer: in its burns at a part of them, on its coast, or after a missed stop.
   */
  private static @Nullable RelativeState along(
      Draw draw, double n, Vec3 from, Vec3 to, Vec3 endVelocity, double duration_s) {
    RelativeState start = new RelativeState(from.plus(draw.normal3(2)), draw.normal3(0.002));
    TwoImpulse impulses =
        ClohessyWiltshire.twoImpulse(start, new RelativeState(to, endVelocity), n, duration_s)
            .orElse(null);
    if (impulses == null
        || impulses.departure_L_m_s().norm() > 0.6
        || impulses.arrival_L_m_s().norm() > 0.6) {
      return null;
    }
    Vec3 error = draw.normal3(0.0005 + 0.005 * impulses.departure_L_m_s().norm());
    double where = draw.uniform();
    if (where < 0.15) {
      return start.plusDeltaV(impulses.departure_L_m_s().times(where / 0.15)).plusDeltaV(error);
    }
    RelativeState departed = start.plusDeltaV(impulses.departure_L_m_s()).plusDeltaV(error);
    boolean missed = where > 0.9;
    double part = missed ? 1 : Math.min(1, (where - 0.15) / 0.55);
    double late_s = missed ? draw.between(0, 300) : 0;
    RelativeState on =
        Transition.apply(ClohessyWiltshire.transition(n, part * duration_s + late_s), departed);
    return where > 0.7 && !missed
        ? on.plusDeltaV(impulses.arrival_L_m_s().times((where - 0.7) / 0.2))
        : on;
  }

  /**
   * On an ellipse of twice its radial size along-track, and as wide across, that passes over V-bar
   * where it is furthest out across the orbit.
   *
   * @param drift_m_orbit of its centre
   */
  private static RelativeState onEllipse(
      Draw draw, double n, double radial_m, double centre_m, double driftRadial_m) {
    double at = 2 * Math.PI * draw.uniform();
    double sense = draw.chance(0.5) ? 1 : -1;
    double s = FastMath.sin(at);
    double c = FastMath.cos(at);
    double x = radial_m * s;
    double y = centre_m + 2 * radial_m * c;
    double z = sense * radial_m * c;
    return new RelativeState(
        new Vec3(x + driftRadial_m, y, z),
        new Vec3(
            n * radial_m * c, -2 * n * x - 1.5 * n * driftRadial_m, -sense * n * radial_m * s));
  }
}
