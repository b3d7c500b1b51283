package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.rehearsal.station.Downlinked;
import org.holdpoint.rehearsal.station.StationDownlink;
import org.jspecify.annotations.Nullable;

/**
 * Telemetry decoded where it leaves the spacecraft, before the space link: for the conditions of
 * faults, for judges and the instructor.
 */
public final class OnboardTelemetry {
  private final TelemetryBoard board;
  private final List<EventReport> eventsOfThisTick = new ArrayList<>();
  private StationDownlink downlink = new StationDownlink();
  private long packets;
  private final Map<Class<?>, Long> reports = new LinkedHashMap<>();

  OnboardTelemetry(long start_tai_ns) {
    this.board = new TelemetryBoard(start_tai_ns);
    ChaserPackets.ALL.forEach(packet -> reports.put(packet, 0L));
  }

  /** Takes all frames of one tick. */
  void take(List<byte[]> frames) {
    eventsOfThisTick.clear();
    for (byte[] frame : frames) {
      for (Downlinked packet : downlink.receive(frame)) {
        packets++;
        board.post(packet);
        if (packet instanceof Downlinked.Event event) {
          eventsOfThisTick.add(event.report());
        } else if (packet instanceof Downlinked.Housekeeping report) {
          reports.merge(report.type(), 1L, Long::sum);
        }
      }
    }
  }

  TelemetryPicture picture() {
    return board.picture();
  }

  public Set<ChaserEvent> eventsSeen() {
    return board.eventsSeen();
  }

  public List<EventReport> eventsOfThisTick() {
    return List.copyOf(eventsOfThisTick);
  }

  public @Nullable Mode mode() {
    return board.mode();
  }

  public double deltaVUsed_m_s() {
    return board.deltaVUsed_m_s();
  }

  public @Nullable GncPacket gnc() {
    return board.gnc();
  }

  public @Nullable SafetyPacket safety() {
    return board.safety();
  }

  /** Packets that left the spacecraft since the start, idle ones not counted. */
  public long packets() {
    return packets;
  }

  /** Of them the housekeeping reports, TM[3,25], by the packet's name in the dictionary. */
  public Map<String, Long> reports() {
    Map<String, Long> byName = new TreeMap<>();
    reports.forEach((type, n) -> byName.put(type.getAnnotation(Packet.class).name(), n));
    return byName;
  }

  void save(StateWriter out) {
    out.put(packets);
    reports.values().forEach(out::put);
    board.save(out);
  }

  void restore(StateReader in) {
    packets = in.getLong();
    reports.replaceAll((type, n) -> in.getLong());
    board.restore(in);
    downlink = new StationDownlink();
  }
}
