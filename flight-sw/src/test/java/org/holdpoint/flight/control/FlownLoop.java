package org.holdpoint.flight.control;

import java.util.List;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.RelativeNavigation;
import org.holdpoint.flight.navigation.SmallWorld;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/** Navigation and control in a loop with the small world. */
final class FlownLoop {
  final SmallWorld world;
  final RelativeNavigation navigation;
  final Control control;
  NavigationSolution solution;
  WantedActuation wanted;
  int isolated;
  boolean attitudeLost;

  /** What guidance would say in this tick. */
  interface Reference {
    GuidanceReference of(NavigationSolution navigation);
  }

  FlownLoop(long seed, RelativeState start, double positionSigma_m, double velocitySigma_m_s) {
    world = new SmallWorld(seed, start);
    FlightConfiguration configuration = world.configuration(positionSigma_m, velocitySigma_m_s);
    navigation = new RelativeNavigation(configuration);
    control = new Control(configuration);
  }

  static RelativeState rest(double x, double y, double z) {
    return new RelativeState(new Vec3(x, y, z), Vec3.ZERO);
  }

  ActuatorCommands tick(Reference reference) {
    var tick = world.tick();
    var samples = world.samples();
    var step = navigation.step(tick, samples, List.of());
    solution = step.solution();
    attitudeLost = step.attitudeLost();
    wanted =
        control.step(
            tick,
            reference.of(solution),
            solution,
            attitudeLost ? Sighting.of(samples.sun_B(), samples.imuA()) : null,
            samples.wheelMomentum_B_N_m_s(),
            isolated);
    world.step(wanted.commands());
    return wanted.commands();
  }

  void fly(double seconds, Reference reference) {
    for (long k = 0; k < Math.round(10 * seconds); k++) {
      tick(reference);
    }
  }
}
