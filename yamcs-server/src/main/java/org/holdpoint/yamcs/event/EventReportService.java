package org.holdpoint.yamcs.event;

import io.netty.buffer.Unpooled;
import org.holdpoint.dictionary.EventCodec;
import org.holdpoint.dictionary.event.EventReport;
import org.jspecify.annotations.Nullable;
import org.yamcs.AbstractYamcsService;
import org.yamcs.InitException;
import org.yamcs.Spec;
import org.yamcs.Spec.OptionType;
import org.yamcs.StandardTupleDefinitions;
import org.yamcs.YConfiguration;
import org.yamcs.events.EventProducer;
import org.yamcs.events.EventProducerFactory;
import org.yamcs.protobuf.Event.EventSeverity;
import org.yamcs.yarch.Stream;
import org.yamcs.yarch.StreamSubscriber;
import org.yamcs.yarch.Tuple;
import org.yamcs.yarch.YarchDatabase;
import org.yamcs.yarch.protobuf.Db.Event;

/**
 * Turns TM[5,x] packets into Yamcs events of source {@value #SOURCE}, with the dictionary's text
 * and the packet's time. An event that the dictionary does not know is told as such, not dropped.
 */
public final class EventReportService extends AbstractYamcsService implements StreamSubscriber {
  static final String SOURCE = "FlightSoftware";

  private static final int SERVICE_OFFSET = 7;
  private static final int SUBTYPE_OFFSET = 8;
  private static final int USER_DATA_OFFSET = 6 + 14;
  private static final int EVENT_BYTES = 2 + 3 * 4;
  private static final int CRC_BYTES = 2;
  private static final int EVENT_SERVICE = 5;

  private Stream stream;
  private EventProducer events;

  @SuppressWarnings(
      "NullAway.Init") // Yamcs makes services by reflection and calls init before all else
  public EventReportService() {}

  @Override
  public Spec getSpec() {
    Spec spec = new Spec();
    spec.addOption("stream", OptionType.STRING).withRequired(true);
    return spec;
  }

  @Override
  public void init(String instance, String name, YConfiguration config) throws InitException {
    super.init(instance, name, config);
    String streamName = config.getString("stream");
    Stream found = YarchDatabase.getInstance(instance).getStream(streamName);
    if (found == null) {
      throw new InitException("there is no stream " + streamName);
    }
    stream = found;
    events = EventProducerFactory.getEventProducer(instance, SOURCE, 10000);
    events.setRepeatedEventReduction(false, 10000);
  }

  @Override
  public void onTuple(Stream from, Tuple tuple) {
    byte[] packet = tuple.getColumn(StandardTupleDefinitions.TM_PACKET_COLUMN);
    if (packet.length <= SUBTYPE_OFFSET || packet[SERVICE_OFFSET] != EVENT_SERVICE) {
      return;
    }
    long time = tuple.getTimestampColumn(StandardTupleDefinitions.GENTIME_COLUMN);
    int sequence = tuple.getIntColumn(StandardTupleDefinitions.SEQNUM_COLUMN);
    Told told = tell(packet);
    Event event =
        events
            .newEvent()
            .setGenerationTime(time)
            .setSeqNumber(sequence)
            .setSource(SOURCE)
            .setType(told.type())
            .setSeverity(told.severity())
            .setMessage(told.text())
            .build();
    events.sendEvent(event);
  }

  /** What an S5 packet says. */
  record Told(String type, EventSeverity severity, String text) {}

  static Told tell(byte[] packet) {
    int subtype = packet[SUBTYPE_OFFSET] & 0xFF;
    if (packet.length < USER_DATA_OFFSET + EVENT_BYTES + CRC_BYTES) {
      return new Told(
          "UNREADABLE", EventSeverity.WARNING, "Event report of " + packet.length + " bytes");
    }
    try {
      EventReport report =
          EventCodec.decode(Unpooled.wrappedBuffer(packet, USER_DATA_OFFSET, EVENT_BYTES));
      return new Told(report.event().name(), severityOf(subtype), EventCodec.text(report));
    } catch (IllegalArgumentException e) {
      @Nullable String reason = e.getMessage();
      return new Told(
          "UNKNOWN_EVENT", EventSeverity.WARNING, "Event report not understood: " + reason);
    }
  }

  /** S5 subtypes 1..4 (informative, low, medium, high severity). */
  static EventSeverity severityOf(int subtype) {
    return switch (subtype) {
      case 1 -> EventSeverity.INFO;
      case 2 -> EventSeverity.WATCH;
      case 3 -> EventSeverity.WARNING;
      default -> EventSeverity.CRITICAL;
    };
  }

  @Override
  protected void doStart() {
    stream.addSubscriber(this);
    notifyStarted();
  }

  @Override
  protected void doStop() {
    stream.removeSubscriber(this);
    notifyStopped();
  }
}
