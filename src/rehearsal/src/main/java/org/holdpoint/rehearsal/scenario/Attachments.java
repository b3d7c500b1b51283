package org.holdpoint.rehearsal.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The files that a scenario names, each read once; they belong to the scenario and to its hash. */
public final class Attachments {
  private static final int MAX_FILES = 8;
  private static final long MAX_BYTES = 16L << 20;

  private final Function<String, byte[]> reader;
  private final Map<String, byte[]> read = new TreeMap<>();

  private Attachments(Function<String, byte[]> reader) {
    this.reader = reader;
  }

  /** Files beside the scenario's own: their names are paths relative to it. */
  public static Attachments beside(Path scenario) {
    return new Attachments(name -> fromDisk(scenario, name));
  }

  /** Files that were kept with a scenario, by name. */
  public static Attachments kept(Map<String, byte[]> files) {
    return new Attachments(
        name -> {
          byte[] bytes = files.get(name);
          if (bytes == null) {
            throw new IllegalArgumentException(
                "'" + name + "' was not kept with the scenario; kept are " + files.keySet());
          }
          return bytes;
        });
  }

  /**
   * @throws IllegalArgumentException when there is no such file, or too many or too large ones
   */
  byte[] bytes(String name) {
    byte[] known = read.get(name);
    if (known != null) {
      return known;
    }
    if (read.size() == MAX_FILES) {
      throw new IllegalArgumentException(
          "more than " + MAX_FILES + " files belong to the scenario");
    }
    byte[] bytes = reader.apply(name);
    read.put(name, bytes);
    return bytes;
  }

  /** What was read so far, by name. */
  Map<String, byte[]> read() {
    return new TreeMap<>(read);
  }

  private static byte[] fromDisk(Path scenario, String name) {
    Path file = scenario.resolveSibling(name);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException(name + ": longer than 16 MiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          name + ": cannot be read; it is looked for at " + file.normalize(), e);
    }
  }
}
