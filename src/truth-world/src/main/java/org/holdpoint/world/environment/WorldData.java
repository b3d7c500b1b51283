package org.holdpoint.world.environment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.orekit.data.ClasspathCrawler;
import org.orekit.data.DataProvidersManager;
import org.orekit.forces.gravity.potential.ICGEMFormatReader;
import org.orekit.forces.gravity.potential.LazyLoadedGravityFields;
import org.orekit.frames.EOPEntry;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.frames.ITRFVersion;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeOffset;
import org.orekit.time.TimeScales;
import org.orekit.utils.IERSConventions;

/**
 * The data that Orekit needs, read from this module's own resources; no default data context, no
 * download. {@code src/docs/data.md} tells their origin.
 */
public final class WorldData {
  /** The gravity field reaches this degree and order. */
  public static final int MAX_DEGREE = 70;

  private static final String FOLDER = "org/holdpoint/world/data/";
  private static final String GRAVITY = FOLDER + "egm2008-70.gfc";
  private static final String ORIENTATION = FOLDER + "earth-orientation.csv";
  private static final double ARCSECOND_RAD = FastMath.PI / 648_000;
  private static final long ATTOSECONDS_PER_NS = 1_000_000_000L;
  private static final long NS_PER_S = 1_000_000_000L;

  /** Days that interpolation of the Earth orientation needs on either side. */
  private static final int INTERPOLATION_DAYS = 2;

  /** Year, month, TAI - UTC from its first day on; IERS Bulletin C. */
  private static final int[][] LEAP_SECONDS = {
    {1972, 1, 10}, {1972, 7, 11}, {1973, 1, 12}, {1974, 1, 13}, {1975, 1, 14}, {1976, 1, 15},
    {1977, 1, 16}, {1978, 1, 17}, {1979, 1, 18}, {1980, 1, 19}, {1981, 7, 20}, {1982, 7, 21},
    {1983, 7, 22}, {1985, 7, 23}, {1988, 1, 24}, {1990, 1, 25}, {1991, 1, 26}, {1992, 7, 27},
    {1993, 7, 28}, {1994, 7, 29}, {1996, 1, 30}, {1997, 7, 31}, {1999, 1, 32}, {2006, 1, 33},
    {2009, 1, 34}, {2012, 7, 35}, {2015, 7, 36}, {2017, 1, 37},
  };

  private static final WorldData INSTANCE = new WorldData();

  private final List<EOPEntry> noEntries = List.of();
  private final TimeScales timeScales;
  private final Frames frames;
  private final LazyLoadedGravityFields gravity;
  private final AbsoluteDate taiOrigin;
  private final int firstMjd;
  private final int lastMjd;

  private WorldData() {
    List<OffsetModel> offsets = new ArrayList<>();
    for (int[] leap : LEAP_SECONDS) {
      offsets.add(new OffsetModel(new DateComponents(leap[0], leap[1], 1), leap[2]));
    }
    List<double[]> rows = orientationRows();
    firstMjd = (int) rows.get(0)[0];
    lastMjd = (int) rows.get(rows.size() - 1)[0];
    timeScales =
        TimeScales.of(
            offsets,
            (conventions, scales) ->
                conventions == IERSConventions.IERS_2010 ? entries(rows, scales) : noEntries);
    frames =
        Frames.of(
            timeScales,
            () -> {
              throw new IllegalStateException("the world has no barycentric frame");
            });
    DataProvidersManager manager = new DataProvidersManager();
    manager.addProvider(new ClasspathCrawler(WorldData.class.getClassLoader(), GRAVITY));
    gravity = new LazyLoadedGravityFields(manager, timeScales.getTT());
    gravity.addPotentialCoefficientsReader(
        new ICGEMFormatReader("egm2008-70\\.gfc", false, timeScales.getTT()));
    taiOrigin = new AbsoluteDate(1958, 1, 1, timeScales.getTAI());
  }

  /** The data; read once, immutable after that. */
  public static WorldData get() {
    return INSTANCE;
  }

  public TimeScales timeScales() {
    return timeScales;
  }

  public Frames frames() {
    return frames;
  }

  public Frame gcrf() {
    return frames.getGCRF();
  }

  public LazyLoadedGravityFields gravity() {
    return gravity;
  }

  /** First UTC day, as a modified Julian day, on which the world can run. */
  public int firstUsableMjd() {
    return firstMjd + INTERPOLATION_DAYS;
  }

  /** Last UTC day, as a modified Julian day, whose 0 h the world can reach. */
  public int lastUsableMjd() {
    return lastMjd - INTERPOLATION_DAYS;
  }

  /** Orekit's date of nanoseconds of TAI since 1958-01-01T00:00:00 TAI. */
  public AbsoluteDate date(long tai_ns) {
    long seconds = Math.floorDiv(tai_ns, NS_PER_S);
    return new AbsoluteDate(
        taiOrigin, new TimeOffset(seconds, Math.floorMod(tai_ns, NS_PER_S) * ATTOSECONDS_PER_NS));
  }

  /** Nanoseconds of TAI since 1958-01-01T00:00:00 TAI, rounded down. */
  public long tai_ns(AbsoluteDate date) {
    TimeOffset since = date.accurateDurationFrom(taiOrigin);
    return since.getSeconds() * NS_PER_S + since.getAttoSeconds() / ATTOSECONDS_PER_NS;
  }

  /** The time at 0 h UTC of a modified Julian day. */
  public long tai_nsOfMjd(int mjd) {
    return tai_ns(
        new AbsoluteDate(
            new DateComponents(DateComponents.MODIFIED_JULIAN_EPOCH, mjd), timeScales.getUTC()));
  }

  /** The UTC day of a modified Julian day, as in 2027-03-04. */
  public static String day(int mjd) {
    return new DateComponents(DateComponents.MODIFIED_JULIAN_EPOCH, mjd).toString();
  }

  private static List<EOPEntry> entries(List<double[]> rows, TimeScales scales) {
    List<EOPEntry> entries = new ArrayList<>(rows.size());
    for (double[] row : rows) {
      int mjd = (int) row[0];
      AbsoluteDate date =
          new AbsoluteDate(
              new DateComponents(DateComponents.MODIFIED_JULIAN_EPOCH, mjd), scales.getUTC());
      // NaN: the corrections of the equinox-based frames, which are not used, are not given.
      entries.add(
          new EOPEntry(
              mjd,
              row[3],
              1e-3 * row[4],
              row[1] * ARCSECOND_RAD,
              row[2] * ARCSECOND_RAD,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              1e-3 * row[5] * ARCSECOND_RAD,
              1e-3 * row[6] * ARCSECOND_RAD,
              ITRFVersion.ITRF_2020,
              date));
    }
    return entries;
  }

  private static List<double[]> orientationRows() {
    List<double[]> rows = new ArrayList<>();
    var stream = WorldData.class.getClassLoader().getResourceAsStream(ORIENTATION);
    if (stream == null) {
      throw new IllegalStateException("resource " + ORIENTATION + " is missing: rebuild the jar");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] words = line.split(",", -1);
        double[] row = new double[7];
        for (int i = 0; i < row.length; i++) {
          row[i] = Double.parseDouble(words[i]);
        }
        if (!rows.isEmpty() && row[0] != rows.get(rows.size() - 1)[0] + 1) {
          throw new IllegalStateException(
              ORIENTATION + ": gap before modified Julian day " + row[0]);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + ORIENTATION, e);
    }
    return rows;
  }
}
