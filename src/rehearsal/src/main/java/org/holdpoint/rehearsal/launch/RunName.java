package org.holdpoint.rehearsal.launch;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of runs: of the journal, and of the Yamcs instance that archives it. */
final class RunName {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyMMdd-HHmmss", Locale.ROOT);

  private RunName() {}

  /**
   * A name for a run that begins now, such as {@code first-approach-261123-031500}. Two runs may
   * begin in one second: the journal's writer tells them apart.
   */
  static String now(String scenario) {
    return scenario + "-" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC));
  }
}
