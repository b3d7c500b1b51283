package org.holdpoint.rehearsal.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.port.messages.journal.JournalHeader;
import org.holdpoint.port.messages.journal.JournalRecord;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session.
 *
 * @param inputs in order of tick and sequence, without the END record
 * @param ticks ticks flown
 * @param trace_sha256 hash that the session ended with; null when it was cut off before its end
 */
public record Journal(
    JournalHeader header, List<JournalRecord> inputs, long ticks, @Nullable String trace_sha256) {
  private static final int MAX_RECORDS = 1_000_000;

  public Journal {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads a journal. One that was cut off in the middle of a record is read up to there.
   *
   * @throws IllegalArgumentException when the file is no journal or of another format
   */
  public static Journal read(Path file) {
    List<JournalRecord> inputs = new ArrayList<>();
    JournalHeader header;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      header = header(file, in);
      for (int i = 0; i < MAX_RECORDS; i++) {
        JournalRecord entry = next(in);
        if (entry == null) {
          break;
        }
        if (entry.getSource() == JournalRecord.Source.END) {
          return new Journal(
              header,
              inputs,
              entry.getTick(),
              entry.getBytes().toString(StandardCharsets.US_ASCII));
        }
        inputs.add(entry);
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("no journal " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read the journal " + file + ": " + e.getMessage(), e);
    }
    long ticks = inputs.isEmpty() ? 0 : inputs.get(inputs.size() - 1).getTick() + 1;
    return new Journal(header, inputs, ticks, null);
  }

  private static JournalHeader header(Path file, InputStream in) {
    JournalHeader header;
    try {
      header = JournalHeader.parseDelimitedFrom(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " is no journal of Holdpoint", e);
    }
    if (header == null) {
      throw new IllegalArgumentException(file + " is empty; a journal begins with a header");
    }
    if (header.getFormat() != JournalWriter.FORMAT) {
      throw new IllegalArgumentException(
          file + " has format " + header.getFormat() + "; this version reads format 1");
    }
    return header;
  }

  private static @Nullable JournalRecord next(InputStream in) {
    try {
      return JournalRecord.parseDelimitedFrom(in);
    } catch (IOException cutOff) {
      // a session that was killed ends in the middle of a record: what came before is good
      return null;
    }
  }
}
