package org.holdpoint.yamcs.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.PlannedContact;
import org.holdpoint.yamcs.api.messages.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GND-047")
class PlannedContactsTest {
  private static final long S = 1_000_000_000L;

  private static final ClockState CLOCK =
      ClockState.newBuilder()
          .setTaiNs(0)
          .setStartTaiNs(0)
          .setWarp(1)
          .setPaused(false)
          .setRun("r")
          .setScenario("s")
          .setEnded(false)
          .addPlannedContacts(contact(100, 700, "svalbard, kiruna"))
          .addPlannedContacts(contact(3000, 3500, "troll"))
          .build();

  private static PlannedContact contact(long aos_s, long los_s, String sites) {
    return PlannedContact.newBuilder()
        .setAosTaiNs(aos_s * S)
        .setLosTaiNs(los_s * S)
        .setSites(sites)
        .build();
  }

  private static Link.Builder at(long now_s, boolean silent) {
    Link.Builder link = Link.newBuilder();
    PlannedContacts.tell(CLOCK, now_s * S, silent, link);
    return link;
  }

  @Test
  void aPlannedLossOfSignalCountsDownToTheNextAcquisition() {
    Link.Builder link = at(1000, true);
    assertThat(link.getContact()).isEqualTo("PLANNED_LOS");
    assertThat(link.getContactChangesInS()).isCloseTo(2000, within(1e-9));
    assertThat(link.getContactSites()).isEqualTo("troll");
  }

  @Test
  void aContactCountsDownToItsLossOfSignalAndSilenceInItIsNoPlan() {
    assertThat(at(400, false).getContact()).isEqualTo("CONTACT");
    assertThat(at(400, false).getContactChangesInS()).isCloseTo(300, within(1e-9));
    assertThat(at(400, true).getContact()).as("an anomaly").isEqualTo("CONTACT");
  }

  @Test
  void someSecondsOfSilenceAtTheEdgesAreStillPlanned() {
    assertThat(at(105, true).getContact()).isEqualTo("PLANNED_LOS");
    assertThat(at(105, false).getContact()).isEqualTo("CONTACT");
    assertThat(at(120, true).getContact()).isEqualTo("CONTACT");
    assertThat(at(690, true).getContact()).isEqualTo("PLANNED_LOS");
  }

  @Test
  void withoutAPlanNothingIsSaid() {
    Link.Builder link = Link.newBuilder();
    PlannedContacts.tell(null, 0, true, link);
    assertThat(link.hasContact()).isFalse();
    assertThat(at(4000, true).hasContact()).as("the plan is over").isFalse();
  }
}
