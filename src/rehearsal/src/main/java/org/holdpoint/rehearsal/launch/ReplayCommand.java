package org.holdpoint.rehearsal.launch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.Replay;
import org.holdpoint.rehearsal.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Flies a recorded session again. */
@Command(
    name = "replay",
    description = {
      "Fly a recorded session again, headless, and print its trace hash.",
      "Exit status 0 when it is the hash that the session ended with, 1 when it is not, 3 when the",
      "journal has none, because it was exported or cut off before the run ended."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int NO_HASH = 3;

  @Parameters(paramLabel = "JOURNAL", description = "A file in .holdpoint/journals, or an export.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Journal journal = Journal.read(file);
    Replay replay = new Replay(journal);
    String trace_sha256 = replay.fly();
    System.out.printf(
        "%s  seed %d  %.1f s  %d inputs%n",
        replay.rehearsal().scenario().name(),
        journal.header().getSeed(),
        replay.rehearsal().time_s(),
        journal.inputs().size());
    System.out.println("  trace hash " + trace_sha256);
    String recorded = journal.trace_sha256();
    if (recorded == null) {
      System.out.printf(
          "  NOTHING TO COMPARE WITH: this journal stops at %.1f s, before its run ended. It was%n"
              + "  exported during the run, or the run was cut off; a journal exported after the end%n"
              + "  of the run carries the hash.%n",
          replay.rehearsal().time_s());
      return NO_HASH;
    }
    boolean same = recorded.equals(trace_sha256);
    System.out.println(same ? "  as recorded" : "  NOT as recorded: " + recorded);
    return same ? 0 : 1;
  }
}
