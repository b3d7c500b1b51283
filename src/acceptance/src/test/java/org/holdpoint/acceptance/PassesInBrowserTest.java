package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person waits at the console for the spacecraft to rise. */
class PassesInBrowserTest {
  @Test
  @Tag("GND-047")
  void aPlannedLossOfSignalLooksPlannedAndWarpDropsBeforeTheAcquisition() throws Exception {
    try (LiveFlight flight = new LiveFlight("first-approach-by-passes")) {
      ConsolePage page = new ConsolePage(1366, 768);
      try {
        page.open(flight.operators() + "/rpo");
        page.login("director", LiveFlight.password("director"));
        page.awaitText("contact", text -> text.startsWith("planned LOS, AOS in"), 60);
        page.awaitText("banner", text -> text.startsWith("Planned loss of signal"), 10);
        page.photograph("planned-loss");

        page.click("warp-100");
        page.awaitText("warp-note", text -> text.contains("acquisition of signal in"), 60);
        page.awaitText("contact", text -> text.startsWith("LOS in"), 240);
        page.awaitText("mode", text -> text.contains("HOLD"), 60);
        page.photograph("acquired");
        assertThat(page.all("[data-testid=banner]:not([hidden])")).isEmpty();
      } finally {
        page.close();
      }
    }
  }
}
