package org.holdpoint.flight.navigation;

import java.util.List;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sensing.UnitWatch;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Own orbit, GCRF: carried by the orbit model and the sensed delta-v, drawn to the GNSS fixes by
 * fixed gains. With fixes of 2 m and 5 mm/s once a second it is good to about 0.5 m and 1 mm/s,
 * which turns the frame L by less than 2e-7 rad: 0.2 mm at 1 km.
 */
final class OwnOrbit implements Retained {
  private static final double POSITION_GAIN = 0.05;
  private static final double VELOCITY_GAIN = 0.05;

  /** Pulls the velocity by the position's innovation, 1/s. */
  private static final double CROSS_GAIN_1_S = 1e-4;

  /**
   * A fix further off than this many times (2 m, 5 mm/s) on the three axes together is not used.
   */
  private static final double GATE = 14.16;

  /** Model and earlier fixes are uncertain too; the gate allows for as much again, 1 sigma. */
  private static final double POSITION_SIGMA_M = 2 * Math.sqrt(2);

  private static final double VELOCITY_SIGMA_M_S = 0.005 * Math.sqrt(2);

  /** After so many rejected fixes in a row (10 s) the receiver is believed and not the model. */
  private static final int RESTART_AFTER = 10;

  private final UnitWatch receiver = new UnitWatch(Sensor.GNSS, 5_000_000_000L, 5, 3);
  private final OrbitModel model = new OrbitModel();
  private final double[] state = new double[6];
  private boolean fixed;

  /** Starts from the uploaded reference until the first fix. */
  OwnOrbit(Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    OrbitModel.set(state, r_C_I_m, v_C_I_m_s);
  }

  void carry(double dt_s, Vec3 deltaV_I_m_s) {
    model.advance(state, dt_s);
    double half = dt_s / 2;
    state[0] += half * deltaV_I_m_s.x();
    state[1] += half * deltaV_I_m_s.y();
    state[2] += half * deltaV_I_m_s.z();
    state[3] += deltaV_I_m_s.x();
    state[4] += deltaV_I_m_s.y();
    state[5] += deltaV_I_m_s.z();
  }

  /** Draws the orbit to a fix, if there is one; true when that moved it. */
  boolean correct(Tick tick, @Nullable GnssFix fix, List<EventReport> events) {
    boolean moved = false;
    if (fix != null
        && receiver.admits(tick.tai_ns(), fix.sampled_tai_ns())
        && !receiver.repeats(fix.r_C_I_m(), events)) {
      double[] now = new double[6];
      OrbitModel.set(now, fix.r_C_I_m(), fix.v_C_I_m_s());
      model.advance(now, (tick.tai_ns() - fix.sampled_tai_ns()) * 1e-9);
      moved = use(now, events);
    }
    receiver.step(tick.tai_ns(), events);
    return moved;
  }

  private boolean use(double[] now, List<EventReport> events) {
    double[] z = new double[6];
    double r2 = 0;
    double v2 = 0;
    for (int i = 0; i < 3; i++) {
      z[i] = now[i] - state[i];
      z[i + 3] = now[i + 3] - state[i + 3];
      r2 += z[i] * z[i];
      v2 += z[i + 3] * z[i + 3];
    }
    double nis =
        Math.max(
            r2 / (POSITION_SIGMA_M * POSITION_SIGMA_M),
            v2 / (VELOCITY_SIGMA_M_S * VELOCITY_SIGMA_M_S));
    if (!fixed) {
      fixed = true;
      System.arraycopy(now, 0, state, 0, 6);
    } else if (nis > GATE) {
      receiver.rejected(nis, events);
      if (receiver.rejectedInARow() >= RESTART_AFTER) {
        System.arraycopy(now, 0, state, 0, 6);
        receiver.forgiven();
        return true;
      }
      return false;
    } else {
      for (int i = 0; i < 3; i++) {
        state[i] += POSITION_GAIN * z[i];
        state[i + 3] += VELOCITY_GAIN * z[i + 3] + CROSS_GAIN_1_S * z[i];
      }
    }
    receiver.accepted(events);
    return true;
  }

  Vec3 r_C_I_m() {
    return OrbitModel.position(state);
  }

  Vec3 v_C_I_m_s() {
    return OrbitModel.velocity(state);
  }

  UnitState receiverState() {
    return receiver.state();
  }

  @Override
  public void save(StateWriter out) {
    receiver.save(out);
    out.put(state).put(fixed);
  }

  @Override
  public void restore(StateReader in) {
    receiver.restore(in);
    System.arraycopy(in.getDoubles(), 0, state, 0, 6);
    fixed = in.getBoolean();
  }
}
