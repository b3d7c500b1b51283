package org.holdpoint.yamcs.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PageHandlerTest {
  @Test
  @Tag("GND-070")
  void theBarePathAndDeepLinksGiveThePage() {
    assertThat(PageHandler.fileOf("/rpo", "rpo")).isEqualTo("index.html");
    assertThat(PageHandler.fileOf("/rpo/", "rpo")).isEqualTo("index.html");
    assertThat(PageHandler.fileOf("/rpo/gates/2", "rpo")).isEqualTo("index.html");
    assertThat(PageHandler.fileOf("/rpo/plot/axes.js", "rpo")).isEqualTo("plot/axes.js");
  }

  @Test
  @Tag("GND-071")
  void noPathLeavesThePagesFolder() {
    assertThat(PageHandler.fileOf("/rpo/../instructor/index.html", "rpo")).isNull();
    assertThat(PageHandler.fileOf("/rpo/a/../../x.class", "rpo")).isNull();
    assertThat(PageHandler.fileOf("/rpo/.git/config.txt", "rpo")).isNull();
    assertThat(PageHandler.fileOf("/rpo/%2e%2e/x.class", "rpo")).isNull();
    assertThat(PageHandler.fileOf("/rpo/..\\x.class", "rpo")).isNull();
  }
}
