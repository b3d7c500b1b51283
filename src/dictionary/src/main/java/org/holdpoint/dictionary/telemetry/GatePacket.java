package org.holdpoint.dictionary.telemetry;

import java.util.List;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.WireType;

/** The gate that the vehicle waits at, criterion by criterion. */
@Packet(
    name = "gate",
    apid = 101,
    structure = 2,
    period_ms = 1000,
    description =
        "The gate at hand: its criteria one by one, the plan hash a GO must name, and the last GO.")
public record GatePacket(
    @Field(value = "Gate at hand; 0 when the vehicle waits at none", wire = WireType.U8)
        int gate_id,
    @Field("All applicable criteria pass") boolean gate_open,
    @Field(value = "Leg that a GO releases, 1-based; 0 when none", wire = WireType.U8)
        int next_leg_index,
    @Field("Kind of the leg that a GO releases") LegKind next_leg_kind,
    @Field("Identifier of the plan onboard") int plan_id,
    @Field("Hash of the plan onboard (CRC-32 of its encoded legs)") long plan_hash,
    @Field("What became of the last GO") GoState go_state,
    @Field(value = "Expiry of the last GO, TAI seconds since 1958", unit = "s")
        long go_expiry_tai_s,
    @Field(value = "Present onboard time, TAI seconds since 1958", unit = "s") long onboard_tai_s,
    @Field(value = "How long the present hold stays passively safe", unit = "s")
        double hold_safe_for_s,
    @Repeat(value = 11, name = "criterion") List<Criterion> criteria) {

  public GatePacket {
    criteria = List.copyOf(criteria);
  }

  /** One criterion with its measured value, limit and verdict. */
  public record Criterion(
      @Field("What is checked") GateCriterion id,
      @Field("Measured value, in the unit that the criterion's name ends in") double value,
      @Field("Limit, same unit") double limit,
      @Field("Verdict") Verdict verdict) {}
}
