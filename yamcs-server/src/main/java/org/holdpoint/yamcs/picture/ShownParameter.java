package org.holdpoint.yamcs.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.telemetry.ContactPacket;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.NavigationPacket;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.yamcs.mdb.Mdb;
import org.yamcs.xtce.Parameter;

/**
 * One parameter of a picture.
 *
 * @param parameter in the database
 * @param name for the console: {@code gnc/range_m}, {@code derived/...} for the ground's own
 * @param period_s of the packet that brings it
 */
record ShownParameter(Parameter parameter, String name, double period_s) {
  private static final List<Class<? extends Record>> PACKETS =
      List.of(
          HousekeepingPacket.class,
          GatePacket.class,
          PlanPacket.class,
          GncPacket.class,
          NavigationPacket.class,
          SafetyPacket.class,
          ContactPacket.class);

  private static final String CHASER = "/chaser/";
  private static final String GROUND = "/ground/";
  private static final double GROUND_PERIOD_S = 1;

  /** Covariance entries feed the predictions; no display shows them one by one. */
  private static final String NOT_SHOWN = "nav/covariance_";

  /** All that a database holds, in order of name. */
  static List<ShownParameter> of(Mdb mdb) {
    Map<String, Double> periods = new TreeMap<>();
    for (Class<? extends Record> type : PACKETS) {
      Packet packet = type.getAnnotation(Packet.class);
      if (packet != null) {
        periods.put(packet.name(), packet.period_ms() / 1000.0);
      }
    }
    Map<String, ShownParameter> shown = new TreeMap<>();
    for (Parameter parameter : mdb.getParameters()) {
      String path = parameter.getQualifiedName();
      if (path.startsWith(CHASER)) {
        String name = path.substring(CHASER.length());
        int slash = name.indexOf('/');
        Double period_s = slash < 0 ? null : periods.get(name.substring(0, slash));
        if (period_s != null && !name.startsWith(NOT_SHOWN)) {
          shown.put(name, new ShownParameter(parameter, name, period_s));
        }
      } else if (path.startsWith(GROUND)) {
        String name = "derived/" + path.substring(GROUND.length());
        shown.put(name, new ShownParameter(parameter, name, GROUND_PERIOD_S));
      }
    }
    return new ArrayList<>(shown.values());
  }
}
