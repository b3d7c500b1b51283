package org.holdpoint.flight.telemetry;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.function.Consumer;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.EventCodec;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.ccsds.TmFrameBuilder;
import org.holdpoint.flight.ccsds.TmPacketWriter;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Builds each tick's packets and packs them into frames. Verification reports and events go before
 * housekeeping. A packet that finds the downlink queue full is dropped and counted; its sequence
 * count is used up, so that the ground sees the gap. A report with a value that has no form on the
 * wire (a NaN) is left out the same way and told of by an event once a second: it must not stop the
 * tick.
 */
public final class Telemetry implements Retained {
  private static final int MAX_PACKET_BYTES = 2048;
  private static final int VERIFICATION = 1;
  private static final int HOUSEKEEPING = 3;
  private static final int PARAMETER_REPORT = 25;
  private static final int EVENT_REPORTING = 5;
  private static final int TEST = 17;
  private static final int CONNECTION_TEST_REPORT = 2;
  private static final int TICKS_PER_S = 10;

  private final FlightConfiguration configuration;
  private final ByteBuf packet = Unpooled.buffer(MAX_PACKET_BYTES);
  private final TmFrameBuilder frames = new TmFrameBuilder();
  private final PacketCounters counters = new PacketCounters();
  private final EventLimiter limiter = new EventLimiter();
  private long packetsGenerated;
  private long packetsDropped;
  private int unfit;
  private int unfitStructure;

  public Telemetry(FlightConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Frames of one tick.
   *
   * @param now what the components put out
   * @param reports S1 reports to send
   * @param events of all components, in tick order
   * @param choice what the ground chose to be told
   */
  public List<byte[]> step(
      Tick tick,
      TickResults now,
      List<CommandReport> reports,
      List<EventReport> events,
      ReportingChoice choice) {
    for (CommandReport report : reports) {
      send(tick, Apid.CORE, VERIFICATION, subtype(report), data -> write(report, data));
    }
    for (int i = 0; i < choice.connectionAnswers(); i++) {
      send(tick, Apid.CORE, TEST, CONNECTION_TEST_REPORT, data -> {});
    }
    for (EventReport event : limiter.pass(tick, events, choice.disabledEvents())) {
      send(tick, event);
    }
    if (unfit > 0 && tick.every(TICKS_PER_S)) {
      EventReport left = new EventReport(ChaserEvent.REPORTS_UNFIT, unfit, unfitStructure, 0);
      send(tick, left);
      unfit = 0;
    }
    for (Structure<?> structure : Structure.ALL) {
      if (structure.isDue(tick, now, choice)) {
        send(tick, now, structure);
      }
    }
    return frames.flush(now.uplink().clcw());
  }

  /** Packets given to the downlink since start. */
  public long packetsGenerated() {
    return packetsGenerated;
  }

  /** Packets that found the downlink queue full, since start. */
  public long packetsDropped() {
    return packetsDropped;
  }

  private <T extends Record> void send(Tick tick, TickResults now, Structure<T> structure) {
    T contents = structure.contents().of(configuration, tick, now, packetsGenerated + 1);
    try {
      send(
          tick,
          structure.apid(),
          HOUSEKEEPING,
          PARAMETER_REPORT,
          data -> structure.codec().encode(contents, data));
    } catch (IllegalArgumentException noForm) {
      unfit++;
      unfitStructure = structure.id();
    }
  }

  private void send(Tick tick, EventReport event) {
    int severity = event.severity().subtype();
    EventReport fit =
        new EventReport(event.event(), bounded(event.a()), bounded(event.b()), bounded(event.c()));
    try {
      send(tick, Apid.CORE, EVENT_REPORTING, severity, data -> EventCodec.encode(fit, data));
    } catch (IllegalArgumentException noForm) {
      unfit++;
      unfitStructure = 0;
    }
  }

  /** A number without bounds, as a damaged sensor makes one, is told as the largest on the wire. */
  private static double bounded(double number) {
    return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
  }

  private void send(Tick tick, int apid, int service, int subtype, Consumer<ByteBuf> userData) {
    packet.clear();
    int start =
        TmPacketWriter.begin(
            packet,
            apid,
            service,
            subtype,
            counters.sequenceCount(apid),
            counters.messageCount(apid, service, subtype),
            tick.tai_ns());
    userData.accept(packet);
    TmPacketWriter.end(packet, start);
    if (frames.hasRoomFor(packet.readableBytes())) {
      frames.add(packet);
      packetsGenerated++;
    } else {
      packetsDropped++;
    }
  }

  /** S1 subtypes: 1 acceptance, 3 start, 7 completion; the next one for the failure of each. */
  private static int subtype(CommandReport report) {
    int success =
        switch (report.stage()) {
          case ACCEPTANCE -> 1;
          case START -> 3;
          case COMPLETION -> 7;
        };
    return report.refusal() == Refusal.NONE ? success : success + 1;
  }

  private static void write(CommandReport report, ByteBuf data) {
    data.writeShort(report.request().packetId());
    data.writeShort(report.request().sequenceControl());
    if (report.refusal() != Refusal.NONE) {
      data.writeByte(report.refusal().code());
      data.writeFloat((float) report.parameter1());
      data.writeFloat((float) report.parameter2());
    }
  }

  @Override
  public void save(StateWriter out) {
    frames.save(out);
    counters.save(out);
    limiter.save(out);
    out.put(packetsGenerated).put(packetsDropped).put(unfit).put(unfitStructure);
  }

  @Override
  public void restore(StateReader in) {
    frames.restore(in);
    counters.restore(in);
    limiter.restore(in);
    packetsGenerated = in.getLong();
    packetsDropped = in.getLong();
    unfit = in.getInt();
    unfitStructure = in.getInt();
  }
}
