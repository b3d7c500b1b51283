package org.holdpoint.world.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.util.FastMath;

/** All faults of all units. */
public final class FaultCatalogue {
  /** What a sensor's error is measured in, and how large a fault may be. */
  private enum Signal {
    LENGTH("m", 1, 10_000),
    ANGLE("deg", FastMath.PI / 180, 180),
    RATE("deg_h", FastMath.PI / 180 / 3600, 36_000),
    MASS("kg", 1, 20);

    private final String unit;
    private final double toSi;
    private final double largest;

    Signal(String unit, double toSi, double largest) {
      this.unit = unit;
      this.toSi = toSi;
      this.largest = largest;
    }
  }

  /**
   * A sensor: what its faults are measured in and about which axes; one without name is a scalar.
   */
  private record SensorRow(String unit, Signal signal, List<String> axes, boolean canDropOut) {}

  private static final List<String> SCALAR = List.of("");
  private static final List<String> ACROSS = List.of("y", "z");
  private static final List<String> AXES = List.of("x", "y", "z");

  private static final List<SensorRow> SENSORS =
      List.of(
          new SensorRow("laser-ranger-a", Signal.LENGTH, SCALAR, true),
          new SensorRow("laser-ranger-b", Signal.LENGTH, SCALAR, true),
          new SensorRow("visible-camera", Signal.ANGLE, ACROSS, true),
          new SensorRow("thermal-camera", Signal.ANGLE, ACROSS, true),
          new SensorRow("star-tracker-a", Signal.ANGLE, AXES, true),
          new SensorRow("star-tracker-b", Signal.ANGLE, AXES, true),
          new SensorRow("imu-a", Signal.RATE, AXES, true),
          new SensorRow("imu-b", Signal.RATE, AXES, true),
          new SensorRow("gnss", Signal.LENGTH, AXES, true),
          new SensorRow("sun-sensor", Signal.ANGLE, AXES, true),
          new SensorRow("tank-gauge", Signal.MASS, SCALAR, false));

  private static final int THRUSTERS = 16;

  /** Every fault that can be injected, in a fixed order. */
  public static final List<FaultOffer> OFFERS = offers();

  private FaultCatalogue() {}

  /** Names of all units, in a fixed order. */
  public static List<String> units() {
    return OFFERS.stream().map(FaultOffer::unit).distinct().toList();
  }

  /**
   * The offer of a kind of fault for a unit.
   *
   * @throws IllegalArgumentException naming what there is instead
   */
  public static FaultOffer offer(String unit, String kind) {
    List<FaultOffer> ofUnit = OFFERS.stream().filter(o -> o.unit().equals(unit)).toList();
    if (ofUnit.isEmpty()) {
      throw new IllegalArgumentException(
          "unit: '" + unit + "' is not a unit. One of: " + String.join(", ", units()) + ".");
    }
    return ofUnit.stream()
        .filter(o -> o.kind().code().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind: '"
                        + kind
                        + "' is not a fault of "
                        + unit
                        + ". One of: "
                        + ofUnit.stream()
                            .map(o -> o.kind().code())
                            .sorted()
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * Checks a fault before it is asked for.
   *
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public static void check(String unit, String kind, Map<String, Double> parameters) {
    var unused = values(offer(unit, kind), parameters);
  }

  /**
   * Checks parameters against an offer.
   *
   * @return their values in the order of the offer, 0 for those left out
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  static double[] values(FaultOffer offer, Map<String, Double> given) {
    String where = offer.unit() + " " + offer.kind().code() + ": ";
    for (String name : given.keySet()) {
      if (!offer.parameterNames().contains(name)) {
        throw new IllegalArgumentException(
            where
                + "'"
                + name
                + "' is not a parameter. "
                + (offer.parameters().isEmpty()
                    ? "It takes none."
                    : "One of: " + String.join(", ", offer.parameterNames()) + "."));
      }
    }
    double[] values = new double[offer.parameters().size()];
    boolean anyGiven = false;
    for (int i = 0; i < values.length; i++) {
      FaultParameter parameter = offer.parameters().get(i);
      Double value = given.get(parameter.name());
      if (value == null) {
        if (parameter.required()) {
          throw new IllegalArgumentException(where + "it needs " + parameter.name() + ".");
        }
        continue;
      }
      if (!(value >= parameter.min() && value <= parameter.max())) {
        throw new IllegalArgumentException(
            where
                + parameter.name()
                + " of "
                + value
                + " is not in "
                + parameter.min()
                + " to "
                + parameter.max()
                + ".");
      }
      values[i] = value;
      anyGiven = true;
    }
    if (values.length > 0 && !anyGiven) {
      throw new IllegalArgumentException(
          where + "it needs at least one of " + String.join(", ", offer.parameterNames()) + ".");
    }
    return values;
  }

  /** Which of the three axes a sensor's error parameter i is about. */
  static int axis(String unit, int parameter) {
    return row(unit).axes().equals(ACROSS) ? parameter + 1 : parameter;
  }

  /** How many axes a sensor's error has. */
  static int axes(String unit) {
    return row(unit).axes().size();
  }

  /** Factor from the parameter's unit to SI. */
  static double toSi(String unit) {
    return row(unit).signal().toSi;
  }

  private static SensorRow row(String unit) {
    return SENSORS.stream()
        .filter(r -> r.unit().equals(unit))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unit + " is not a sensor"));
  }

  private static List<FaultOffer> offers() {
    List<FaultOffer> offers = new ArrayList<>();
    for (SensorRow row : SENSORS) {
      String unit = row.signal().unit;
      double largest = row.signal().largest;
      add(offers, row.unit(), FaultKind.BIAS, errors(row, "bias_", unit, largest));
      add(offers, row.unit(), FaultKind.RAMP, errors(row, "rate_", unit + "_s", largest));
      add(
          offers,
          row.unit(),
          FaultKind.DRIFT,
          List.of(new FaultParameter("walk_" + unit + "_sqrt_s", 0, largest, true)));
      if (row.canDropOut()) {
        add(offers, row.unit(), FaultKind.DROPOUT, List.of());
      }
      add(offers, row.unit(), FaultKind.FREEZE, List.of());
      add(
          offers,
          row.unit(),
          FaultKind.NOISE,
          List.of(new FaultParameter("factor", 0, 1000, true)));
      add(
          offers,
          row.unit(),
          FaultKind.OUTLIER,
          List.of(
              new FaultParameter("probability", 0, 1, true),
              new FaultParameter("size_" + unit, 0, largest, true)));
    }
    for (int i = 0; i < THRUSTERS; i++) {
      String unit = "thruster-" + i;
      add(offers, unit, FaultKind.STUCK_CLOSED, List.of());
      add(offers, unit, FaultKind.STUCK_OPEN, List.of());
      add(
          offers,
          unit,
          FaultKind.DEGRADED,
          List.of(new FaultParameter("thrust_share", 0, 1, true)));
    }
    for (String axis : AXES) {
      add(offers, "wheel-" + axis, FaultKind.STUCK, List.of());
    }
    return List.copyOf(offers);
  }

  private static List<FaultParameter> errors(
      SensorRow row, String scalarPrefix, String unit, double largest) {
    boolean scalar = row.axes().equals(SCALAR);
    return row.axes().stream()
        .map(
            axis ->
                new FaultParameter(
                    (scalar ? scalarPrefix : axis + "_") + unit, -largest, largest, scalar))
        .toList();
  }

  private static void add(
      List<FaultOffer> offers, String unit, FaultKind kind, List<FaultParameter> parameters) {
    offers.add(new FaultOffer(unit, kind, parameters, kind.description()));
  }
}
