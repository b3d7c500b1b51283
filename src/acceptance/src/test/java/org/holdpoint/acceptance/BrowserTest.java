package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person at the console: real browser, real servers, real flight. */
class BrowserTest {
  private static final List<String> ABORTS = List.of("hold-arm", "retreat-arm", "abort-arm");

  private LiveFlight flight;
  private ConsolePage page;

  @BeforeEach
  void open() throws Exception {
    flight = new LiveFlight("first-approach");
    page = new ConsolePage(1366, 768);
    page.open(flight.operators() + "/rpo");
    page.login("director", LiveFlight.password("director"));
  }

  @AfterEach
  void close() throws Exception {
    try {
      if (page != null) {
        page.photograph("last-" + flight.run());
        page.close();
      }
    } finally {
      if (flight != null) {
        flight.close();
      }
    }
  }

  @Test
  @Tag("CON-100")
  void aPersonFliesTheFirstTransferByClickingThenArmsAndFiresTheAbort() throws Exception {
    page.awaitText("mode", text -> text.contains("HOLD"), 60);
    page.photograph("hold-1000");
    for (String abort : ABORTS) {
      assertThat(page.wholeInView(abort)).as(abort + " at 1366x768").isTrue();
    }
    page.click("warp-20");
    page.awaitText("gate-open", text -> text.contains("OPEN"), 120);
    page.click("adopt-epoch");
    page.click("go-button");
    page.click("go-confirm");
    page.awaitText("mode", text -> text.contains("TRANSFER"), 60);
    page.photograph("transfer");
    flyTheCoast();
    page.awaitText("mode", text -> text.contains("HOLD"), 60);
    double range_m = Double.parseDouble(page.text("range").replaceAll("[^0-9.]", ""));
    assertThat(range_m).isBetween(200.0, 300.0);
    page.photograph("hold-250");

    page.click("abort-arm");
    page.click("abort-fire");
    page.await("[data-testid=abort-status][data-confirmed=true]", 60);
    page.awaitText("mode", text -> text.contains("ABORT"), 30);
    page.photograph("abort");
    assertThat(page.all("[data-testid=chip-completed]")).isNotEmpty();
    for (String abort : ABORTS) {
      assertThat(page.wholeInView(abort)).as(abort + " during the abort").isTrue();
    }
    page.resize(1920, 1080);
    page.photograph("abort-1080");
    assertThat(page.wholeInView("abort-arm")).isTrue();
  }

  /** Asks for warp again whenever it has dropped, until the transfer is over. */
  private void flyTheCoast() throws InterruptedException {
    long giveUp_ms = System.currentTimeMillis() + 300_000;
    while (page.text("mode").contains("TRANSFER")) {
      assertThat(System.currentTimeMillis()).isLessThan(giveUp_ms);
      page.click("warp-100");
      Thread.sleep(2000);
    }
  }
}
