package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Drift legs flown against orbits of the test's own, with J2, J3 and J4. */
class DriftLegTest {
  private static final double MASS_KG = 250;

  private static final Leg TO_30_KM = leg(500, -30_000, 500, 0);
  private static final Leg TO_2_KM = leg(200, -2_000, 200, 0);

  @Test
  @DisplayName("GUI-170: from 2,000 km behind to 30 km, then to 2 km, e and i vectors parallel")
  void fliesFromTwoThousandKilometresToTwo() {
    Orbits orbits = Orbits.behind(2_000_000, 1_500, 700);
    Flown far = fly(orbits, TO_30_KM);
    assertThat(far.missed()).isFalse();
    assertThat(far.end().dl_m()).isBetween(-32_000.0, -28_000.0);
    assertThat(Math.abs(far.end().da_m())).isLessThan(30);
    assertThat(FastMath.hypot(far.end().dex_m(), far.end().dey_m())).isBetween(250.0, 1000.0);
    assertThat(far.deltaV_m_s()).isLessThan(1.1 * far.planned_m_s());

    Flown near = fly(orbits, TO_2_KM);
    assertThat(near.missed()).isFalse();
    // Along-track a kilometre does not matter: the ends are apart across the track.
    assertThat(near.end().dl_m()).isBetween(-3_000.0, -1_500.0);
    assertThat(Math.abs(near.end().da_m())).isLessThan(10);
    assertThat(separation_m(near.end())).isGreaterThan(100);
    assertThat(near.smallest_m()).isGreaterThan(1_000);
  }

  @Test
  @DisplayName("GUI-171: a leg with any burn missed keeps clear of the target for a day")
  void missedBurnsStayClear() {
    Orbits start = Orbits.behind(30_000, 500, 500);
    DriftPlan plan = DriftPlan.of(elements(start), DriftGoal.of(TO_2_KM), true);
    for (int given = 0; given <= plan.impulses().size(); given++) {
      Orbits orbits = start.copy();
      double smallest = Double.POSITIVE_INFINITY;
      double clock_s = 0;
      for (int i = 0; i < given; i++) {
        DriftPlan.Impulse impulse = plan.impulses().get(i);
        smallest = Math.min(smallest, orbits.coast(impulse.at_s() - clock_s));
        clock_s = impulse.at_s();
        orbits.push(impulse.tangential_m_s(), impulse.normal_m_s());
      }
      smallest = Math.min(smallest, orbits.coast(86_400));
      assertThat(smallest).as("smallest range after %d burns", given).isGreaterThan(60);
    }
  }

  @Test
  @DisplayName("GUI-172: without e/i separation, or ending at the target, a leg is refused")
  void refusesWhatIsNotSeparated() {
    NavigationSolution navigation = navigation(Orbits.behind(30_000, 500, 500), Vec3.ZERO);
    assertThat(DriftLegs.assess(leg(10, -2_000, 200, 0), navigation).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(DriftLegs.assess(leg(200, -500, 200, 0), navigation).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(DriftLegs.assess(TO_2_KM, navigation).refusal()).isEqualTo(Refusal.NONE);
  }

  @Test
  @DisplayName(
      "GUI-174: a short way is flown for what it costs, also when the plane burn comes last")
  void aShortWayIsFlownForWhatItCostsAlsoWhenThePlaneBurnComesLast() {
    Leg toWait = leg(150, -2_300, 150, 0);
    int planeLast = 0;
    for (double along_m : new double[] {1_000, 1_400}) {
      for (double cross_m : new double[] {-40, -10, 20, 50}) {
        Orbits orbits = Orbits.behind(along_m, cross_m / 2, cross_m);
        List<DriftPlan.Role> order =
            DriftPlan.of(elements(orbits), DriftGoal.of(toWait), true).impulses().stream()
                .map(DriftPlan.Impulse::role)
                .toList();
        boolean last =
            order.indexOf(DriftPlan.Role.PLANE) > order.indexOf(DriftPlan.Role.EXIT_FIRST);
        planeLast += last ? 1 : 0;
        Flown flown = fly(orbits, toWait);
        assertThat(flown.missed()).as("%s m, %s m", along_m, cross_m).isFalse();
        assertThat(flown.deltaV_m_s()).as("%s m, %s m", along_m, cross_m).isLessThan(0.8);
        assertThat(separation_m(flown.end())).isGreaterThan(80);
      }
    }
    assertThat(planeLast).isPositive();
  }

  @Test
  @DisplayName("GUI-173: averaged elements do not swing with the orbit")
  void averagedElementsStandStill() {
    Orbits orbits = Orbits.behind(2_000_000, 0, 0);
    List<Double> da = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      da.add(elements(orbits).da_m());
      orbits.coast(500);
    }
    double spread =
        da.stream().mapToDouble(d -> d).max().orElseThrow()
            - da.stream().mapToDouble(d -> d).min().orElseThrow();
    assertThat(spread).isLessThan(100);
  }

  private record Flown(
      AveragedElements end,
      boolean missed,
      double deltaV_m_s,
      double planned_m_s,
      double smallest_m) {}

  private static Flown fly(Orbits orbits, Leg leg) {
    DriftGoal goal = DriftGoal.of(leg);
    DriftPlan plan = DriftPlan.of(elements(orbits), goal, true);
    DriftFlight flight = DriftFlight.begin(goal, plan, 0);
    List<EventReport> events = new ArrayList<>();
    Vec3 sensed_L = Vec3.ZERO;
    double deltaV = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (long k = 0; k < 100_000; k++) {
      NavigationSolution navigation = navigation(orbits, sensed_L);
      DriftFlight.Step step = flight.step(k, navigation, events);
      flight = step.flight();
      if (step.motion().complete() || step.motion().missed()) {
        return new Flown(
            elements(orbits), step.motion().missed(), deltaV, plan.deltaV_m_s(), smallest);
      }
      Vec3 toGo = step.motion().deltaVToGo_L_m_s();
      Burn burn = flight.burn();
      double acceleration =
          burn == null ? 0 : Math.max(0.001, burn.wanted_L_m_s().norm() / burn.duration_s());
      double given = Math.min(toGo.norm(), acceleration);
      sensed_L = toGo.norm() == 0 ? Vec3.ZERO : toGo.times(given / toGo.norm());
      deltaV += given;
      orbits.push_I(navigation.q_LI().conjugate().rotate(sensed_L));
      smallest = Math.min(smallest, orbits.coast(1));
    }
    throw new AssertionError("the leg did not end in 100,000 s");
  }

  private static double separation_m(AveragedElements e) {
    return new org.holdpoint.motion.RelativeElements(
            0,
            0,
            e.dex_m() / e.a_m(),
            e.dey_m() / e.a_m(),
            e.dix_m() / e.a_m(),
            e.diy_m() / e.a_m())
        .smallestRadialNormalDistance_m(e.a_m());
  }

  private static AveragedElements elements(Orbits orbits) {
    return DriftFlight.elements(navigation(orbits, Vec3.ZERO));
  }

  private static NavigationSolution navigation(Orbits orbits, Vec3 sensed_L) {
    LocalFrame frame = LocalFrame.of(orbits.rT, orbits.vT);
    RelativeState relative = frame.toRelative(orbits.rC, orbits.vC);
    double[] upper = new double[21];
    double[] sigma = {3, 30, 3, 0.003, 0.003, 0.003};
    int k = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        upper[k++] = i == j ? sigma[i] * sigma[i] : 0;
      }
    }
    return new NavigationSolution(
        Validity.VALID,
        relative.r_CT_L_m(),
        relative.v_CT_L_m_s(),
        new Covariance6(upper),
        Quaternion.IDENTITY,
        frame.q_LI(),
        Vec3.ZERO,
        sensed_L,
        orbits.rC,
        orbits.vC,
        orbits.rT,
        orbits.vT,
        1.1068e-3,
        new Vec3(0, 0, 1),
        MASS_KG,
        20,
        new NavigationSolution.FilterStatistics(0, 0, 0, 0, 0, 0),
        org.holdpoint.flight.navigation.far.FarSolution.NONE);
  }

  private static Leg leg(double x, double y, double z, double duration_s) {
    return new Leg(LegKind.PHASE, 1, new Xyz(x, y, z), duration_s);
  }

  /** Two orbits about an Earth with zonal terms to degree 4, by Runge and Kutta, 10 s. */
  private static final class Orbits {
    private static final double MU = 3.986004415e14;
    private static final double RE = 6_378_136.3;
    private static final double J2 = 1.0826355e-3;
    private static final double J3 = -2.5324e-6;
    private static final double J4 = -1.6199e-6;
    private Vec3 rC;
    private Vec3 vC;
    private Vec3 rT;
    private Vec3 vT;

    private Orbits(Vec3 rC, Vec3 vC, Vec3 rT, Vec3 vT) {
      this.rC = rC;
      this.vC = vC;
      this.rT = rT;
      this.vT = vT;
    }

    /** The chaser behind on nearly the same orbit, with e and i vectors 90 deg from the node. */
    static Orbits behind(double along_m, double radial_m, double cross_m) {
      double a = 6_878_137;
      double u = 1.1;
      Vec3[] target = state(a, 0.0008, FastMath.toRadians(97.4), 0.3, u);
      Vec3[] chaser =
          state(
              a,
              0.0008 + radial_m / a,
              FastMath.toRadians(97.4),
              0.3 + cross_m / a / FastMath.sin(FastMath.toRadians(97.4)),
              u - along_m / a);
      return new Orbits(chaser[0], chaser[1], target[0], target[1]);
    }

    /** Perigee 90 deg from the node. */
    private static Vec3[] state(double a, double e, double i, double node, double latitude) {
      var elements =
          new org.holdpoint.motion.OrbitalElements(
              a, e, i, node, Math.PI / 2, latitude - Math.PI / 2);
      // The mean semi-major axis is the given one: the swing by J2 is laid on.
      double swing =
          1.5 * J2 * RE * RE / a * FastMath.pow(FastMath.sin(i), 2) * FastMath.cos(2 * latitude);
      var osculating =
          new org.holdpoint.motion.OrbitalElements(
              a + swing, e, i, node, elements.perigee_rad(), elements.meanAnomaly_rad());
      return new Vec3[] {osculating.position_I_m(MU), osculating.velocity_I_m_s(MU)};
    }

    Orbits copy() {
      return new Orbits(rC, vC, rT, vT);
    }

    void push(double tangential, double normal) {
      Vec3 w = rC.cross(vC).unit();
      Vec3 t = w.cross(rC.unit());
      push_I(t.times(tangential).plus(w.times(normal)));
    }

    void push_I(Vec3 deltaV) {
      vC = vC.plus(deltaV);
    }

    /** Coasts and tells the smallest distance on the way. */
    double coast(double time_s) {
      double smallest = rC.minus(rT).norm();
      double left = time_s;
      while (left > 1e-9) {
        double h = Math.min(10, left);
        Vec3[] c = step(rC, vC, h);
        Vec3[] t = step(rT, vT, h);
        rC = c[0];
        vC = c[1];
        rT = t[0];
        vT = t[1];
        left -= h;
        smallest = Math.min(smallest, rC.minus(rT).norm());
      }
      return smallest;
    }

    private static Vec3[] step(Vec3 r, Vec3 v, double h) {
      Vec3 k1v = gravity(r);
      Vec3 k2r = v.plus(k1v.times(h / 2));
      Vec3 k2v = gravity(r.plus(v.times(h / 2)));
      Vec3 k3r = v.plus(k2v.times(h / 2));
      Vec3 k3v = gravity(r.plus(k2r.times(h / 2)));
      Vec3 k4r = v.plus(k3v.times(h));
      Vec3 k4v = gravity(r.plus(k3r.times(h)));
      return new Vec3[] {
        r.plus(v.plus(k2r.times(2)).plus(k3r.times(2)).plus(k4r).times(h / 6)),
        v.plus(k1v.plus(k2v.times(2)).plus(k3v.times(2)).plus(k4v).times(h / 6))
      };
    }

    private static Vec3 gravity(Vec3 r) {
      double d = r.norm();
      double s = r.z() / d;
      double q2 = 1.5 * J2 * RE * RE / (d * d);
      double q3 = 2.5 * J3 * RE * RE * RE / (d * d * d);
      double q4 = 1.875 * J4 * RE * RE * RE * RE / (d * d * d * d);
      double s2 = s * s;
      double xy =
          1 + q2 * (1 - 5 * s2) + q3 * (3 * s - 7 * s2 * s) - q4 * (1 - 14 * s2 + 21 * s2 * s2);
      double z =
          1
              + q2 * (3 - 5 * s2)
              + q3 * (6 * s - 7 * s2 * s - 0.6 / Math.copySign(Math.max(1e-9, Math.abs(s)), s))
              - q4 * (5 - 70.0 / 3 * s2 + 21 * s2 * s2);
      double f = -MU / (d * d * d);
      return new Vec3(f * r.x() * xy, f * r.y() * xy, f * r.z() * z);
    }
  }
}
