package org.holdpoint.dictionary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constants of one {@link Coded} enumeration by their code on the wire, each with its meaning.
 * Made once for each enumeration; two constants with one code, or one without a {@link Meaning},
 * are errors of the dictionary and stop the program at start.
 */
public final class CodeTable {
  private static final int LARGEST_CODE = 0xFFFF;

  private static final ClassValue<CodeTable> TABLES =
      new ClassValue<>() {
        @Override
        protected CodeTable computeValue(Class<?> type) {
          return new CodeTable(type);
        }
      };

  private final List<Row> rows = new ArrayList<>();
  private final @Nullable Enum<?>[] byCode;

  /**
   * One constant.
   *
   * @param code on the wire
   * @param constant of the enumeration
   * @param meaning one sentence for an operator
   */
  public record Row(int code, Enum<?> constant, String meaning) {}

  private CodeTable(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    if (constants == null || !Coded.class.isAssignableFrom(type)) {
      throw new IllegalStateException(type + " is not an enumeration with codes");
    }
    int largest = 0;
    for (Object each : constants) {
      Enum<?> constant = (Enum<?>) each;
      int code = ((Coded) each).code();
      if (code < 0 || code > LARGEST_CODE) {
        throw new IllegalStateException(type + "." + constant + " has code " + code);
      }
      largest = Math.max(largest, code);
      rows.add(new Row(code, constant, ((Coded) each).meaning()));
    }
    byCode = new Enum<?>[largest + 1];
    for (Row row : rows) {
      if (byCode[row.code] != null) {
        throw new IllegalStateException(
            type + ": " + byCode[row.code] + " and " + row.constant + " have one code");
      }
      byCode[row.code] = row.constant;
    }
  }

  public static CodeTable of(Class<? extends Enum<?>> enumeration) {
    return TABLES.get(enumeration);
  }

  /** All constants in order of declaration. */
  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** The constant with this code; null when there is none. */
  public @Nullable Enum<?> constant(int code) {
    return code >= 0 && code < byCode.length ? byCode[code] : null;
  }

  public int largestCode() {
    return byCode.length - 1;
  }
}
