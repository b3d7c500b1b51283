package org.holdpoint.rehearsal.launch;

import java.nio.file.Path;
import java.util.List;
import org.holdpoint.world.orbitfile.OrbitFileWriter;
import org.holdpoint.world.orbitfile.OrbitFormat;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Writes an orbit to a file in the format asked for. */
final class OrbitText {
  /** Distance of an OEM's points; interpolation between them is good to millimetres. */
  private static final double EVERY_S = 60;

  private static final double SECONDS_PER_HOUR = 3600;

  private OrbitText() {}

  /** Gives points of an orbit. */
  @FunctionalInterface
  interface Flight {
    List<TimeStampedPVCoordinates> fly(double every_s, double duration_s);
  }

  static void write(
      Path out,
      String object,
      List<String> comments,
      OrbitFormat format,
      double hours,
      Flight flight) {
    Span.check(hours);
    String text =
        switch (format) {
          case OEM ->
              OrbitFileWriter.oem(
                  object, comments, flight.fly(EVERY_S, Math.max(hours * SECONDS_PER_HOUR, 600)));
          case OMM -> OrbitFileWriter.omm(object, comments, flight.fly(EVERY_S, 0).get(0));
          case TLE -> OrbitFileWriter.tle(flight.fly(EVERY_S, 0).get(0));
        };
    PassesCommand.write(out, text);
    System.out.println(format + " of the " + object + " written to " + out);
  }
}
