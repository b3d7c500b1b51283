package org.holdpoint.yamcs.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.holdpoint.dictionary.EventCodec;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yamcs.protobuf.Event.EventSeverity;

class EventReportServiceTest {
  @Test
  @Tag("GND-020")
  void theTextCarriesNumbersAndConstants() {
    ByteBuf packet = Unpooled.buffer().writeZero(8).writeByte(1).writeZero(11);
    EventCodec.encode(new EventReport(ChaserEvent.MODE_CHANGED, 1, 2, 0), packet);
    packet.writeShort(0);
    var told = EventReportService.tell(ByteBufUtil.getBytes(packet));
    assertThat(told.type()).isEqualTo("MODE_CHANGED");
    assertThat(told.text()).isEqualTo("Mode HOLD -> TRANSFER");
    assertThat(told.severity()).isEqualTo(EventSeverity.INFO);
  }

  @Test
  @Tag("GND-021")
  void anEventOutsideTheDictionaryIsToldNotDropped() {
    ByteBuf packet = Unpooled.buffer().writeZero(8).writeByte(3).writeZero(11);
    packet.writeShort(9999).writeZero(12).writeShort(0);
    var told = EventReportService.tell(ByteBufUtil.getBytes(packet));
    assertThat(told.type()).isEqualTo("UNKNOWN_EVENT");
    assertThat(told.text()).contains("9999");
  }

  @Test
  @Tag("GND-021")
  void aShortReportIsToldNotDropped() {
    assertThat(EventReportService.tell(new byte[20]).type()).isEqualTo("UNREADABLE");
  }

  @Test
  @Tag("GND-020")
  void severitiesFollowTheSubtypes() {
    assertThat(EventReportService.severityOf(1)).isEqualTo(EventSeverity.INFO);
    assertThat(EventReportService.severityOf(2)).isEqualTo(EventSeverity.WATCH);
    assertThat(EventReportService.severityOf(3)).isEqualTo(EventSeverity.WARNING);
    assertThat(EventReportService.severityOf(4)).isEqualTo(EventSeverity.CRITICAL);
  }
}
