package org.holdpoint.world.fault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/** One injected fault with what of it changes: whether it acts, and what it remembers. */
final class ArmedFault implements Kept {
  private static final double TICK_S = 0.1;

  final int id;
  final FaultOffer offer;
  final double[] values;
  final long start_tai_ns;
  final long end_tai_ns;
  final FaultCondition condition;

  /** Number of the thruster or wheel, -1 for other units. */
  final int thruster;

  final int wheel;

  /** A draw for whatever is random in it; its own stream, so that it disturbs no other. */
  final NoiseStream noise;

  /** Random walk per axis. */
  final double[] walk = new double[3];

  private boolean acting;
  private long acting_tai_ns;

  // what a driver remembers of commands: the one that it repeats, or those that wait
  private double held;
  private long commands;
  private final double[] waiting;

  ArmedFault(
      int id,
      FaultOffer offer,
      double[] values,
      long start_tai_ns,
      long end_tai_ns,
      FaultCondition condition,
      long runSeed) {
    this.id = id;
    this.offer = offer;
    this.values = values;
    this.start_tai_ns = start_tai_ns;
    this.end_tai_ns = end_tai_ns;
    this.condition = condition;
    thruster = FaultCatalogue.thruster(offer.unit());
    wheel = FaultCatalogue.wheel(offer.unit());
    noise = new NoiseStream(runSeed, "fault-" + id + "/" + offer.unit());
    boolean delaysCommands = offer.kind() == FaultKind.LATENCY && (thruster >= 0 || wheel >= 0);
    waiting = new double[delaysCommands ? delay_ticks() : 0];
  }

  boolean startedAt(long tai_ns) {
    return tai_ns >= start_tai_ns;
  }

  boolean endedAt(long tai_ns) {
    return tai_ns >= end_tai_ns;
  }

  boolean acting() {
    return acting;
  }

  /** A fault that begins to act remembers nothing of earlier times. */
  void setActing(boolean now, long tai_ns) {
    if (now && !acting) {
      acting_tai_ns = tai_ns;
      held = 0;
      commands = 0;
      Arrays.fill(walk, 0);
      Arrays.fill(waiting, 0);
    }
    acting = now;
  }

  double actingFor_s(long tai_ns) {
    return 1e-9 * (tai_ns - acting_tai_ns);
  }

  /** The delay of a LATENCY fault. */
  int delay_ticks() {
    return (int) Math.rint(values[0] / TICK_S);
  }

  /** Whether a RESET fault has its unit out now. */
  boolean outage(long tai_ns) {
    double age_s = actingFor_s(tai_ns);
    double period_s = values[1];
    double inPeriod_s = period_s > 0 ? age_s - period_s * Math.floor(age_s / period_s) : age_s;
    return inPeriod_s < values[0];
  }

  /** Of the commands given one a tick, the first; for drivers that repeat it. */
  double first(double command) {
    if (commands == 0) {
      held = command;
    }
    commands++;
    return held;
  }

  /** The command of some ticks ago; none when the fault is younger. */
  double delayed(double command) {
    int slot = (int) (commands % waiting.length);
    double due = waiting[slot];
    waiting[slot] = command;
    commands++;
    return due;
  }

  @Override
  public void save(ByteBuffer out) {
    noise.save(out);
    Kept.put(out, walk);
    out.put((byte) (acting ? 1 : 0)).putLong(acting_tai_ns);
    out.putDouble(held).putLong(commands);
    Kept.put(out, waiting);
  }

  @Override
  public void restore(ByteBuffer in) {
    noise.restore(in);
    Kept.get(in, walk);
    acting = in.get() != 0;
    acting_tai_ns = in.getLong();
    held = in.getDouble();
    commands = in.getLong();
    Kept.get(in, waiting);
  }
}
