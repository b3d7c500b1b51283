package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder to be filled after a flight: made, or refused, before it. */
public final class OutputFolder implements ITypeConverter<Path> {
  @Override
  public Path convert(String given) {
    Path folder = Path.of(given);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new TypeConversionException("'" + given + "' is a file; name a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new TypeConversionException("the folder '" + given + "' cannot be made: " + why(e));
    }
    if (!Files.isWritable(folder)) {
      throw new TypeConversionException("'" + given + "' may not be written by you");
    }
    return folder;
  }

  private static String why(IOException e) {
    return e.getClass().getSimpleName() + " at " + e.getMessage();
  }
}
