package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/** One unit: samples at its period, with its own noise and with what faults make of it. */
abstract class Sensor implements Kept {
  private final String unit;
  private final int period_ticks;
  final NoiseStream noise;

  /** The last sample's numbers. */
  final double[] value;

  private boolean present;

  Sensor(long runSeed, String unit, int period_ticks, int numbers) {
    this.unit = unit;
    this.period_ticks = period_ticks;
    noise = new NoiseStream(runSeed, unit);
    value = new double[numbers];
  }

  final String unit() {
    return unit;
  }

  /** Whether this tick gave a sample. */
  final boolean present() {
    return present;
  }

  final boolean dueAt(long tick) {
    return tick % period_ticks == 0;
  }

  /** Samples if it is due; a frozen unit keeps its last numbers, if it ever had any. */
  final void step(long tick, Situation now, UnitErrors errors) {
    present = false;
    if (!dueAt(tick)) {
      return;
    }
    if (errors.frozen()) {
      present = everSampled() && !errors.dropout();
      // the model goes on behind the frozen output, so that clearing the fault finds it in step
      double[] kept = value.clone();
      sense(now, errors);
      System.arraycopy(kept, 0, value, 0, kept.length);
      return;
    }
    present = sense(now, errors) && !errors.dropout();
  }

  /** A sample of nothing but zeros is none: attitudes and directions have unit length. */
  private boolean everSampled() {
    for (double number : value) {
      if (number != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fills {@link #value}.
   *
   * @return false when the unit sees nothing; {@link #value} is then left alone
   */
  abstract boolean sense(Situation now, UnitErrors errors);

  /** Noise of one axis: the unit's own sigma times what faults make of it. */
  final double noise(double sigma, UnitErrors errors) {
    return sigma * errors.noiseFactor() * noise.gaussian();
  }

  @Override
  public void save(ByteBuffer out) {
    noise.save(out);
    Kept.put(out, value);
    out.put((byte) (present ? 1 : 0));
  }

  @Override
  public void restore(ByteBuffer in) {
    noise.restore(in);
    Kept.get(in, value);
    present = in.get() != 0;
  }
}
