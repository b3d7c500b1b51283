package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AssuranceConstraint;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.holdpoint.dictionary.telemetry.GateCriterion;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.ResetCause;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafeCause;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.ThrusterState;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;

/**
 * Events on the wire (code U16, three F32) and as text for an operator. The ground decodes S5 with
 * this class too: Yamcs's own decoder fills templates with parameters of the database, and one
 * number that is a mode in one event and metres in the next is no such parameter.
 */
public final class EventCodec {
  /** Octets of an event report on the wire. */
  public static final int BYTES = 2 + 3 * Float.BYTES;

  private static final Pattern PLACE = Pattern.compile("\\{([123])(?::([A-Za-z]+))?}");
  private static final double WHOLE_BELOW = 1e7;

  /** Enumerations that a template may name. */
  private static final List<Class<? extends Enum<?>>> ENUMERATIONS =
      List.of(
          AssuranceConstraint.class,
          Direction.class,
          FrameError.class,
          GateCriterion.class,
          Holder.class,
          LegKind.class,
          Mode.class,
          Refusal.class,
          ResetCause.class,
          Rung.class,
          SafeCause.class,
          SafingSource.class,
          Sensor.class,
          ThrusterState.class,
          UnitState.class,
          Validity.class);

  private static final CodeTable EVENTS = CodeTable.of(ChaserEvent.class);
  private static final Map<String, CodeTable> TABLES = new TreeMap<>();

  static {
    ENUMERATIONS.forEach(type -> TABLES.put(type.getSimpleName(), CodeTable.of(type)));
  }

  private EventCodec() {}

  /**
   * Enumerations whose constants events carry as numbers; a template that names another shows the
   * number.
   */
  public static List<Class<? extends Enum<?>>> enumerations() {
    return ENUMERATIONS;
  }

  /**
   * @throws IllegalArgumentException naming the event when a number is none or too large for F32;
   *     nothing is then written
   */
  public static void encode(EventReport report, ByteBuf out) {
    float a = number(report, report.a());
    float b = number(report, report.b());
    float c = number(report, report.c());
    out.writeShort(report.event().code()).writeFloat(a).writeFloat(b).writeFloat(c);
  }

  private static float number(EventReport report, double value) {
    if (!(Math.abs(value) <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException("event " + report.event() + " with a number " + value);
    }
    return (float) value;
  }

  /**
   * @throws IllegalArgumentException when it is too short or the code is not in the dictionary
   */
  public static EventReport decode(ByteBuf in) {
    if (in.readableBytes() < BYTES) {
      throw new IllegalArgumentException(
          "event report of %d octets, not %d".formatted(in.readableBytes(), BYTES));
    }
    int code = in.readUnsignedShort();
    Enum<?> event = EVENTS.constant(code);
    if (event == null) {
      throw new IllegalArgumentException("event code " + code + " is not in the dictionary");
    }
    return new EventReport((ChaserEvent) event, in.readFloat(), in.readFloat(), in.readFloat());
  }

  /** The event's template with its numbers in place. */
  public static String text(EventReport report) {
    Matcher places = PLACE.matcher(report.event().template());
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      double value =
          switch (places.group(1)) {
            case "1" -> report.a();
            case "2" -> report.b();
            default -> report.c();
          };
      String enumeration = places.group(2);
      String shown = enumeration == null ? number(value) : constant(enumeration, value);
      places.appendReplacement(text, Matcher.quoteReplacement(shown));
    }
    return places.appendTail(text).toString();
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
  }

  private static String constant(String enumeration, double code) {
    CodeTable table = TABLES.get(enumeration);
    Enum<?> constant = table == null || code != Math.rint(code) ? null : table.constant((int) code);
    return constant == null ? enumeration + " " + number(code) : constant.name();
  }
}
