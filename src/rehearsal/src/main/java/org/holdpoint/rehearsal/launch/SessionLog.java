package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log of this process goes to a file: the terminal is for people. */
final class SessionLog {
  private static final int LARGEST_BYTES = 20_000_000;

  private SessionLog() {}

  /** Takes the log away from the terminal. */
  static void toFile(Path folder, String name) {
    Path file = folder.resolve(name + ".log");
    try {
      Files.createDirectories(folder);
      FileHandler handler =
          new FileHandler(file.toString().replace("%", "%%"), LARGEST_BYTES, 1, false);
      handler.setFormatter(new SimpleFormatter());
      Logger root = Logger.getLogger("");
      for (Handler console : root.getHandlers()) {
        root.removeHandler(console);
      }
      root.addHandler(handler);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the log " + file, e);
    }
  }
}
