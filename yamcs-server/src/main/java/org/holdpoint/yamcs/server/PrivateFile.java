package org.holdpoint.yamcs.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read. */
public final class PrivateFile {
  private PrivateFile() {}

  /** Replaces the file; its directories are made when missing. */
  public static void write(Path file, String content) throws IOException {
    Path directory = file.toAbsolutePath().normalize().getParent();
    if (directory == null) {
      throw new IOException(file + " names no file");
    }
    Files.createDirectories(directory);
    Files.deleteIfExists(file);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, content);
  }
}
