package org.holdpoint.rehearsal.journal;

import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdpoint.port.messages.journal.Attachment;
import org.holdpoint.port.messages.journal.JournalHeader;
import org.holdpoint.port.messages.journal.JournalRecord;
import org.holdpoint.rehearsal.scenario.Scenario;

/** Appends to a journal; each record is on disk before the next tick runs. */
public final class JournalWriter implements AutoCloseable {
  /** Format of the file. */
  static final int FORMAT = 1;

  private final OutputStream out;
  private final Path file;
  private long lastTick = -1;
  private int sequence;

  /** Begins the journal of one run. */
  public JournalWriter(Path file, Scenario scenario, String dataSha256, long seed, String run) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      out = new BufferedOutputStream(Files.newOutputStream(file));
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
      header
          .setFormat(FORMAT)
          .setScenarioSha256(scenario.source().sha256())
          .setDataSha256(dataSha256)
          .setSeed(seed)
          .setScenarioYaml(ByteString.copyFrom(scenario.source().bytes()))
          .setRun(run)
          .build()
          .writeDelimitedTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal " + file, e);
    }
  }

  public Path file() {
    return file;
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
