package org.holdpoint.world.orbitfile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.environment.WorldData;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.data.DataSource;
import org.orekit.errors.OrekitException;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.files.ccsds.ndm.odm.oem.OemSatelliteEphemeris;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.PVCoordinates;

/** Reads the orbit of one object from a file, at one time. */
public final class OrbitFile {
  /** Mean elements further away in time than this say little. */
  public static final double ELEMENTS_GOOD_FOR_S = 7 * 86_400.0;

  private static final WorldData DATA = WorldData.get();

  private OrbitFile() {}

  /**
   * Position and velocity, GCRF, metres and metres per second, at a time.
   *
   * @param file its name, for messages
   * @param text its bytes
   * @throws IllegalArgumentException when the file cannot be read, holds more than one object, or
   *     does not cover the time; the message names the file and says what it covers
   */
  public static double[] read(String file, byte[] text, OrbitFormat format, long at_tai_ns) {
    AbsoluteDate at = DATA.date(at_tai_ns);
    try {
      return switch (format) {
        case OEM -> ephemeris(file, text, at);
        case OMM -> elements(file, meanElements(text), at);
        case TLE -> elements(file, twoLines(file, text), at);
      };
    } catch (OrekitException e) {
      throw new IllegalArgumentException(
          file + ": not a readable " + format + ": " + e.getMessage(), e);
    }
  }

  private static double[] ephemeris(String file, byte[] text, AbsoluteDate at) {
    var satellites = parsers().buildOemParser().parseMessage(source(file, text)).getSatellites();
    if (satellites.size() != 1) {
      throw new IllegalArgumentException(
          file + ": holds " + satellites.size() + " objects; allowed is one");
    }
    OemSatelliteEphemeris satellite = satellites.values().iterator().next();
    for (OemSegment segment : satellite.getSegments()) {
      if (at.isBetweenOrEqualTo(segment.getStart(), segment.getStop())) {
        var propagator =
            segment.getPropagator(new FrameAlignedProvider(segment.getInertialFrame()));
        return numbers(propagator.propagate(at).getPVCoordinates(DATA.gcrf()));
      }
    }
    throw outside(file, at, satellite.getStart(), satellite.getStop());
  }

  private static TLE meanElements(byte[] text) {
    return parsers().buildOmmParser().parseMessage(source("OMM", text)).generateTLE();
  }

  private static TLE twoLines(String file, byte[] text) {
    List<String> lines =
        new String(text, StandardCharsets.US_ASCII)
            .lines()
            .map(String::stripTrailing)
            .filter(line -> line.startsWith("1 ") || line.startsWith("2 "))
            .toList();
    if (lines.size() != 2 || !TLE.isFormatOK(lines.get(0), lines.get(1))) {
      throw new IllegalArgumentException(
          file + ": not a readable TLE: one line that begins with 1 and one with 2 are needed");
    }
    return new TLE(lines.get(0), lines.get(1), DATA.timeScales().getUTC());
  }

  private static double[] elements(String file, TLE tle, AbsoluteDate at) {
    if (Math.abs(at.durationFrom(tle.getDate())) > ELEMENTS_GOOD_FOR_S) {
      throw outside(
          file,
          at,
          tle.getDate().shiftedBy(-ELEMENTS_GOOD_FOR_S),
          tle.getDate().shiftedBy(ELEMENTS_GOOD_FOR_S));
    }
    return numbers(
        TLEPropagator.selectExtrapolator(tle, DATA.frames().getTEME())
            .propagate(at)
            .getPVCoordinates(DATA.gcrf()));
  }

  private static IllegalArgumentException outside(
      String file, AbsoluteDate at, AbsoluteDate from, AbsoluteDate to) {
    return new IllegalArgumentException(
        file + ": covers " + utc(from) + " to " + utc(to) + " UTC, not " + utc(at));
  }

  private static String utc(AbsoluteDate date) {
    return date.getComponents(DATA.timeScales().getUTC()).toStringWithoutUtcOffset(60, 0);
  }

  private static ParserBuilder parsers() {
    return new ParserBuilder(new EarthAsCentre())
        .withConventions(IERSConventions.IERS_2010)
        .withSimpleEOP(true)
        .withMu(EarthAsCentre.MU_M3_S2);
  }

  private static DataSource source(String name, byte[] text) {
    return new DataSource(name, () -> new java.io.ByteArrayInputStream(text));
  }

  private static double[] numbers(PVCoordinates pv) {
    Vector3D r = pv.getPosition();
    Vector3D v = pv.getVelocity();
    return new double[] {r.getX(), r.getY(), r.getZ(), v.getX(), v.getY(), v.getZ()};
  }
}
