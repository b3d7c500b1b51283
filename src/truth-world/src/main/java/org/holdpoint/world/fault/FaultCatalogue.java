package org.holdpoint.world.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.util.FastMath;

/**
 * All faults of all units: the one list that scenarios, instructors and campaigns choose from. A
 * unit offers the kinds that make sense for it.
 */
public final class FaultCatalogue {
  /** What a sensor's error is measured in, and how large a fault may be. */
  private enum Signal {
    LENGTH("m", "m", 1, 10_000),
    ANGLE("deg", "deg", FastMath.PI / 180, 180),
    RATE("deg_h", "deg/h", FastMath.PI / 180 / 3600, 36_000),
    ACCELERATION("um_s2", "um/s2", 1e-6, 1_000_000),
    MASS("kg", "kg", 1, 50),
    SHARE("share", "1", 1, 1),
    MOMENTUM("N_m_s", "N m s", 1, 20);

    private final String suffix;
    private final String unit;
    private final double toSi;
    private final double largest;

    Signal(String suffix, String unit, double toSi, double largest) {
      this.suffix = suffix;
      this.unit = unit;
      this.toSi = toSi;
      this.largest = largest;
    }
  }

  /**
   * A sensor: what its faults are measured in and about which axes; one without name is a scalar.
   *
   * @param answersAlways its value is always there, so that it can be wrong but not missing
   */
  private record SensorRow(String unit, Signal signal, List<String> axes, boolean answersAlways) {}

  private static final List<String> SCALAR = List.of("");
  private static final List<String> ACROSS = List.of("y", "z");
  private static final List<String> AXES = List.of("x", "y", "z");

  private static final List<SensorRow> SENSORS =
      List.of(
          new SensorRow("laser-ranger-a", Signal.LENGTH, SCALAR, false),
          new SensorRow("laser-ranger-b", Signal.LENGTH, SCALAR, false),
          new SensorRow("crosslink", Signal.LENGTH, SCALAR, false),
          new SensorRow("narrow-camera", Signal.ANGLE, ACROSS, false),
          new SensorRow("wide-camera", Signal.ANGLE, ACROSS, false),
          new SensorRow("thermal-camera", Signal.ANGLE, ACROSS, false),
          new SensorRow("star-tracker-a", Signal.ANGLE, AXES, false),
          new SensorRow("star-tracker-b", Signal.ANGLE, AXES, false),
          new SensorRow("imu-a", Signal.RATE, AXES, false),
          new SensorRow("imu-b", Signal.RATE, AXES, false),
          new SensorRow("accelerometer-a", Signal.ACCELERATION, AXES, true),
          new SensorRow("accelerometer-b", Signal.ACCELERATION, AXES, true),
          new SensorRow("gnss", Signal.LENGTH, AXES, false),
          new SensorRow("sun-sensor", Signal.ANGLE, AXES, false),
          new SensorRow("tank-gauge", Signal.MASS, SCALAR, true),
          new SensorRow("wheel-tachometers", Signal.MOMENTUM, AXES, true),
          new SensorRow("battery-gauge", Signal.SHARE, SCALAR, false));

  private static final int THRUSTERS = 16;
  private static final String THRUSTER = "thruster-";
  private static final String WHEEL = "wheel-";

  /** The tank's unit; its fault is a leak without thrust. */
  static final String TANK = "tank";

  /** The wings and their drive. */
  static final String ARRAY = "solar-array";

  /** The flight computer, which the world does not run: who runs it asks whether it is down. */
  static final String PROCESSOR = "processor";

  /** The telecommand receiver, whose units the world does not carry: who does asks for it. */
  static final String RECEIVER = "receiver";

  /** Longest that a fault may delay a sample or a command; 50 ticks. */
  public static final double LONGEST_DELAY_S = 5;

  /** Every fault that can be injected, in a fixed order. */
  public static final List<FaultOffer> OFFERS = offers();

  private FaultCatalogue() {}

  /** Names of all units, in a fixed order. */
  public static List<String> units() {
    return OFFERS.stream().map(FaultOffer::unit).distinct().toList();
  }

  /** Codes of the kinds of fault that a unit has, in a fixed order; none for no unit. */
  public static List<String> kinds(String unit) {
    return OFFERS.stream().filter(o -> o.unit().equals(unit)).map(o -> o.kind().code()).toList();
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
        values[i] = parameter.fallback();
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
      if (parameter.whole() && value != Math.rint(value)) {
        throw new IllegalArgumentException(
            where + parameter.name() + " of " + value + " is not a whole number.");
      }
      values[i] = value;
      anyGiven = true;
    }
    if (errorsOfAxes(offer) && !anyGiven) {
      throw new IllegalArgumentException(
          where + "it needs at least one of " + String.join(", ", offer.parameterNames()) + ".");
    }
    return values;
  }

  /** Its parameters are errors about axes: 0 where not given, so that none given is no fault. */
  private static boolean errorsOfAxes(FaultOffer offer) {
    return (offer.kind() == FaultKind.BIAS || offer.kind() == FaultKind.RAMP)
        && offer.parameters().size() > 1;
  }

  /** Which thruster a unit is, or -1. */
  static int thruster(String unit) {
    return unit.startsWith(THRUSTER) ? Integer.parseInt(unit.substring(THRUSTER.length())) : -1;
  }

  /** Which wheel a unit is, or -1. */
  static int wheel(String unit) {
    return unit.startsWith(WHEEL) && unit.length() == WHEEL.length() + 1
        ? unit.charAt(WHEEL.length()) - 'x'
        : -1;
  }

  /** A unit that always has a value: when it fails it reads zero. */
  static boolean answersAlways(String unit) {
    return row(unit).answersAlways();
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
      addSensor(offers, row);
    }
    for (int i = 0; i < THRUSTERS; i++) {
      addThruster(offers, THRUSTER + i);
    }
    for (String axis : AXES) {
      addWheel(offers, WHEEL + axis);
    }
    add(
        offers,
        TANK,
        FaultKind.LEAK,
        "propellant escapes, without thrust",
        FaultParameter.optional("rate_g_s", "g/s", 0, 1000, 1));
    add(
        offers,
        ARRAY,
        FaultKind.DEGRADED,
        "the wings give a share of their power",
        FaultParameter.optional("power_share", "1", 0, 1, 0.5));
    add(
        offers,
        PROCESSOR,
        FaultKind.RESET,
        "the flight computer restarts from its memory; no telemetry and no thrust meanwhile; again"
            + " after each period, unless that is 0",
        FaultParameter.optional("outage_s", "s", 0.1, 86_400, 0.2),
        FaultParameter.optional("period_s", "s", 0, 86_400, 0));
    add(offers, RECEIVER, FaultKind.DROPOUT, "the telecommand receiver is deaf; telemetry goes on");
    return List.copyOf(offers);
  }

  private static void addSensor(List<FaultOffer> offers, SensorRow row) {
    String unit = row.unit();
    Signal signal = row.signal();
    add(offers, unit, FaultKind.BIAS, "a constant error", errors(row, "bias_", "", ""));
    add(
        offers,
        unit,
        FaultKind.RAMP,
        "an error that grows steadily from zero",
        errors(row, "rate_", "_s", "/s"));
    add(
        offers,
        unit,
        FaultKind.DRIFT,
        "an error that wanders: a random walk",
        FaultParameter.required(
            "walk_" + signal.suffix + "_sqrt_s", signal.unit + "/sqrt(s)", 0, signal.largest));
    add(
        offers,
        unit,
        FaultKind.NOISE,
        "the unit's noise is larger by a factor",
        FaultParameter.required("factor", "1", 0, 1000));
    add(
        offers,
        unit,
        FaultKind.OUTLIER,
        "single samples are far off, each with a probability",
        FaultParameter.required("probability", "1", 0, 1),
        FaultParameter.required("size_" + signal.suffix, signal.unit, 0, signal.largest));
    if (row.axes().equals(SCALAR)) {
      add(
          offers,
          unit,
          FaultKind.STUCK,
          "the unit reports one value whatever it sees",
          FaultParameter.optional("at_" + signal.suffix, signal.unit, 0, signal.largest, 0));
    } else {
      add(
          offers,
          unit,
          FaultKind.SWAPPED_AXIS,
          "two axes are exchanged: pair 0 is x and y, 1 is y and z, 2 is z and x",
          FaultParameter.whole(
              "pair", row.axes().equals(ACROSS) ? 1 : 0, row.axes().equals(ACROSS) ? 1 : 2, false));
    }
    add(offers, unit, FaultKind.FREEZE, "the unit repeats its last value with fresh time stamps");
    add(
        offers,
        unit,
        FaultKind.LATENCY,
        "samples come late, with their true time",
        FaultParameter.optional("delay_s", "s", 0.1, LONGEST_DELAY_S, 1));
    if (row.answersAlways()) {
      add(
          offers,
          unit,
          FaultKind.RESET,
          "the unit restarts and reads zero meanwhile; again after each period, unless that is 0",
          outage());
      return;
    }
    add(
        offers,
        unit,
        FaultKind.RESET,
        "the unit restarts and is silent meanwhile; again after each period, unless that is 0",
        outage());
    add(offers, unit, FaultKind.DROPOUT, "the unit delivers nothing");
    add(
        offers,
        unit,
        FaultKind.DEGRADED,
        "a share of the samples is lost at random",
        FaultParameter.optional("lost_share", "1", 0, 1, 0.5));
  }

  private static void addThruster(List<FaultOffer> offers, String unit) {
    add(offers, unit, FaultKind.STUCK_CLOSED, "the valve stays closed: no thrust");
    add(offers, unit, FaultKind.STUCK_OPEN, "the valve stays open: thrust all the time");
    add(
        offers,
        unit,
        FaultKind.LEAK,
        "the closed valve lets a share of the thrust through",
        FaultParameter.optional("thrust_share", "1", 0, 1, 0.02));
    add(
        offers,
        unit,
        FaultKind.DEGRADED,
        "the thruster gives a share of its thrust",
        FaultParameter.optional("thrust_share", "1", 0, 1, 0.5));
    add(
        offers,
        unit,
        FaultKind.BIAS,
        "each pulse is longer by this, or shorter when negative; none is longer than the tick",
        FaultParameter.required("on_time_ms", "ms", -100, 100));
    add(
        offers,
        unit,
        FaultKind.DRIFT,
        "thrust falls steadily to nothing",
        FaultParameter.optional("loss_share_h", "1/h", 0, 1000, 0.5));
    add(
        offers,
        unit,
        FaultKind.DROPOUT,
        "single pulses fail, each with a probability",
        FaultParameter.optional("probability", "1", 0, 1, 0.5));
    add(
        offers,
        unit,
        FaultKind.FREEZE,
        "the driver repeats the command that it has when the fault begins");
    add(
        offers,
        unit,
        FaultKind.LATENCY,
        "commands act late",
        FaultParameter.optional("delay_s", "s", 0.1, LONGEST_DELAY_S, 0.5));
    add(
        offers,
        unit,
        FaultKind.SWAPPED_AXIS,
        "its drive line is exchanged with that of another thruster",
        FaultParameter.whole("with", 0, THRUSTERS - 1, true));
    add(
        offers,
        unit,
        FaultKind.RESET,
        "its driver restarts, valve closed; again after each period, unless that is 0",
        outage());
  }

  private static void addWheel(List<FaultOffer> offers, String unit) {
    add(offers, unit, FaultKind.STUCK, "no torque; the wheel keeps its momentum");
    add(
        offers,
        unit,
        FaultKind.DEGRADED,
        "the wheel gives a share of its torque",
        FaultParameter.optional("torque_share", "1", 0, 1, 0.5));
    add(
        offers,
        unit,
        FaultKind.BIAS,
        "a torque on the body beside the commanded one",
        FaultParameter.required("bias_mN_m", "mN m", -200, 200));
    add(
        offers,
        unit,
        FaultKind.DRIFT,
        "the same, wandering: a random walk",
        FaultParameter.optional("walk_mN_m_sqrt_s", "mN m/sqrt(s)", 0, 200, 0.1));
    add(
        offers,
        unit,
        FaultKind.DROPOUT,
        "torque fails for single ticks, each with a probability",
        FaultParameter.optional("probability", "1", 0, 1, 0.5));
    add(
        offers,
        unit,
        FaultKind.FREEZE,
        "the driver repeats the command that it has when the fault begins");
    add(
        offers,
        unit,
        FaultKind.LATENCY,
        "commands act late",
        FaultParameter.optional("delay_s", "s", 0.1, LONGEST_DELAY_S, 0.5));
    add(
        offers,
        unit,
        FaultKind.SWAPPED_AXIS,
        "its drive line is exchanged with that of another wheel: 0 is x, 1 is y, 2 is z",
        FaultParameter.whole("with", 0, 2, true));
    add(
        offers,
        unit,
        FaultKind.RESET,
        "its driver restarts, without torque; again after each period, unless that is 0",
        outage());
  }

  private static FaultParameter[] outage() {
    return new FaultParameter[] {
      FaultParameter.optional("outage_s", "s", 0.1, 86_400, 10),
      FaultParameter.optional("period_s", "s", 0, 86_400, 0)
    };
  }

  private static FaultParameter[] errors(
      SensorRow row, String scalarPrefix, String suffixPerTime, String perTime) {
    boolean scalar = row.axes().equals(SCALAR);
    Signal signal = row.signal();
    return row.axes().stream()
        .map(
            axis ->
                new FaultParameter(
                    (scalar ? scalarPrefix : axis + "_") + signal.suffix + suffixPerTime,
                    signal.unit + perTime,
                    -signal.largest,
                    signal.largest,
                    scalar,
                    0,
                    false))
        .toArray(FaultParameter[]::new);
  }

  private static void add(
      List<FaultOffer> offers,
      String unit,
      FaultKind kind,
      String description,
      FaultParameter... parameters) {
    offers.add(new FaultOffer(unit, kind, List.of(parameters), description));
  }
}
