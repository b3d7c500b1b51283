package org.holdpoint.rehearsal;

import java.util.List;
import org.holdpoint.rehearsal.operator.CommandPost.Progress;
import org.holdpoint.rehearsal.operator.CommandPost.Stage;

/** How many commands came how far. */
public record CommandTally(int sent, int accepted, int completed, int refused) {
  /** Counts. */
  public static CommandTally of(List<Progress> commands) {
    return new CommandTally(
        commands.size(),
        (int) commands.stream().filter(Progress::accepted).count(),
        (int) commands.stream().filter(command -> command.stage() == Stage.COMPLETED).count(),
        (int) commands.stream().filter(command -> command.stage() == Stage.REFUSED).count());
  }
}
