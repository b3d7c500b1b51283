package org.holdpoint.rehearsal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A flight of an hour whose summary cannot be written is refused before it begins. */
class OutputFileTest {
  @TempDir private Path folder;

  private static String refusal(Path file) {
    StringWriter said = new StringWriter();
    CommandLine run = new CommandLine(new RunCommand()).setErr(new PrintWriter(said));
    assertThat(run.execute("first-approach", "--json", file.toString())).isEqualTo(2);
    return said.toString();
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    assertThat(refusal(folder.resolve("absent").resolve("summary.json")))
        .contains("--json", "there is no folder " + folder.resolve("absent"));
  }

  @Test
  void aFolderIsNotAFile() {
    assertThat(refusal(folder)).contains("is a folder");
  }

  @Test
  void aFileInAFolderThatIsThereIsTaken() {
    assertThat(new OutputFile().convert(folder.resolve("summary.json").toString()))
        .isEqualTo(folder.resolve("summary.json"));
  }
}
