package org.holdpoint.flight.safety;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/** The abort burn as the monitor counts it: what IMU B has sensed since the first pulse. */
final class AbortBurn implements Retained {
  /** Half of what the thrusters give in a tick: nearer than this the burn is over. */
  private static final double CLOSE_ENOUGH_M_S = 0.0007;

  private boolean on;
  private Direction direction = Direction.NONE;
  private Vec3 given_L_m_s = Vec3.ZERO;
  private long ticks;

  boolean on() {
    return on;
  }

  void start(Direction towards, List<EventReport> events) {
    on = true;
    direction = towards;
    given_L_m_s = Vec3.ZERO;
    ticks = 0;
    events.add(
        new EventReport(ChaserEvent.ABORT_DIRECTION, direction.code(), AbortChoice.DELTA_V_M_S, 0));
  }

  /** Counts what the last tick gave; ends the burn by delta-v or by time. */
  void follow(Vec3 sensedDeltaV_L_m_s, List<EventReport> events) {
    if (!on) {
      return;
    }
    ticks++;
    given_L_m_s = given_L_m_s.plus(sensedDeltaV_L_m_s);
    double along_m_s = given_L_m_s.dot(AbortChoice.axis(direction));
    double burning_s = ticks * Tick.PERIOD_S;
    if (along_m_s >= AbortChoice.DELTA_V_M_S - CLOSE_ENOUGH_M_S
        || burning_s >= AbortChoice.LONGEST_BURN_S) {
      on = false;
      events.add(new EventReport(ChaserEvent.ABORT_BURN_ENDED, along_m_s, burning_s, 0));
    }
  }

  void cancel() {
    on = false;
    direction = Direction.NONE;
  }

  /** Still to be given, in L; null vector when no burn is on. */
  Vec3 toGo_L_m_s() {
    return on
        ? AbortChoice.axis(direction).times(AbortChoice.DELTA_V_M_S).minus(given_L_m_s)
        : Vec3.ZERO;
  }

  @Override
  public void save(StateWriter out) {
    out.put(on).put(direction).put(given_L_m_s).put(ticks);
  }

  @Override
  public void restore(StateReader in) {
    on = in.getBoolean();
    direction = in.getEnum(Direction.class);
    given_L_m_s = in.getVec3();
    ticks = in.getLong();
  }
}
