package org.holdpoint.dictionary.xtce;

/**
 * Writes {@code mdb/chaser.xml}: everything that the dictionary declares, as XTCE for the ground.
 * The test that compares the file with this text also writes it anew; its header says how.
 */
public final class XtceWriter {
  private XtceWriter() {}

  /** The whole file. */
  public static String text() {
    XmlText xml = new XmlText();
    xml.comment(
        "Made from src/dictionary by XtceWriter; do not edit. To make it anew:\n"
            + "     mvn -pl src/dictionary test -Dtest=GeneratedFilesTest -Dholdpoint.regenerate=true");
    xml.open("SpaceSystem", "name", "chaser", "xmlns", "http://www.omg.org/spec/XTCE/20180204");
    xml.empty("Header", "version", "1", "date", "2026-01-01");
    TelemetrySide telemetry = new TelemetrySide(xml);
    telemetry.writeHeaders();
    new CommandSide(xml).write();
    telemetry.writePackets();
    return xml.close("SpaceSystem").toString();
  }
}
