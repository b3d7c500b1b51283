package org.holdpoint.world.orbitfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.environment.WorldData;
import org.orekit.files.ccsds.definitions.BodyFacade;
import org.orekit.files.ccsds.definitions.CelestialBodyFrame;
import org.orekit.files.ccsds.definitions.FrameFacade;
import org.orekit.files.ccsds.definitions.TimeSystem;
import org.orekit.files.ccsds.ndm.WriterBuilder;
import org.orekit.files.ccsds.ndm.odm.KeplerianElements;
import org.orekit.files.ccsds.ndm.odm.OdmCommonMetadata;
import org.orekit.files.ccsds.ndm.odm.OdmHeader;
import org.orekit.files.ccsds.ndm.odm.oem.InterpolationMethod;
import org.orekit.files.ccsds.ndm.odm.oem.OemData;
import org.orekit.files.ccsds.ndm.odm.oem.OemMetadata;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.files.ccsds.ndm.odm.oem.OemWriter;
import org.orekit.files.ccsds.ndm.odm.omm.OmmData;
import org.orekit.files.ccsds.ndm.odm.omm.OmmMetadata;
import org.orekit.files.ccsds.ndm.odm.omm.OmmTle;
import org.orekit.files.ccsds.ndm.odm.omm.OmmWriter;
import org.orekit.files.ccsds.section.Segment;
import org.orekit.files.ccsds.utils.generation.KvnGenerator;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.PositionAngleType;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.generation.FixedPointTleGenerationAlgorithm;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Writes orbits as text. The same orbit gives the same bytes: the date of creation is its epoch.
 */
public final class OrbitFileWriter {
  private static final WorldData DATA = WorldData.get();
  private static final String ORIGINATOR = "HOLDPOINT";

  /** Lagrange interpolation of this degree is good to millimetres for points 60 s apart. */
  private static final int INTERPOLATION_DEGREE = 7;

  private static final int UNITS_COLUMN = 0;
  private static final double FIXED_POINT_TOLERANCE = 1e-10;
  private static final int FIXED_POINT_ITERATIONS = 200;
  private static final double FIXED_POINT_SCALE = 1;

  /** Catalogue number of no real object: the analyst range. */
  private static final int ANALYST_NUMBER = 99_001;

  private OrbitFileWriter() {}

  /**
   * An OEM in GCRF and UTC.
   *
   * @param object its name
   * @param comments say where the orbit comes from
   * @param points ascending, at least eight
   */
  public static String oem(
      String object, List<String> comments, List<TimeStampedPVCoordinates> points) {
    AbsoluteDate first = points.get(0).getDate();
    OemMetadata metadata = new OemMetadata(INTERPOLATION_DEGREE);
    describe(metadata, object, first, FrameFacade.map(DATA.gcrf()));
    metadata.setStartTime(first);
    metadata.setStopTime(points.get(points.size() - 1).getDate());
    metadata.setInterpolationMethod(InterpolationMethod.LAGRANGE);
    metadata.setInterpolationDegree(INTERPOLATION_DEGREE);
    OemData data = new OemData();
    for (TimeStampedPVCoordinates point : points) {
      data.addData(point, false);
    }
    OemWriter writer = new WriterBuilder(new EarthAsCentre()).buildOemWriter();
    return written(
        OemWriter.KVN_PADDING_WIDTH,
        generator -> {
          writer.writeHeader(generator, header(first, comments));
          writer.writeSegment(generator, new OemSegment(metadata, data, EarthAsCentre.MU_M3_S2));
          writer.writeFooter(generator);
        });
  }

  /**
   * Two lines whose SGP4 position and velocity at the epoch are the given ones, to the digits of
   * the format; drag is not fitted, so that they age as if there were no air.
   *
   * @param at position and velocity, GCRF
   */
  public static String tle(TimeStampedPVCoordinates at) {
    TLE tle = elements(at);
    return tle.getLine1() + "\n" + tle.getLine2() + "\n";
  }

  /** The same elements as an OMM in TEME and UTC, with all their digits. */
  public static String omm(String object, List<String> comments, TimeStampedPVCoordinates at) {
    TLE tle = elements(at);
    OmmMetadata metadata = new OmmMetadata();
    describe(
        metadata,
        object,
        tle.getDate(),
        new FrameFacade(DATA.frames().getTEME(), CelestialBodyFrame.TEME, null, null, "TEME"));
    metadata.setMeanElementTheory(OmmMetadata.SGP_SGP4_THEORY);
    KeplerianElements mean = new KeplerianElements();
    mean.setEpoch(tle.getDate());
    mean.setMeanMotion(tle.getMeanMotion());
    mean.setE(tle.getE());
    mean.setI(tle.getI());
    mean.setRaan(tle.getRaan());
    mean.setPa(tle.getPerigeeArgument());
    mean.setAnomaly(tle.getMeanAnomaly());
    mean.setAnomalyType(PositionAngleType.MEAN);
    OmmTle further = new OmmTle();
    further.setNoradID(tle.getSatelliteNumber());
    further.setElementSetNo(tle.getElementNumber());
    further.setRevAtEpoch(tle.getRevolutionNumberAtEpoch());
    further.setBStar(tle.getBStar());
    further.setMeanMotionDot(0);
    further.setMeanMotionDotDot(0);
    OmmWriter writer = new WriterBuilder(new EarthAsCentre()).buildOmmWriter();
    return written(
        OmmWriter.KVN_PADDING_WIDTH,
        generator -> {
          writer.writeHeader(generator, header(tle.getDate(), comments));
          writer.writeSegment(
              generator, new Segment<>(metadata, new OmmData(mean, null, further, null, null, 0)));
          writer.writeFooter(generator);
        });
  }

  private static TLE elements(TimeStampedPVCoordinates at) {
    CartesianOrbit orbit = new CartesianOrbit(at, DATA.gcrf(), EarthAsCentre.MU_M3_S2);
    DateComponents day = at.getDate().getComponents(DATA.timeScales().getUTC()).getDate();
    TLE template =
        new TLE(
            ANALYST_NUMBER,
            'U',
            day.getYear(),
            1,
            "A",
            TLE.DEFAULT,
            1,
            at.getDate(),
            orbit.getKeplerianMeanMotion(),
            0,
            0,
            orbit.getE(),
            orbit.getI(),
            0,
            0,
            FastMath.PI,
            1,
            0,
            DATA.timeScales().getUTC());
    return new FixedPointTleGenerationAlgorithm(
            FIXED_POINT_TOLERANCE,
            FIXED_POINT_ITERATIONS,
            FIXED_POINT_SCALE,
            DATA.timeScales().getUTC(),
            DATA.frames().getTEME())
        .generate(new SpacecraftState(orbit), template);
  }

  private static void describe(
      OdmCommonMetadata metadata, String object, AbsoluteDate epoch, FrameFacade frame) {
    int year = epoch.getComponents(DATA.timeScales().getUTC()).getDate().getYear();
    metadata.setObjectName(object);
    metadata.setObjectID(year + "-001A");
    metadata.setCenter(new BodyFacade("EARTH", new EarthAsCentre().getEarth()));
    metadata.setReferenceFrame(frame);
    metadata.setTimeSystem(TimeSystem.UTC);
  }

  private static OdmHeader header(AbsoluteDate created, List<String> comments) {
    OdmHeader header = new OdmHeader();
    comments.forEach(header::addComment); // before all else: later ones are not taken
    header.setCreationDate(created);
    header.setOriginator(ORIGINATOR);
    return header;
  }

  /** Writes a message. */
  @FunctionalInterface
  private interface Message {
    void write(KvnGenerator generator) throws IOException;
  }

  private static String written(int padding, Message message) {
    StringBuilder text = new StringBuilder();
    try (KvnGenerator generator = new KvnGenerator(text, padding, "orbit", 0, UNITS_COLUMN)) {
      message.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return text.toString();
  }
}
