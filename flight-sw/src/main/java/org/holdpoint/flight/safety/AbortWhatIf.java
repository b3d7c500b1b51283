package org.holdpoint.flight.safety;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.PlumeCones;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * The abort beside the flight: the same choice of direction, the same count of delta-v and the same
 * actuator gate, for campaigns and previews that ask what an abort would do from some state. It
 * keeps one abort at a time.
 */
public final class AbortWhatIf {
  private final FlightConfiguration configuration;
  private final DriftForecast forecast;
  private final AbortChoice choice;
  private ActuatorGate gate;
  private final AbortBurn burn = new AbortBurn();
  private final List<EventReport> events = new ArrayList<>();

  /**
   * What the monitor would latch.
   *
   * @param direction best of six
   * @param smallest_m smallest 3-sigma range over a day that it foresees
   */
  public record Chosen(Direction direction, double smallest_m) {}

  public AbortWhatIf(FlightConfiguration configuration, double meanMotion_rad_s) {
    this.configuration = configuration;
    forecast = new DriftForecast(meanMotion_rad_s, configuration.targetHullRadius_m());
    choice = new AbortChoice(forecast, meanMotion_rad_s);
    gate = new ActuatorGate(configuration);
  }

  /**
   * One round of the monitor.
   *
   * @param state its estimate in L: position and velocity, SI
   * @param covariance of it, row-major 6x6
   */
  public Chosen choose(double[] state, double[] covariance) {
    AbortChoice.Best best = AbortChoice.Best.NONE;
    for (Direction direction : AbortChoice.ORDER) {
      best = choice.better(best, direction, state, covariance);
    }
    return new Chosen(best.direction(), best.smallest_m());
  }

  /**
   * Smallest 3-sigma range with thrust off, as the monitor's rules see it.
   *
   * @param horizon_s over which, at most a day
   */
  public double driftSmallest_m(double[] state, double[] covariance, double horizon_s) {
    return forecast.look(state, covariance, horizon_s, 0).smallest_m();
  }

  /** Begins an abort burn. */
  public void ignite(Direction towards) {
    gate = new ActuatorGate(configuration);
    events.clear();
    burn.start(towards, events);
  }

  /**
   * One tick of the burn.
   *
   * @param q_BL attitude by the monitor's own tracker
   * @param rate_B_rad_s by IMU B
   * @param sensed_L_m_s delta-v that IMU B sensed over the last tick
   * @param r_CT_L_m chaser relative to target by the monitor: its plumes spare the target
   * @return commands for the next 100 ms; none when the burn is over
   */
  public ActuatorCommands tick(
      Quaternion q_BL, Vec3 rate_B_rad_s, Vec3 sensed_L_m_s, Vec3 r_CT_L_m) {
    burn.follow(sensed_L_m_s, events);
    return burn.on()
        ? gate.burn(
            q_BL.rotate(burn.toGo_L_m_s()),
            rate_B_rad_s,
            0,
            PlumeCones.ABORT.hitting(q_BL.rotate(r_CT_L_m).negated()))
        : ActuatorCommands.NONE;
  }

  public boolean burning() {
    return burn.on();
  }
}
