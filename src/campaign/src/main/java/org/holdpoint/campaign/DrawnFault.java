package org.holdpoint.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.FaultCondition;
import org.holdpoint.world.fault.FaultOffer;
import org.holdpoint.world.fault.FaultParameter;
import org.holdpoint.world.state.NoiseStream;

/** Draws faults from the catalogue: unit, kind, size, begin and how long it stays. */
final class DrawnFault {
  /** Sizes are drawn evenly by their logarithm over this many decades below the largest. */
  private static final double DECADES = 4;

  /** Half of the faults pass, after a time between these. */
  private static final double SHORTEST_S = 5;

  private static final double LONGEST_S = 1200;

  private DrawnFault() {}

  /** One fault that begins in the phase. */
  static Fault draw(NoiseStream random, Phase phase) {
    List<String> units = FaultCatalogue.units();
    String unit = units.get(index(random, units.size()));
    List<String> kinds = FaultCatalogue.kinds(unit);
    String kind = kinds.get(index(random, kinds.size()));
    FaultOffer offer = FaultCatalogue.offer(unit, kind);
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (FaultParameter parameter : offer.parameters()) {
      parameters.put(parameter.name(), value(random, parameter));
    }
    double start_s = phase.begin_s() + 0.1 + random.uniform() * (phase.end_s() - phase.begin_s());
    boolean passes = random.uniform() < 0.5;
    double lasts_s = SHORTEST_S * FastMath.pow(LONGEST_S / SHORTEST_S, random.uniform());
    return new Fault(
        unit,
        kind,
        parameters,
        rounded(start_s),
        passes ? rounded(start_s + lasts_s) : Double.POSITIVE_INFINITY,
        FaultCondition.ALWAYS);
  }

  private static double value(NoiseStream random, FaultParameter parameter) {
    if (parameter.whole()) {
      return parameter.min() + index(random, (int) (parameter.max() - parameter.min()) + 1);
    }
    double largest = Math.max(Math.abs(parameter.min()), Math.abs(parameter.max()));
    double size = largest * FastMath.pow(10, -DECADES * random.uniform());
    boolean negative = parameter.min() < 0 && random.uniform() < 0.5;
    double value = negative ? -size : size;
    // Three figures: a person can write it into a scenario.
    double figures = FastMath.pow(10, 2 - FastMath.floor(FastMath.log10(size)));
    double short_ = Math.rint(value * figures) / figures;
    return Math.max(parameter.min(), Math.min(parameter.max(), short_));
  }

  private static int index(NoiseStream random, int count) {
    return Math.min(count - 1, (int) (random.uniform() * count));
  }

  private static double rounded(double time_s) {
    return Math.rint(time_s * 10) / 10;
  }
}
