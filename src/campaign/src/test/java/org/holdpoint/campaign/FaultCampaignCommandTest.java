package org.holdpoint.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A small campaign, flown alone and by eight at a time. */
class FaultCampaignCommandTest {
  @TempDir private Path folder;

  @Test
  @Tag("CAM-006")
  void theSameSeedGivesTheSameReportByOneThreadAndByEight() throws IOException {
    Path alone = campaign("1");
    Path together = campaign("8");
    for (String file : new String[] {"campaign.json", "campaign.html"}) {
      assertThat(together.resolve(file)).hasSameBinaryContentAs(alone.resolve(file));
    }
    String page = Files.readString(alone.resolve("campaign.html"));
    assertThat(page).contains("Fault campaign", "By phase, unit and kind", "Clopper");
  }

  private Path campaign(String threads) {
    Path out = folder.resolve(threads);
    int code =
        new CommandLine(new FaultCampaignCommand())
            .execute(
                "--scenario",
                "first-approach",
                "--n",
                "3",
                "--threads",
                threads,
                "--out",
                out.toString());
    assertThat(code).isZero();
    return out;
  }
}
