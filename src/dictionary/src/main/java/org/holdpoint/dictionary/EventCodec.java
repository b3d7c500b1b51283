package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.holdpoint.dictionary.telemetry.GateCriterion;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;

/** Events on the wire (code U16, three F32) and as text for an operator. */
public final class EventCodec {
  private static final Pattern PLACE = Pattern.compile("\\{([123])(?::([A-Za-z]+))?}");
  private static final Map<String, Class<? extends Enum<?>>> ENUMERATIONS = new TreeMap<>();

  static {
    ENUMERATIONS.put("Mode", Mode.class);
    ENUMERATIONS.put("GateCriterion", GateCriterion.class);
    ENUMERATIONS.put("LegKind", LegKind.class);
    ENUMERATIONS.put("Refusal", Refusal.class);
    ENUMERATIONS.put("Holder", Holder.class);
    ENUMERATIONS.put("FrameError", FrameError.class);
    ENUMERATIONS.put("Validity", Validity.class);
    ENUMERATIONS.put("Sensor", Sensor.class);
    ENUMERATIONS.put("Rung", Rung.class);
    ENUMERATIONS.put("SafingSource", SafingSource.class);
    ENUMERATIONS.put("Direction", Direction.class);
    ENUMERATIONS.put("UnitState", UnitState.class);
  }

  private EventCodec() {}

  public static void encode(EventReport report, ByteBuf out) {
    out.writeShort(report.event().code());
    out.writeFloat(finite(report, report.a()));
    out.writeFloat(finite(report, report.b()));
    out.writeFloat(finite(report, report.c()));
  }

  private static float finite(EventReport report, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("event " + report.event() + " with a number " + value);
    }
    return (float) value;
  }

  /**
   * @throws IllegalArgumentException when the code is not in the dictionary
   */
  public static EventReport decode(ByteBuf in) {
    int code = in.readUnsignedShort();
    for (ChaserEvent event : ChaserEvent.values()) {
      if (event.code() == code) {
        return new EventReport(event, in.readFloat(), in.readFloat(), in.readFloat());
      }
    }
    throw new IllegalArgumentException("event code " + code + " is not in the dictionary");
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
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
  }

  private static String constant(String enumeration, double code) {
    Class<? extends Enum<?>> type = ENUMERATIONS.get(enumeration);
    if (type != null) {
      for (Enum<?> constant : type.getEnumConstants()) {
        if (((Coded) constant).code() == code) {
          return constant.name();
        }
      }
    }
    return enumeration + " " + number(code);
  }
}
