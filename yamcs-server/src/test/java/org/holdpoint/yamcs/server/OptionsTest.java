package org.holdpoint.yamcs.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static Options parse(String... args) {
    return Options.parse(args, "run", "http-port");
  }

  @Test
  @Tag("GND-034")
  void eachMistakeIsNamed() {
    assertThatThrownBy(() -> parse("--rum", "x")).hasMessageContaining("'--rum' is not an option");
    assertThatThrownBy(() -> parse("--run")).hasMessageContaining("--run needs a value");
    assertThatThrownBy(() -> parse().text("run")).hasMessageContaining("--run is required");
    assertThatThrownBy(() -> parse("--http-port", "70000").port("http-port"))
        .hasMessageContaining("'70000'");
    assertThatThrownBy(() -> parse("--run", "../x").run("run")).hasMessageContaining("'../x'");
  }

  @Test
  @Tag("GND-034")
  void valuesComeBack() {
    Options options = parse("--run", "first-approach-7", "--http-port", "8090");
    assertThat(options.run("run")).isEqualTo("first-approach-7");
    assertThat(options.port("http-port")).isEqualTo(8090);
  }
}
