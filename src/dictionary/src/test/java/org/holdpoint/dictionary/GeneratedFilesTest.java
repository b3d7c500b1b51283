package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.icd.InterfaceDocument;
import org.holdpoint.dictionary.xtce.XtceWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is committed is what the dictionary makes; {@code -Dholdpoint.regenerate=true} makes it. */
class GeneratedFilesTest {
  @Test
  @Tag("DIC-001")
  void theCommittedFilesAreThoseThatTheDictionaryMakes() throws Exception {
    Map<Path, String> made = new TreeMap<>();
    made.put(MissionDatabase.CHASER, XtceWriter.text());
    made.put(MissionDatabase.ROOT.resolve("src/docs/icd.md"), InterfaceDocument.text());
    for (Map.Entry<Path, String> each : made.entrySet()) {
      if (Boolean.getBoolean("holdpoint.regenerate")) {
        Files.writeString(each.getKey(), each.getValue());
      }
      assertThat(Files.readString(each.getKey()))
          .as("%s", each.getKey())
          .isEqualTo(each.getValue());
    }
  }
}
