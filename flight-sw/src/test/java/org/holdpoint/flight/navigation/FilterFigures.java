package org.holdpoint.flight.navigation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What the filters' tests have measured, for people: printed, and kept in target. */
public final class FilterFigures {
  private static final Path FILE = Path.of("target", "filter-figures.txt");

  private FilterFigures() {}

  /** Tells one line. */
  public static void tell(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    System.out.println(line);
    try {
      Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
