package org.holdpoint.flight.sensing;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Judges one unit: which of its samples are fresh, whether they pass their gates, whether they
 * still come. A unit is OFF until its first sample, REJECTED after a run of samples that failed
 * their gate or repeat themselves, LOST when none came for its staleness limit. A unit that is
 * suspected again and again is ISOLATED: not heard for a while, then ON_TRIAL, gated but not used,
 * until a run of samples has passed ({@link SensorTrust}). A trial in which some pass and some fail
 * isolates it again; a trial in which all fail goes on, since it may be the filter that is off, and
 * whoever gates decides that.
 */
public final class UnitWatch implements Retained {
  /** An older sample would have to be carried further back than the dynamics are good for. */
  public static final long MAX_AGE_NS = 2_000_000_000L;

  private static final long NOT_ISOLATED = Long.MIN_VALUE;

  private final Sensor sensor;
  private final SensorTrust trust;
  private final long lostAfter_ns;
  private final int rejectedAfter;
  private final Repetition repetition;

  private UnitState state = UnitState.OFF;
  private long lastSampled_tai_ns = Long.MIN_VALUE;
  private long lastSeen_tai_ns;
  private int rejectedInARow;
  private int passedInARow;
  private int suspicions;
  private long firstSuspected_tai_ns;
  private long isolation_ns;
  private long isolatedUntil_tai_ns = NOT_ISOLATED;
  private boolean onTrial;

  /**
   * @param lostAfter_ns without a fresh sample for longer than this the unit is LOST
   * @param rejectedAfter samples in a row that fail their gate make the unit REJECTED
   * @param stuckAt equal samples in a row make it REJECTED
   */
  public UnitWatch(Sensor sensor, long lostAfter_ns, int rejectedAfter, int stuckAt) {
    this.sensor = sensor;
    this.trust = SensorTrust.of(sensor);
    this.lostAfter_ns = lostAfter_ns;
    this.rejectedAfter = rejectedAfter;
    this.repetition = new Repetition(stuckAt);
  }

  /**
   * Whether a sample may be used: newer than the last one, not from the future and not too old. A
   * unit that repeats the same sample is treated as one that delivers none.
   */
  public boolean admits(long now_tai_ns, long sampled_tai_ns) {
    if (sampled_tai_ns <= lastSampled_tai_ns
        || sampled_tai_ns > now_tai_ns
        || now_tai_ns - sampled_tai_ns > MAX_AGE_NS) {
      return false;
    }
    lastSampled_tai_ns = sampled_tai_ns;
    lastSeen_tai_ns = now_tai_ns;
    return true;
  }

  /**
   * Whether the last admitted sample is one of a run of equal ones: the unit is stuck, REJECTED,
   * and the sample shall not be used. To be asked once for each.
   */
  public boolean repeats(Vec3 value, List<EventReport> events) {
    return repeats(value.x(), value.y(), value.z(), events);
  }

  /** The same of a sample of other numbers than a vector's; zeros where it has fewer. */
  public boolean repeats(double a, double b, double c, List<EventReport> events) {
    boolean stuck = repetition.of(a, b, c);
    if (stuck) {
      stuck(events);
    }
    return stuck;
  }

  /** The unit is known to be stuck: its last sample was not used. */
  public void stuck(List<EventReport> events) {
    if (!trusted()) {
      if (onTrial) {
        isolate(events);
      }
      return;
    }
    if (state != UnitState.REJECTED) {
      events.add(new EventReport(ChaserEvent.UNIT_STUCK, sensor.code(), 0, 0));
    }
    become(UnitState.REJECTED, events);
  }

  /** The last admitted sample passed its gate. */
  public void accepted(List<EventReport> events) {
    if (onTrial && rejectedInARow > 0) {
      isolate(events);
      return;
    }
    rejectedInARow = 0;
    passedInARow = Math.min(passedInARow + 1, trust.trialSamples());
    if (onTrial && passedInARow >= trust.trialSamples()) {
      onTrial = false;
      suspicions = 0;
      isolation_ns = 0;
    }
    if (trusted()) {
      become(UnitState.GOOD, events);
    }
  }

  /** The last admitted sample failed its gate. */
  public void rejected(double nis, List<EventReport> events) {
    rejectedInARow++;
    if (onTrial && passedInARow > 0) {
      isolate(events);
    }
    passedInARow = 0;
    if (!trusted()) {
      return;
    }
    if (rejectedInARow == rejectedAfter) {
      events.add(new EventReport(ChaserEvent.MEASUREMENTS_REJECTED, sensor.code(), nis, 0));
    }
    if (rejectedInARow >= rejectedAfter && state != UnitState.REJECTED) {
      become(UnitState.REJECTED, events);
      suspect(events);
    }
  }

  private void suspect(List<EventReport> events) {
    boolean anew =
        suspicions == 0 || lastSeen_tai_ns - firstSuspected_tai_ns > SensorTrust.WITHIN_NS;
    suspicions = anew ? 1 : suspicions + 1;
    firstSuspected_tai_ns = anew ? lastSeen_tai_ns : firstSuspected_tai_ns;
    if (trust.suspicions() > 0 && suspicions >= trust.suspicions()) {
      isolate(events);
    }
  }

  /** It gives what nothing real could give: not heard until its trial. */
  public void isolate(List<EventReport> events) {
    isolation_ns =
        isolation_ns == 0 ? trust.first_ns() : Math.min(2 * isolation_ns, trust.longest_ns());
    isolatedUntil_tai_ns = lastSeen_tai_ns + isolation_ns;
    onTrial = false;
    rejectedInARow = 0;
    become(UnitState.ISOLATED, events);
  }

  /** Whether its samples are looked at: not while it is isolated. */
  public boolean heard() {
    return isolatedUntil_tai_ns == NOT_ISOLATED;
  }

  /** Whether samples that pass their gate may be used: not while it is isolated or on trial. */
  public boolean trusted() {
    return heard() && !onTrial;
  }

  /** Believed again, whatever it did: who restarts on its word gives it a new chance. */
  public void pardoned() {
    forgiven();
    suspicions = 0;
    isolation_ns = 0;
    isolatedUntil_tai_ns = NOT_ISOLATED;
    onTrial = false;
  }

  /** To be called once a tick, after the samples. */
  public void step(long now_tai_ns, List<EventReport> events) {
    if (!heard() && now_tai_ns >= isolatedUntil_tai_ns) {
      isolatedUntil_tai_ns = NOT_ISOLATED;
      onTrial = true;
      passedInARow = 0;
      become(UnitState.ON_TRIAL, events);
    }
    if (trusted() && state != UnitState.OFF && now_tai_ns - lastSeen_tai_ns > lostAfter_ns) {
      become(UnitState.LOST, events);
    }
  }

  public UnitState state() {
    return state;
  }

  /** Samples in a row that failed their gate. */
  public int rejectedInARow() {
    return rejectedInARow;
  }

  /** Forgets the run of rejections, after whoever gates the samples has changed its mind. */
  public void forgiven() {
    rejectedInARow = 0;
  }

  private void become(UnitState next, List<EventReport> events) {
    if (next == state) {
      return;
    }
    if (state != UnitState.OFF) {
      events.add(new EventReport(ChaserEvent.UNIT_STATE, sensor.code(), next.code(), 0));
    }
    state = next;
  }

  @Override
  public void save(StateWriter out) {
    out.put(state).put(lastSampled_tai_ns).put(lastSeen_tai_ns).put(rejectedInARow);
    out.put(passedInARow).put(suspicions).put(firstSuspected_tai_ns);
    out.put(isolation_ns).put(isolatedUntil_tai_ns).put(onTrial);
    repetition.save(out);
  }

  @Override
  public void restore(StateReader in) {
    state = in.getEnum(UnitState.class);
    lastSampled_tai_ns = in.getLong();
    lastSeen_tai_ns = in.getLong();
    rejectedInARow = in.getInt();
    passedInARow = in.getInt();
    suspicions = in.getInt();
    firstSuspected_tai_ns = in.getLong();
    isolation_ns = in.getLong();
    isolatedUntil_tai_ns = in.getLong();
    onTrial = in.getBoolean();
    repetition.restore(in);
  }
}
