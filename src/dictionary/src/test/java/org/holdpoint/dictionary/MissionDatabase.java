package org.holdpoint.dictionary;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yamcs.ErrorInCommand;
import org.yamcs.ProcessorConfig;
import org.yamcs.YConfiguration;
import org.yamcs.mdb.ContainerProcessingResult;
import org.yamcs.mdb.Mdb;
import org.yamcs.mdb.MdbFactory;
import org.yamcs.mdb.MetaCommandProcessor;
import org.yamcs.mdb.MetaCommandProcessor.CommandBuildResult;
import org.yamcs.mdb.ProcessorData;
import org.yamcs.mdb.XtceTmExtractor;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.utils.TimeEncoding;

/**
 * The two committed files of the mission database in Yamcs's own engine, loaded as a flight does.
 */
final class MissionDatabase {
  static final Path ROOT = Path.of(System.getProperty("holdpoint.root"));
  static final Path CHASER = ROOT.resolve("mdb/chaser.xml");
  static final Path GROUND = ROOT.resolve("mdb/ground.xml");

  /** Loaded at first use, so that a test can write the files before. */
  private static final class Loaded {
    static final Mdb MDB = load();
  }

  private MissionDatabase() {}

  private static Mdb load() {
    TimeEncoding.setUp();
    YConfiguration.setupTest(null);
    try {
      return MdbFactory.createInstance(List.of(file(CHASER), file(GROUND)), false, false);
    } catch (Exception e) {
      throw new IllegalStateException("Yamcs does not load mdb/", e);
    }
  }

  private static YConfiguration file(Path path) {
    return YConfiguration.wrap(Map.of("type", "xtce", "args", Map.of("file", path.toString())));
  }

  static Mdb mdb() {
    return Loaded.MDB;
  }

  static ProcessorData processor() {
    return new ProcessorData("test", "test", mdb(), new ProcessorConfig(), Map.of());
  }

  static ContainerProcessingResult decode(byte[] packet) {
    XtceTmExtractor extractor = new XtceTmExtractor(mdb());
    extractor.provideAll();
    return extractor.processPacket(packet, 0, 0, 0);
  }

  /** The value of a parameter in a decoded packet; null when the packet does not hold it. */
  static ParameterValue value(ContainerProcessingResult result, String name) {
    return result.getParameterResult().getFirstInserted(mdb().getParameter(name));
  }

  static byte[] build(String command, Map<String, Object> arguments) throws ErrorInCommand {
    CommandBuildResult built =
        new MetaCommandProcessor(processor())
            .buildCommand(mdb().getMetaCommand("/chaser/" + command), arguments, 0);
    return built.getCmdPacket();
  }
}
