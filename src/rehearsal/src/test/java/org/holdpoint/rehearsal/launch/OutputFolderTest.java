package org.holdpoint.rehearsal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Pictures that cannot be kept are refused before the flight to them. */
class OutputFolderTest {
  @TempDir private Path folder;

  private static String refusal(Path out) {
    StringWriter said = new StringWriter();
    CommandLine pictures = new CommandLine(new PicturesCommand()).setErr(new PrintWriter(said));
    assertThat(pictures.execute("first-approach", "--out", out.toString())).isEqualTo(2);
    return said.toString();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");
    assertThat(refusal(file)).contains("--out", "is a file; name a folder");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");
    assertThat(refusal(file.resolve("pictures")))
        .contains("--out", "cannot be made", file.toString());
  }

  @Test
  void aFolderThatIsMissingIsMade() {
    Path missing = folder.resolve("a").resolve("b");
    assertThat(new OutputFolder().convert(missing.toString())).isEqualTo(missing);
    assertThat(missing).isDirectory();
  }
}
