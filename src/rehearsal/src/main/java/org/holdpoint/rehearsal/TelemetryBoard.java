package org.holdpoint.rehearsal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.rehearsal.station.Downlinked;
import org.jspecify.annotations.Nullable;

/**
 * The newest of each packet, and when each event was last reported: what a screen in a control room
 * holds.
 */
final class TelemetryBoard {
  private static final double NS_TO_S = 1e-9;

  private final long start_tai_ns;
  private final Map<ChaserEvent, Double> lastSeen_s = new EnumMap<>(ChaserEvent.class);
  private @Nullable HousekeepingPacket housekeeping;
  private @Nullable GatePacket gate;
  private Downlinked.@Nullable Housekeeping gnc;
  private Downlinked.@Nullable Housekeeping safety;
  private double time_s;
  private Known known = new Known(null, 0, false, 0, 0, 0, 0);

  /** What conditions look at; all of it is kept by a snapshot. */
  private record Known(
      @Nullable Mode mode,
      int gateId,
      boolean gateOpen,
      long planHash,
      long onboard_tai_s,
      int epoch,
      double deltaVUsed_m_s) {}

  TelemetryBoard(long start_tai_ns) {
    this.start_tai_ns = start_tai_ns;
  }

  void post(Downlinked packet) {
    time_s = Math.max(time_s, (packet.header().tai_ns() - start_tai_ns) * NS_TO_S);
    if (packet instanceof Downlinked.Housekeeping report) {
      post(report);
    } else if (packet instanceof Downlinked.Event event) {
      lastSeen_s.put(event.report().event(), time_s);
    }
  }

  /** The packets of each tick are kept as they came: few look at them. */
  private void post(Downlinked.Housekeeping report) {
    if (report.type() == GncPacket.class) {
      gnc = report;
    } else if (report.type() == SafetyPacket.class) {
      safety = report;
    } else if (report.type() == HousekeepingPacket.class || report.type() == GatePacket.class) {
      post(report.packet());
    }
  }

  private void post(Record packet) {
    if (packet instanceof HousekeepingPacket hk) {
      housekeeping = hk;
      known =
          new Known(
              hk.mode(),
              known.gateId(),
              known.gateOpen(),
              known.planHash(),
              known.onboard_tai_s(),
              hk.authority_epoch(),
              hk.delta_v_used_m_s());
    } else if (packet instanceof GatePacket newGate) {
      gate = newGate;
      known =
          new Known(
              known.mode(),
              newGate.gate_id(),
              newGate.gate_open(),
              newGate.plan_hash(),
              newGate.onboard_tai_s(),
              known.epoch(),
              known.deltaVUsed_m_s());
    }
  }

  TelemetryPicture picture() {
    return new TelemetryPicture(
        time_s,
        known.mode(),
        known.gateId(),
        known.gateOpen(),
        known.planHash(),
        known.onboard_tai_s(),
        known.epoch(),
        Collections.unmodifiableMap(lastSeen_s));
  }

  Set<ChaserEvent> eventsSeen() {
    return Collections.unmodifiableSet(lastSeen_s.keySet());
  }

  @Nullable Mode mode() {
    return known.mode();
  }

  double deltaVUsed_m_s() {
    return known.deltaVUsed_m_s();
  }

  @Nullable HousekeepingPacket housekeeping() {
    return housekeeping;
  }

  @Nullable GatePacket gate() {
    return gate;
  }

  @Nullable GncPacket gnc() {
    return gnc == null ? null : (GncPacket) gnc.packet();
  }

  @Nullable SafetyPacket safety() {
    return safety == null ? null : (SafetyPacket) safety.packet();
  }

  void save(StateWriter out) {
    out.put(time_s).put(known.mode() == null ? -1 : known.mode().ordinal());
    out.put(known.gateId()).put(known.gateOpen()).put(known.planHash());
    out.put(known.onboard_tai_s()).put(known.epoch()).put(known.deltaVUsed_m_s());
    out.put(lastSeen_s.size());
    lastSeen_s.forEach((event, seen_s) -> out.put(event).put(seen_s));
  }

  void restore(StateReader in) {
    time_s = in.getDouble();
    int mode = in.getInt();
    known =
        new Known(
            mode < 0 ? null : Mode.values()[mode],
            in.getInt(),
            in.getBoolean(),
            in.getLong(),
            in.getLong(),
            in.getInt(),
            in.getDouble());
    lastSeen_s.clear();
    int events = in.getInt();
    for (int i = 0; i < events; i++) {
      lastSeen_s.put(in.getEnum(ChaserEvent.class), in.getDouble());
    }
  }
}
