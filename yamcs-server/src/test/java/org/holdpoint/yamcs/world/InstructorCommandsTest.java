package org.holdpoint.yamcs.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InstructorCommandsTest {
  @Test
  @Tag("GND-061")
  void aFaultCarriesItsParameters() {
    var action =
        InstructorCommands.action(
            "INJECT_FAULT",
            Map.of(
                "unit", "laser-ranger-a", "kind", "ramp", "parameters", "rate_m_s=0.5, bias_m=-2"),
            7,
            "instructor");
    assertThat(action.getActionId()).isEqualTo(7);
    assertThat(action.getInject().getUnit()).isEqualTo("laser-ranger-a");
    assertThat(action.getInject().getParameters(0).getValue()).isEqualTo(0.5);
    assertThat(action.getInject().getParameters(1).getName()).isEqualTo("bias_m");
    assertThat(action.getInject().getParameters(1).getValue()).isEqualTo(-2);
  }

  @Test
  @Tag("GND-061")
  void pauseAndResumeAreOneMessage() {
    assertThat(InstructorCommands.action("PAUSE", Map.of(), 1, "i").getPause()).isTrue();
    var resume = InstructorCommands.action("RESUME", Map.of(), 2, "i");
    assertThat(resume.hasPause()).isTrue();
    assertThat(resume.getPause()).isFalse();
  }

  @Test
  @Tag("GND-061")
  void aBurnOfTheTargetCarriesItsThreeComponents() {
    var action =
        InstructorCommands.action(
            "MANOEUVRE_TARGET",
            Map.of("dv_x_m_s", "0.1", "dv_y_m_s", "-0.2", "dv_z_m_s", "0"),
            3,
            "i");
    assertThat(action.getManoeuvreTarget().getDvLMS().getX()).isEqualTo(0.1);
    assertThat(action.getManoeuvreTarget().getDvLMS().getY()).isEqualTo(-0.2);
    assertThatThrownBy(
            () -> InstructorCommands.action("MANOEUVRE_TARGET", Map.of("dv_x_m_s", "1"), 4, "i"))
        .hasMessageContaining("argument 'dv_y_m_s' is missing");
  }

  @Test
  @Tag("GND-062")
  void aBadParameterSaysHowItShouldLook() {
    assertThatThrownBy(
            () ->
                InstructorCommands.action(
                    "INJECT_FAULT", Map.of("unit", "u", "kind", "k", "parameters", "fast"), 1, "i"))
        .hasMessageContaining("name=value");
    assertThatThrownBy(() -> InstructorCommands.action("SET_WARP", Map.of("warp", "NaN"), 1, "i"))
        .hasMessageContaining("must be a number");
    assertThatThrownBy(() -> InstructorCommands.action("FLY", Map.of(), 1, "i"))
        .hasMessageContaining("'FLY' is not an instructor's action");
  }
}
