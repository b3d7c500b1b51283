package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdpoint.world.TargetAttitude;
import org.holdpoint.world.TargetAttitude.Motion;
import org.holdpoint.world.TargetBurn;
import org.holdpoint.world.TargetEvasion;
import org.holdpoint.world.sample.Xyz;
import org.jspecify.annotations.Nullable;

/** Reads how the target turns and manoeuvres. */
final class TargetReader {
  /** Of a spin that says no rate. */
  private static final Xyz SPIN_DEG_S = new Xyz(0, 1, 0);

  private final CheckedFile checked;

  TargetReader(CheckedFile checked) {
    this.checked = checked;
  }

  TargetAttitude attitude(JsonNode target) {
    String name = target.path("attitude").asText().toUpperCase(Locale.ROOT).replace('-', '_');
    Motion motion = Motion.valueOf(name);
    if (motion == Motion.TUMBLE && !target.has("rate_deg_s")) {
      checked.mistake(
          "$.target", "'rate_deg_s' is missing: a tumble is about [x, y, z], body axes");
      return TargetAttitude.NADIR_FIXED;
    }
    Xyz otherwise = motion == Motion.SPIN ? SPIN_DEG_S : new Xyz(0, 0, 0);
    try {
      return new TargetAttitude(
          motion,
          vector(target.path("rate_deg_s"), otherwise),
          vector(target.path("inertia_kg_m2"), TargetAttitude.BOX_KG_M2));
    } catch (IllegalArgumentException e) {
      checked.mistake(
          target.has("rate_deg_s") ? "$.target.rate_deg_s" : "$.target",
          String.valueOf(e.getMessage()));
      return TargetAttitude.NADIR_FIXED;
    }
  }

  List<TargetBurn> burns(JsonNode rows) {
    List<TargetBurn> burns = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      try {
        burns.add(new TargetBurn(row.path("at_s").asDouble(), vector(row.path("dv_L_m_s"))));
      } catch (IllegalArgumentException e) {
        checked.mistake("$.target.burns[" + i + "]", String.valueOf(e.getMessage()));
      }
    }
    return burns;
  }

  @Nullable TargetEvasion evasion(JsonNode row) {
    if (row.isMissingNode()) {
      return null;
    }
    try {
      return new TargetEvasion(
          row.path("range_m").asDouble(),
          vector(row.path("dv_L_m_s")),
          row.path("times").asInt(1),
          row.path("pause_s").asDouble(60));
    } catch (IllegalArgumentException e) {
      checked.mistake("$.target.evades", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static Xyz vector(JsonNode row, Xyz otherwise) {
    return row.isMissingNode() ? otherwise : vector(row);
  }

  private static Xyz vector(JsonNode row) {
    return Xyz.of(StartReader.list(row), 0);
  }
}
