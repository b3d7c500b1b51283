package org.holdpoint.rehearsal.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file to be written at the end of a command: refused before a long flight, not after it. */
public final class OutputFile implements ITypeConverter<Path> {
  @Override
  public Path convert(String given) {
    Path file = Path.of(given);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new TypeConversionException("'" + given + "' is a folder; name a file in it");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new TypeConversionException(
          "'" + given + "' cannot be written: there is no folder " + folder + "; make it first");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new TypeConversionException("'" + given + "' may not be written by you");
    }
    return file;
  }
}
