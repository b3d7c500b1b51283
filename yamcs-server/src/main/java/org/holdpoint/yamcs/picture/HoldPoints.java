package org.holdpoint.yamcs.picture;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.motion.Vec3;
import org.holdpoint.yamcs.api.messages.HoldPoint;
import org.jspecify.annotations.Nullable;

/**
 * The plan's hold points. Leg i departs from the hold of its gate and ends at its target, which is
 * the hold of the next leg's gate; after the last leg comes one more gate. The first gate's place
 * is not in the plan: it is where the vehicle holds while that gate is at hand. A
 * circumnavigation's target is a set of semi-axes, not a point.
 */
final class HoldPoints {
  private @Nullable Vec3 firstGate_L_m;
  private List<HoldPoint> last = List.of();
  private int edition;

  /** Reads the plan again; cheap enough for each picture. */
  void update(Telemetry telemetry) {
    int legs = (int) telemetry.number("plan/leg_count", 0);
    List<HoldPoint> points = new ArrayList<>();
    int firstGateId = (int) telemetry.number("plan/leg_1_gate_id", 0);
    int gateAtHand = (int) telemetry.number("gate/gate_id", 0);
    boolean holding = telemetry.text("hk/mode").equals("HOLD");
    if (holding && legs > 0 && gateAtHand == firstGateId) {
      Vec3 reference = telemetry.vector("gnc/r_reference_L_m");
      Vec3 known = firstGate_L_m;
      if (reference != null && (known == null || known.minus(reference).norm() > 1)) {
        firstGate_L_m = reference;
      }
    }
    if (legs > 0 && firstGate_L_m != null) {
      points.add(point(firstGateId, firstGate_L_m));
    }
    int gateId = firstGateId;
    for (int leg = 1; leg <= Math.min(legs, PlanPacket.MAX_LEGS); leg++) {
      String name = "plan/leg_" + leg;
      gateId = (int) telemetry.number(name + "_gate_id", gateId);
      int endGate =
          leg < legs ? (int) telemetry.number("plan/leg_" + (leg + 1) + "_gate_id", 0) : gateId + 1;
      Vec3 target = telemetry.vector(name + "_target_L_m");
      LegKind kind = Predictions.kind(telemetry.text(name + "_kind"));
      if (target != null && (kind.endsAtPoint() || kind == LegKind.PHASE)) {
        points.add(point(endGate, target));
      }
    }
    if (!points.equals(last)) {
      last = List.copyOf(points);
      edition++;
    }
  }

  private static HoldPoint point(int gateId, Vec3 at_L_m) {
    return HoldPoint.newBuilder()
        .setName("Gate " + gateId)
        .setGateId(gateId)
        .setXM(at_L_m.x())
        .setYM(at_L_m.y())
        .setZM(at_L_m.z())
        .build();
  }

  List<HoldPoint> points() {
    return last;
  }

  /** Grows by one at each change. */
  int edition() {
    return edition;
  }
}
