package org.holdpoint.campaign;

import org.holdpoint.campaign.abort.AbortCommand;
import org.holdpoint.rehearsal.launch.FurtherCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of {@code ./holdpoint campaign}. */
@Command(
    name = "campaign",
    description = "Fly many seeded flights without people and tell what became of them.",
    mixinStandardHelpOptions = true,
    subcommands = {FaultCampaignCommand.class, AbortCommand.class})
public final class CampaignCommand implements FurtherCommand {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
    return 0;
  }
}
