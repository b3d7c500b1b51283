package org.holdpoint.dictionary.telemetry;

import java.util.List;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.WireType;
import org.holdpoint.dictionary.Xyz;

/** The mission plan onboard. */
@Packet(
    name = "plan",
    apid = 101,
    structure = 3,
    period_ms = 10000,
    description = "The mission plan onboard, leg by leg; also sent at once when it changes.")
public record PlanPacket(
    @Field("Identifier of the plan") int plan_id,
    @Field("Hash of the plan (CRC-32 of its encoded legs)") long plan_hash,
    @Field(value = "Number of legs", wire = WireType.U8) int leg_count,
    @Repeat(value = 8, name = "leg") List<Leg> legs) {

  /** Most legs that a plan can have. */
  public static final int MAX_LEGS = 8;

  public PlanPacket {
    legs = List.copyOf(legs);
  }

  /** One leg: it departs from its gate and ends at its target point. */
  public record Leg(
      @Field("Kind of leg") LegKind kind,
      @Field(value = "Gate that a GO must name to release it", wire = WireType.U8) int gate_id,
      @Field(value = "End point, target-centred QSW", unit = "m") Xyz target_L_m,
      @Field(value = "Duration; 0 lets the flight software choose", unit = "s")
          double duration_s) {}
}
