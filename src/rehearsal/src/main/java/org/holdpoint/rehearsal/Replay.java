package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.port.messages.journal.Attachment;
import org.holdpoint.port.messages.journal.JournalRecord;
import org.holdpoint.rehearsal.journal.Journal;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.scenario.Attachments;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioReader;

/** Flies a recorded session again, headless. */
public final class Replay {
  private final Journal journal;
  private final Rehearsal rehearsal;
  private int next;

  /**
   * @throws IllegalArgumentException when the journal was flown with other data files of the world
   */
  public Replay(Journal journal) {
    this.journal = journal;
    var header = journal.header();
    if (!header.getDataSha256().equals(WorldLoad.dataSha256())) {
      throw new IllegalArgumentException(
          "the journal was flown with other data files of the world: "
              + header.getDataSha256()
              + ", here "
              + WorldLoad.dataSha256());
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Attachment attachment : header.getAttachmentsList()) {
      files.put(attachment.getName(), attachment.getContent().toByteArray());
    }
    Scenario scenario =
        ScenarioReader.read(
            "journal's scenario", header.getScenarioYaml().toByteArray(), Attachments.kept(files));
    if (!scenario.source().sha256().equals(header.getScenarioSha256())) {
      throw new IllegalArgumentException("the scenario in the journal is damaged");
    }
    this.rehearsal = new Rehearsal(scenario, header.getSeed());
  }

  /** Flies all ticks; returns the trace hash. */
  public String fly() {
    while (rehearsal.ticks() < journal.ticks()) {
      rehearsal.fly(inputsOf(rehearsal.ticks()));
    }
    return rehearsal.trace_sha256();
  }

  private List<JournalInput> inputsOf(long tick) {
    List<JournalInput> inputs = new ArrayList<>();
    while (next < journal.inputs().size() && journal.inputs().get(next).getTick() == tick) {
      JournalRecord input = journal.inputs().get(next);
      inputs.add(new JournalInput(input.getSource(), input.getBytes().toByteArray()));
      next++;
    }
    return inputs;
  }

  public Rehearsal rehearsal() {
    return rehearsal;
  }
}
