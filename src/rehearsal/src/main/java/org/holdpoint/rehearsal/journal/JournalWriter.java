package org.holdpoint.rehearsal.journal;

import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.holdpoint.port.messages.journal.Attachment;
import org.holdpoint.port.messages.journal.JournalHeader;
import org.holdpoint.port.messages.journal.JournalRecord;
import org.holdpoint.rehearsal.scenario.Scenario;

/** Appends to a journal; each record is on disk before the next tick runs. */
public final class JournalWriter implements AutoCloseable {
  /** Format of the file. */
  static final int FORMAT = 1;

  /** So many runs of one name are no accident of the clock. */
  private static final int MAX_SAME_NAME = 100;

  private final OutputStream out;
  private final Path file;
  private final String run;
  private long lastTick = -1;
  private int sequence;

  /**
   * Begins the journal of one run in a file of its own; no other journal is ever written over. A
   * second run of the same name, in whichever process, gets {@code name-2}, and so on.
   *
   * @param folder where journals are kept
   * @param name wanted for the run; {@link #run()} says which it got
   */
  public static JournalWriter begin(
      Path folder, Scenario scenario, String dataSha256, long seed, String name) {
    try {
      Files.createDirectories(folder.toAbsolutePath());
      for (int i = 1; i <= MAX_SAME_NAME; i++) {
        String run = i == 1 ? name : name + "-" + i;
        Path file = folder.resolve(run + ".journal");
        try {
          OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
          return new JournalWriter(file, out, header(scenario, dataSha256, seed, run));
        } catch (FileAlreadyExistsException e) {
          continue; // another run has this name: the next one
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot begin the journal of " + name + " in " + folder, e);
    }
    throw new IllegalStateException(
        "%s holds %d runs called %s already".formatted(folder, MAX_SAME_NAME, name));
  }

  private JournalWriter(Path file, OutputStream out, JournalHeader header) throws IOException {
    this.file = file;
    this.run = header.getRun();
    this.out = new BufferedOutputStream(out);
    header.writeDelimitedTo(this.out);
    this.out.flush();
  }

  private static JournalHeader header(Scenario scenario, String dataSha256, long seed, String run) {
    JournalHeader.Builder header = JournalHeader.newBuilder();
    scenario
        .source()
        .attachments()
        .forEach(
            (name, content) ->
                header.addAttachments(
                    Attachment.newBuilder()
                        .setName(name)
                        .setContent(ByteString.copyFrom(content))));
    return header
        .setFormat(FORMAT)
        .setScenarioSha256(scenario.source().sha256())
        .setDataSha256(dataSha256)
        .setSeed(seed)
        .setScenarioYaml(ByteString.copyFrom(scenario.source().bytes()))
        .setRun(run)
        .build();
  }

  public Path file() {
    return file;
  }

  /** Name that this run got: no other run with its journal in the same folder has it. */
  public String run() {
    return run;
  }

  public void write(long tick, JournalInput input) {
    sequence = tick == lastTick ? sequence + 1 : 0;
    lastTick = tick;
    try {
      JournalRecord.newBuilder()
          .setTick(tick)
          .setSequence(sequence)
          .setSource(input.source())
          .setBytes(ByteString.copyFrom(input.bytes()))
          .build()
          .writeDelimitedTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal " + file, e);
    }
  }

  /** The last record: ticks flown and the trace hash that a replay must give. */
  public void end(long ticks, String trace_sha256) {
    write(
        ticks,
        new JournalInput(
            JournalRecord.Source.END, trace_sha256.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the journal " + file, e);
    }
  }
}
