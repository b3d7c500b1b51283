package org.holdpoint.yamcs.picture;

import java.util.Set;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.yamcs.api.messages.Value;
import org.jspecify.annotations.Nullable;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.protobuf.Pvalue.MonitoringResult;

/** Parameter values of Yamcs as values of a picture. */
final class Values {
  /** Answers that nobody may act on once they are old. */
  private static final Set<String> VERDICTS =
      Set.of(
          RungVerdict.SAFE.name(),
          RungVerdict.UNSAFE.name(),
          Verdict.PASS.name(),
          Verdict.FAIL.name());

  private Values() {}

  /**
   * One value. A stale verdict reads UNKNOWN: an old SAFE is no answer.
   *
   * @param age_s mission seconds
   */
  static Value of(String name, ParameterValue from, double age_s, boolean stale) {
    var value = Value.newBuilder().setName(name).setAgeS(age_s).setStale(stale);
    org.yamcs.parameter.Value content = from.getEngValue();
    if (content != null) {
      switch (content.getType()) {
        case ENUMERATED, STRING -> {
          String text = content.getStringValue();
          value.setText(stale && isVerdict(name, text) ? Verdict.UNKNOWN.name() : text);
        }
        case BOOLEAN -> {
          value.setNumber(content.getBooleanValue() ? 1 : 0);
          value.setText(content.getBooleanValue() ? "TRUE" : "FALSE");
        }
        default -> {
          @Nullable Double number = number(content);
          if (number == null) {
            value.setText(content.toString());
          } else {
            value.setNumber(number);
          }
        }
      }
    }
    MonitoringResult result = from.getMonitoringResult();
    if (result != null && result != MonitoringResult.DISABLED) {
      value.setAlarm(result.name());
    }
    return value.build();
  }

  private static boolean isVerdict(String name, String text) {
    return VERDICTS.contains(text)
        && (name.endsWith("_verdict")
            || name.startsWith("safety/rule_")
            || name.startsWith("derived/"));
  }

  /** The value as a number, or null when it is none. */
  static @Nullable Double number(org.yamcs.parameter.@Nullable Value value) {
    if (value == null) {
      return null;
    }
    return switch (value.getType()) {
      case DOUBLE -> value.getDoubleValue();
      case FLOAT -> (double) value.getFloatValue();
      case SINT32 -> (double) value.getSint32Value();
      case UINT32 -> (double) Integer.toUnsignedLong(value.getUint32Value());
      case SINT64 -> (double) value.getSint64Value();
      case UINT64 -> (double) value.getUint64Value();
      default -> null;
    };
  }
}
