package org.holdpoint.campaign.abort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A hundredth of the million aborts, and what the command says. */
class AbortCommandTest {

  @Test
  @Tag("SAF-041")
  void noAbortOfTenThousandEntersTheKeepOutSphere() throws Exception {
    AbortCommand.Tally tally = fly(2027, 10_000, 2);
    assertThat(tally.breaches()).isZero();
    assertThat(tally.worst()).hasSize(Phase.values().length);
    assertThat(tally.worst().values()).allMatch(worst -> worst.margin_m() > 0);
    assertThat(tally.count().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(10_000);
  }

  @Test
  @Tag("SAF-041")
  void theSameSeedGivesTheSameTallyWhateverTheThreads() throws Exception {
    assertThat(fly(5, 1500, 1)).isEqualTo(fly(5, 1500, 3));
    assertThat(fly(6, 1500, 1)).isNotEqualTo(fly(5, 1500, 1));
  }

  @Test
  @Tag("SAF-041")
  void aTrialIsFlownAgainByItsNumber() {
    AbortTrial.Result first = new AbortTrial(9).fly(77);
    AbortTrial busy = new AbortTrial(9);
    busy.fly(3);
    assertThat(busy.fly(77)).isEqualTo(first);
    assertThat(first.burn_s()).isBetween(30.0, 80.1);
  }

  @Test
  @Tag("SAF-041")
  void itPrintsTheSmallestMarginWithItsStateAndRefusesANumberThatIsNone() {
    var out = new StringWriter();
    var err = new StringWriter();
    var line =
        new CommandLine(new AbortCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    assertThat(line.execute("--n", "40", "--seed", "3")).isZero();
    assertThat(out.toString()).contains("40 aborts, seed 3", "inside 30 m: 0", "smallest margin");
    assertThat(line.execute("--n", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--n: 0 is not in 1 to 100000000.");
  }

  private static AbortCommand.Tally fly(long seed, long n, int threads)
      throws InterruptedException, ExecutionException {
    return AbortCommand.fly(seed, n, threads, done -> assertThat(done).isBetween(0L, n));
  }
}
