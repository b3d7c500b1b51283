package org.holdpoint.world.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.world.state.Kept;
import org.jspecify.annotations.Nullable;

/**
 * The injected faults: begins and ends them, lets random walks walk, and tells units what is wrong.
 */
public final class Faults implements Kept {
  /** More at once, those that still wait for their start included, are refused. */
  public static final int MAX_ACTIVE = 64;

  private static final double STEP_SQRT_S = Math.sqrt(0.1);
  private static final int LONGEST_DELAY_TICKS = (int) (10 * FaultCatalogue.LONGEST_DELAY_S);

  private final long runSeed;
  private final List<ArmedFault> armed = new ArrayList<>();
  private int lastId;

  // what conditions were last judged by
  private double range_m;
  private boolean eclipse;
  private boolean firing;

  public Faults(long runSeed) {
    this.runSeed = runSeed;
  }

  /**
   * Injects a fault.
   *
   * @param now_tai_ns the present time
   * @param origin_tai_ns the run's start, from which the fault's times count
   * @return its id
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public int inject(Fault fault, long now_tai_ns, long origin_tai_ns) {
    if (armed.size() >= MAX_ACTIVE) {
      throw new IllegalArgumentException(
          "there are already " + MAX_ACTIVE + " active faults: clear one first");
    }
    FaultOffer offer = FaultCatalogue.offer(fault.unit(), fault.kind());
    lastId++;
    ArmedFault added =
        new ArmedFault(
            lastId,
            offer,
            FaultCatalogue.values(offer, fault.parameters()),
            Math.max(now_tai_ns, after(origin_tai_ns, fault.start_s())),
            after(origin_tai_ns, fault.end_s()),
            fault.condition(),
            runSeed);
    armed.add(added);
    judge(added, now_tai_ns);
    return lastId;
  }

  private static long after(long origin_tai_ns, double seconds) {
    return Double.isInfinite(seconds)
        ? Long.MAX_VALUE
        : origin_tai_ns + (long) Math.rint(1e9 * seconds);
  }

  /**
   * Clears a fault.
   *
   * @throws IllegalArgumentException when there is no fault of that id
   */
  public void clear(int id) {
    if (!armed.removeIf(f -> f.id == id)) {
      throw new IllegalArgumentException(
          "no active fault has id " + id + ". Active: " + armed.stream().map(f -> f.id).toList());
    }
  }

  /** The faults that have started and not ended, oldest first. */
  public List<ActiveFault> active(long tai_ns) {
    List<ActiveFault> active = new ArrayList<>();
    for (ArmedFault f : armed) {
      if (!f.startedAt(tai_ns)) {
        continue;
      }
      Map<String, Double> parameters = new LinkedHashMap<>();
      for (int i = 0; i < f.values.length; i++) {
        parameters.put(f.offer.parameters().get(i).name(), f.values[i]);
      }
      active.add(
          new ActiveFault(
              f.id, f.offer.unit(), f.offer.kind().code(), f.start_tai_ns, parameters, f.acting()));
    }
    return List.copyOf(active);
  }

  /**
   * Begins, pauses and ends faults for what is true now; to be called before units are asked.
   *
   * @param range_m between the centres of mass
   * @param eclipse the chaser is in eclipse
   * @param firing a thruster fired in the tick that ends now
   */
  public void judge(long tai_ns, double range_m, boolean eclipse, boolean firing) {
    this.range_m = range_m;
    this.eclipse = eclipse;
    this.firing = firing;
    for (int i = armed.size() - 1; i >= 0; i--) {
      if (armed.get(i).endedAt(tai_ns)) {
        armed.remove(i);
      } else {
        judge(armed.get(i), tai_ns);
      }
    }
  }

  private void judge(ArmedFault f, long tai_ns) {
    f.setActing(f.startedAt(tai_ns) && f.condition.holds(range_m, eclipse, firing), tai_ns);
  }

  /** Lets random walks walk for 100 ms. */
  public void step() {
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.offer.kind() == FaultKind.DRIFT && f.thruster < 0) {
        int axes = f.wheel >= 0 ? 1 : FaultCatalogue.axes(f.offer.unit());
        for (int axis = 0; axis < axes; axis++) {
          f.walk[axis] += f.values[0] * STEP_SQRT_S * f.noise.gaussian();
        }
      }
    }
  }

  /** What is wrong with a sensor's sample that is taken now; to be asked once per sample. */
  public UnitErrors errors(String unit, long tai_ns) {
    UnitErrors sum = UnitErrors.NONE;
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.offer.unit().equals(unit)) {
        sum = plus(sum, f, tai_ns);
      }
    }
    return sum;
  }

  /** By how many ticks a unit's samples come late; draws nothing. */
  public int delay_ticks(String unit) {
    int sum = 0;
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.offer.kind() == FaultKind.LATENCY && f.offer.unit().equals(unit)) {
        sum = Math.min(LONGEST_DELAY_TICKS, sum + f.delay_ticks());
      }
    }
    return sum;
  }

  private static UnitErrors plus(UnitErrors sum, ArmedFault f, long tai_ns) {
    String unit = f.offer.unit();
    double[] offset = sum.offset().clone();
    double[] rate = sum.offsetRate().clone();
    double factor = sum.noiseFactor();
    boolean dropout = sum.dropout();
    boolean zero = sum.zero();
    boolean frozen = sum.frozen();
    boolean stuck = sum.stuck();
    double stuckAt = sum.stuckAt();
    int delay = sum.delay_ticks();
    int swapped = sum.swapped();
    double toSi = FaultCatalogue.toSi(unit);
    switch (f.offer.kind()) {
      case BIAS -> {
        for (int i = 0; i < f.values.length; i++) {
          offset[FaultCatalogue.axis(unit, i)] += toSi * f.values[i];
        }
      }
      case RAMP -> {
        for (int i = 0; i < f.values.length; i++) {
          offset[FaultCatalogue.axis(unit, i)] += toSi * f.values[i] * f.actingFor_s(tai_ns);
          rate[FaultCatalogue.axis(unit, i)] += toSi * f.values[i];
        }
      }
      case DRIFT -> {
        for (int i = 0; i < FaultCatalogue.axes(unit); i++) {
          offset[FaultCatalogue.axis(unit, i)] += toSi * f.walk[i];
        }
      }
      case OUTLIER -> {
        boolean hit = f.noise.uniform() < f.values[0];
        for (int i = 0; i < FaultCatalogue.axes(unit); i++) {
          double sign = f.noise.uniform() < 0.5 ? -1 : 1;
          offset[FaultCatalogue.axis(unit, i)] += hit ? toSi * sign * f.values[1] : 0;
        }
      }
      case NOISE -> factor *= f.values[0];
      case STUCK -> {
        stuck = true;
        stuckAt = toSi * f.values[0];
      }
      case FREEZE -> frozen = true;
      case DROPOUT -> dropout = true;
      case DEGRADED -> dropout |= f.noise.uniform() < f.values[0];
      case LATENCY -> delay = Math.min(LONGEST_DELAY_TICKS, delay + f.delay_ticks());
      case RESET -> {
        boolean out = f.outage(tai_ns);
        zero |= out && FaultCatalogue.answersAlways(unit);
        dropout |= out && !FaultCatalogue.answersAlways(unit);
      }
      case SWAPPED_AXIS -> swapped = (int) f.values[0];
      default -> throw new IllegalStateException(f.offer.kind() + " is not a fault of a sensor");
    }
    return new UnitErrors(
        offset, rate, factor, dropout, zero, frozen, stuck, stuckAt, delay, swapped);
  }

  /**
   * Turns commanded on-times into what the valves do in the tick that begins now. Drivers come
   * before valves, whatever was injected first.
   *
   * @param on_s on-times, changed in place
   * @param strength receives the share of its thrust that each gives
   */
  public void applyToThrusters(double[] on_s, double[] strength, double step_s, long tai_ns) {
    for (int i = 0; i < strength.length; i++) {
      strength[i] = 1;
    }
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.thruster >= 0) {
        drive(f, on_s, step_s, tai_ns);
      }
    }
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.thruster >= 0) {
        actuate(f, on_s, strength, step_s, tai_ns);
      }
    }
  }

  private static void drive(ArmedFault f, double[] on_s, double step_s, long tai_ns) {
    int i = f.thruster;
    switch (f.offer.kind()) {
      case SWAPPED_AXIS -> exchange(on_s, i, (int) f.values[0]);
      case LATENCY -> on_s[i] = f.delayed(on_s[i]);
      case FREEZE -> on_s[i] = f.first(on_s[i]);
      case DROPOUT -> on_s[i] = f.noise.uniform() < f.values[0] ? 0 : on_s[i];
      case RESET -> on_s[i] = f.outage(tai_ns) ? 0 : on_s[i];
      case BIAS ->
          on_s[i] = on_s[i] > 0 ? Math.max(0, Math.min(step_s, on_s[i] + 1e-3 * f.values[0])) : 0;
      default -> {
        // a fault of the valve or the nozzle
      }
    }
  }

  private static void actuate(
      ArmedFault f, double[] on_s, double[] strength, double step_s, long tai_ns) {
    int i = f.thruster;
    switch (f.offer.kind()) {
      case STUCK_CLOSED -> strength[i] = 0;
      case STUCK_OPEN -> on_s[i] = step_s;
      case DEGRADED -> strength[i] *= f.values[0];
      case DRIFT -> strength[i] *= Math.max(0, 1 - f.values[0] * f.actingFor_s(tai_ns) / 3600);
      case LEAK -> {
        // the commanded part at full thrust and the rest at a share, as one pulse of equal impulse
        strength[i] *= (on_s[i] + f.values[0] * (step_s - on_s[i])) / step_s;
        on_s[i] = step_s;
      }
      default -> {
        // a fault of the driver
      }
    }
  }

  /**
   * Turns commanded wheel torques into what the drivers ask of the wheels in the tick that begins
   * now.
   *
   * @param torque_N_m changed in place
   * @param stuck receives which wheels give no torque
   */
  public void applyToWheels(double[] torque_N_m, boolean[] stuck, long tai_ns) {
    for (int i = 0; i < stuck.length; i++) {
      stuck[i] = false;
    }
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (!f.acting() || f.wheel < 0) {
        continue;
      }
      int i = f.wheel;
      switch (f.offer.kind()) {
        case STUCK -> stuck[i] = true;
        case DEGRADED -> torque_N_m[i] *= f.values[0];
        case BIAS -> torque_N_m[i] += 1e-3 * f.values[0];
        case DRIFT -> torque_N_m[i] += 1e-3 * f.walk[0];
        case DROPOUT -> torque_N_m[i] = f.noise.uniform() < f.values[0] ? 0 : torque_N_m[i];
        case FREEZE -> torque_N_m[i] = f.first(torque_N_m[i]);
        case LATENCY -> torque_N_m[i] = f.delayed(torque_N_m[i]);
        case SWAPPED_AXIS -> exchange(torque_N_m, i, (int) f.values[0]);
        case RESET -> torque_N_m[i] = f.outage(tai_ns) ? 0 : torque_N_m[i];
        default -> throw new IllegalStateException(f.offer.kind() + " is no wheel's fault");
      }
    }
  }

  /** Propellant that the tank loses without thrust. */
  public double leak_kg_s() {
    double sum_g_s = 0;
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.offer.unit().equals(FaultCatalogue.TANK)) {
        sum_g_s += f.values[0];
      }
    }
    return 1e-3 * sum_g_s;
  }

  /** Share of their power that the wings give. */
  public double arrayShare() {
    double share = 1;
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      if (f.acting() && f.offer.unit().equals(FaultCatalogue.ARRAY)) {
        share *= f.values[0];
      }
    }
    return share;
  }

  /** Whether the flight computer is down in the tick that begins now. */
  public boolean processorDown(long tai_ns) {
    boolean down = false;
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      down |= f.acting() && f.offer.unit().equals(FaultCatalogue.PROCESSOR) && f.outage(tai_ns);
    }
    return down;
  }

  /** Whether the telecommand receiver is deaf. */
  public boolean receiverDeaf() {
    boolean deaf = false;
    for (int k = 0; k < armed.size(); k++) {
      ArmedFault f = armed.get(k);
      deaf |= f.acting() && f.offer.unit().equals(FaultCatalogue.RECEIVER);
    }
    return deaf;
  }

  private static void exchange(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putDouble(range_m).put(bit(eclipse)).put(bit(firing));
    out.putInt(lastId).putInt(armed.size());
    for (ArmedFault f : armed) {
      out.putInt(f.id).putInt(FaultCatalogue.OFFERS.indexOf(f.offer));
      out.putLong(f.start_tai_ns).putLong(f.end_tai_ns);
      Kept.put(out, f.values);
      out.putDouble(f.condition.rangeAbove_m()).putDouble(f.condition.rangeBelow_m());
      out.put(tristate(f.condition.inEclipse())).put(tristate(f.condition.thrusting()));
      f.save(out);
    }
  }

  @Override
  public void restore(ByteBuffer in) {
    armed.clear();
    range_m = in.getDouble();
    eclipse = in.get() != 0;
    firing = in.get() != 0;
    lastId = in.getInt();
    int count = in.getInt();
    if (count < 0 || count > MAX_ACTIVE) {
      throw new IllegalArgumentException("damaged state: " + count + " active faults");
    }
    for (int i = 0; i < count; i++) {
      int id = in.getInt();
      FaultOffer offer = FaultCatalogue.OFFERS.get(in.getInt());
      long start_tai_ns = in.getLong();
      long end_tai_ns = in.getLong();
      double[] values = new double[offer.parameters().size()];
      Kept.get(in, values);
      FaultCondition condition =
          new FaultCondition(in.getDouble(), in.getDouble(), tristate(in), tristate(in));
      ArmedFault f =
          new ArmedFault(id, offer, values, start_tai_ns, end_tai_ns, condition, runSeed);
      f.restore(in);
      armed.add(f);
    }
  }

  private static byte bit(boolean value) {
    return (byte) (value ? 1 : 0);
  }

  private static byte tristate(@Nullable Boolean value) {
    return (byte) (value == null ? -1 : value ? 1 : 0);
  }

  private static @Nullable Boolean tristate(ByteBuffer in) {
    byte value = in.get();
    return value < 0 ? null : Boolean.valueOf(value > 0);
  }
}
