package org.holdpoint.world.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/** The active faults: injects, clears, lets random walks walk, and tells units what is wrong. */
public final class Faults implements Kept {
  /** More at once are refused. */
  public static final int MAX_ACTIVE = 64;

  private static final double STEP_SQRT_S = Math.sqrt(0.1);

  private final long runSeed;
  private final List<Entry> entries = new ArrayList<>();
  private int lastId;

  public Faults(long runSeed) {
    this.runSeed = runSeed;
  }

  /** One active fault with what of it changes. */
  private static final class Entry {
    private final int id;
    private final FaultOffer offer;
    private final double[] values;
    private final long since_tai_ns;
    private final NoiseStream noise;
    private final double[] walk = new double[3];

    Entry(int id, FaultOffer offer, double[] values, long since_tai_ns, long runSeed) {
      this.id = id;
      this.offer = offer;
      this.values = values;
      this.since_tai_ns = since_tai_ns;
      noise = new NoiseStream(runSeed, "fault-" + id + "/" + offer.unit());
    }
  }

  /**
   * Injects a fault.
   *
   * @return its id
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public int inject(String unit, String kind, Map<String, Double> parameters, long tai_ns) {
    FaultOffer offer = FaultCatalogue.offer(unit, kind);
    double[] values = FaultCatalogue.values(offer, parameters);
    if (entries.size() >= MAX_ACTIVE) {
      throw new IllegalArgumentException(
          "there are already " + MAX_ACTIVE + " active faults: clear one first");
    }
    lastId++;
    entries.add(new Entry(lastId, offer, values, tai_ns, runSeed));
    return lastId;
  }

  /**
   * Clears a fault.
   *
   * @throws IllegalArgumentException when there is no active fault of that id
   */
  public void clear(int id) {
    if (!entries.removeIf(e -> e.id == id)) {
      throw new IllegalArgumentException(
          "no active fault has id " + id + ". Active: " + entries.stream().map(e -> e.id).toList());
    }
  }

  /** The active faults, oldest first. */
  public List<ActiveFault> active() {
    List<ActiveFault> active = new ArrayList<>();
    for (Entry e : entries) {
      Map<String, Double> parameters = new LinkedHashMap<>();
      for (int i = 0; i < e.values.length; i++) {
        parameters.put(e.offer.parameters().get(i).name(), e.values[i]);
      }
      active.add(
          new ActiveFault(e.id, e.offer.unit(), e.offer.kind().code(), e.since_tai_ns, parameters));
    }
    return List.copyOf(active);
  }

  /** Lets random walks walk for 100 ms. */
  public void step() {
    for (Entry e : entries) {
      if (e.offer.kind() == FaultKind.DRIFT) {
        for (int axis = 0; axis < FaultCatalogue.axes(e.offer.unit()); axis++) {
          e.walk[axis] += e.values[0] * STEP_SQRT_S * e.noise.gaussian();
        }
      }
    }
  }

  /** What is wrong with a sensor's sample that is taken now. */
  public UnitErrors errors(String unit, long tai_ns) {
    UnitErrors sum = UnitErrors.NONE;
    for (Entry e : entries) {
      if (e.offer.unit().equals(unit)) {
        sum = plus(sum, e, 1e-9 * (tai_ns - e.since_tai_ns));
      }
    }
    return sum;
  }

  private static UnitErrors plus(UnitErrors sum, Entry e, double age_s) {
    String unit = e.offer.unit();
    double[] offset = sum.offset().clone();
    double[] rate = sum.offsetRate().clone();
    double factor = sum.noiseFactor();
    boolean dropout = sum.dropout();
    boolean frozen = sum.frozen();
    double toSi = FaultCatalogue.toSi(unit);
    switch (e.offer.kind()) {
      case BIAS -> {
        for (int i = 0; i < e.values.length; i++) {
          offset[FaultCatalogue.axis(unit, i)] += toSi * e.values[i];
        }
      }
      case RAMP -> {
        for (int i = 0; i < e.values.length; i++) {
          offset[FaultCatalogue.axis(unit, i)] += toSi * e.values[i] * age_s;
          rate[FaultCatalogue.axis(unit, i)] += toSi * e.values[i];
        }
      }
      case DRIFT -> {
        for (int i = 0; i < FaultCatalogue.axes(unit); i++) {
          offset[FaultCatalogue.axis(unit, i)] += toSi * e.walk[i];
        }
      }
      case OUTLIER -> {
        boolean hit = e.noise.uniform() < e.values[0];
        for (int i = 0; i < FaultCatalogue.axes(unit); i++) {
          double sign = e.noise.uniform() < 0.5 ? -1 : 1;
          offset[FaultCatalogue.axis(unit, i)] += hit ? toSi * sign * e.values[1] : 0;
        }
      }
      case NOISE -> factor *= e.values[0];
      case DROPOUT -> dropout = true;
      case FREEZE -> frozen = true;
      default -> throw new IllegalStateException(e.offer.kind() + " is not a fault of a sensor");
    }
    return new UnitErrors(offset, rate, factor, dropout, frozen);
  }

  /**
   * Turns commanded on-times into what the thrusters do.
   *
   * @param on_s on-times, changed in place
   * @param strength receives the share of its thrust that each gives
   */
  public void applyToThrusters(double[] on_s, double[] strength, double step_s) {
    for (int i = 0; i < strength.length; i++) {
      strength[i] = 1;
    }
    for (Entry e : entries) {
      if (!e.offer.unit().startsWith("thruster-")) {
        continue;
      }
      int i = Integer.parseInt(e.offer.unit().substring("thruster-".length()));
      switch (e.offer.kind()) {
        case STUCK_CLOSED -> strength[i] = 0;
        case STUCK_OPEN -> on_s[i] = step_s;
        case DEGRADED -> strength[i] *= e.values[0];
        default -> throw new IllegalStateException(e.offer.kind() + " is no thruster's fault");
      }
    }
  }

  /** Tells which wheels give no torque. */
  public void applyToWheels(boolean[] stuck) {
    stuck[0] = false;
    stuck[1] = false;
    stuck[2] = false;
    for (Entry e : entries) {
      if (e.offer.unit().startsWith("wheel-")) {
        stuck[e.offer.unit().charAt("wheel-".length()) - 'x'] = true;
      }
    }
  }

  @Override
  public void save(ByteBuffer out) {
    out.putInt(lastId).putInt(entries.size());
    for (Entry e : entries) {
      out.putInt(e.id).putInt(FaultCatalogue.OFFERS.indexOf(e.offer)).putLong(e.since_tai_ns);
      Kept.put(out, e.values);
      Kept.put(out, e.walk);
      e.noise.save(out);
    }
  }

  @Override
  public void restore(ByteBuffer in) {
    entries.clear();
    lastId = in.getInt();
    int count = in.getInt();
    if (count < 0 || count > MAX_ACTIVE) {
      throw new IllegalArgumentException("damaged state: " + count + " active faults");
    }
    for (int i = 0; i < count; i++) {
      int id = in.getInt();
      FaultOffer offer = FaultCatalogue.OFFERS.get(in.getInt());
      long since = in.getLong();
      double[] values = new double[offer.parameters().size()];
      Kept.get(in, values);
      Entry entry = new Entry(id, offer, values, since, runSeed);
      Kept.get(in, entry.walk);
      entry.noise.restore(in);
      entries.add(entry);
    }
  }
}
