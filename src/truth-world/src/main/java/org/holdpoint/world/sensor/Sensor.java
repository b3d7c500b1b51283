package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/**
 * One unit: samples at its period with its own noise, does to the sample what faults make of it,
 * and delivers it after its latency. It draws the same random numbers whatever it sees and whatever
 * is wrong with it, so that a cleared fault leaves no trace.
 */
abstract class Sensor implements Kept {
  /** Ticks are 100 ms. */
  static final double TICK_S = 0.1;

  /** Size of an outlier. */
  static final double OUTLIER_SIGMAS = 20;

  private final String unit;
  private final Rating rating;
  private final NoiseStream noise;

  /** The numbers of the sample that is being taken. */
  final double[] value;

  /** Where the draws of this sample stand in the stream, one per number. */
  private long firstDraw;

  private boolean outlier;

  // samples on their way, oldest first
  private final long[] due;
  private final long[] sampled_tai_ns;
  private final double[][] waiting;
  private int count;

  // the last one delivered
  private final double[] delivered;
  private long delivered_tai_ns;
  private boolean everDelivered;
  private boolean present;

  Sensor(long runSeed, String unit, Rating rating, int numbers) {
    this(runSeed, unit, unit, rating, numbers);
  }

  /** A second output of a unit: the same faults, a stream of its own. */
  Sensor(long runSeed, String unit, String stream, Rating rating, int numbers) {
    this.unit = unit;
    this.rating = rating;
    noise = new NoiseStream(runSeed, stream);
    value = new double[numbers];
    delivered = new double[numbers];
    int longest_ticks =
        rating.latency_ticks() + (int) Math.rint(FaultCatalogue.LONGEST_DELAY_S / TICK_S);
    int capacity = longest_ticks / rating.period_ticks() + 2;
    due = new long[capacity];
    sampled_tai_ns = new long[capacity];
    waiting = new double[capacity][numbers];
  }

  final String unit() {
    return unit;
  }

  final double period_s() {
    return TICK_S * rating.period_ticks();
  }

  /** Whether a sample was delivered in this tick. */
  final boolean present() {
    return present;
  }

  /** Numbers of the last sample delivered; do not change them. */
  final double[] delivered() {
    return delivered;
  }

  /** Time of the last sample delivered. */
  final long delivered_tai_ns() {
    return delivered_tai_ns;
  }

  final boolean dueAt(long tick) {
    return tick % rating.period_ticks() == 0;
  }

  /** Takes a sample; to be called when it is due. */
  final void sample(long tick, Situation now, UnitErrors errors) {
    drawNoise();
    boolean sees = sense(now, errors);
    if (errors.swapped() >= 0) {
      swapAxes(errors.swapped());
    }
    if (errors.stuck() || errors.zero()) {
      Arrays.fill(value, 0);
      value[0] = errors.zero() ? 0 : errors.stuckAt();
      sees = true;
    }
    if (errors.frozen()) {
      System.arraycopy(delivered, 0, value, 0, value.length);
      sees = everDelivered;
    }
    if (sees && !errors.dropout()) {
      enqueue(tick + rating.latency_ticks() + errors.delay_ticks(), now.tai_ns);
    }
  }

  /** Delivers what is due; to be called each tick. Of several samples the newest counts. */
  final void deliver(long tick) {
    present = false;
    for (int i = count - 1; i >= 0; i--) {
      if (due[i] <= tick) {
        System.arraycopy(waiting[i], 0, delivered, 0, delivered.length);
        delivered_tai_ns = sampled_tai_ns[i];
        present = true;
        everDelivered = true;
        forgetUpTo(i);
        return;
      }
    }
  }

  /** Passes over the numbers of this sample; only those that are asked for are worked out. */
  private void drawNoise() {
    outlier = rating.outlierProbability() > 0 && noise.uniform() < rating.outlierProbability();
    firstDraw = noise.skip(value.length);
  }

  private void enqueue(long dueTick, long tai_ns) {
    if (count == due.length) {
      forgetUpTo(0);
    }
    due[count] = dueTick;
    sampled_tai_ns[count] = tai_ns;
    System.arraycopy(value, 0, waiting[count], 0, value.length);
    count++;
  }

  private void forgetUpTo(int last) {
    int gone = last + 1;
    for (int i = gone; i < count; i++) {
      due[i - gone] = due[i];
      sampled_tai_ns[i - gone] = sampled_tai_ns[i];
      System.arraycopy(waiting[i], 0, waiting[i - gone], 0, value.length);
    }
    count -= gone;
  }

  /**
   * Fills {@link #value}.
   *
   * @return false when the unit sees nothing
   */
  abstract boolean sense(Situation now, UnitErrors errors);

  /** Exchanges two axes of each vector of the sample. */
  void swapAxes(int pair) {
    for (int from = 0; from + 2 < value.length; from += 3) {
      exchange(from + pair, from + (pair + 1) % 3);
    }
  }

  final void exchange(int i, int j) {
    double kept = value[i];
    value[i] = value[j];
    value[j] = kept;
  }

  /**
   * Noise of one number of the sample: sigma times its draw (standard normal, +-20 in an outlier),
   * times what faults make of it.
   */
  final double noise(int number, double sigma, UnitErrors errors) {
    double normal = noise.gaussianAt(firstDraw + number);
    double draw = outlier ? FastMath.copySign(OUTLIER_SIGMAS, normal) : normal;
    return sigma * errors.noiseFactor() * draw;
  }

  @Override
  public void save(ByteBuffer out) {
    noise.save(out);
    Kept.put(out, delivered);
    out.putLong(delivered_tai_ns);
    out.put((byte) ((present ? 1 : 0) + (everDelivered ? 2 : 0)));
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      out.putLong(due[i]).putLong(sampled_tai_ns[i]);
      Kept.put(out, waiting[i]);
    }
  }

  @Override
  public void restore(ByteBuffer in) {
    noise.restore(in);
    Kept.get(in, delivered);
    delivered_tai_ns = in.getLong();
    int flags = in.get();
    present = (flags & 1) != 0;
    everDelivered = (flags & 2) != 0;
    count = in.getInt();
    if (count < 0 || count > due.length) {
      throw new IllegalArgumentException("damaged state: " + count + " samples of " + unit);
    }
    for (int i = 0; i < count; i++) {
      due[i] = in.getLong();
      sampled_tai_ns[i] = in.getLong();
      Kept.get(in, waiting[i]);
    }
  }
}
