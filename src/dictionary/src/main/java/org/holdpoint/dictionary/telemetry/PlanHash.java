package org.holdpoint.dictionary.telemetry;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/** The hash that names a plan: what a GO consents to. */
public final class PlanHash {
  private static final int LEG_BYTES = 2 + 4 * Float.BYTES;

  private PlanHash() {}

  /** CRC-32 over kind U8, gate U8, target 3 x F32, duration F32 of each leg in order. */
  public static long of(List<PlanPacket.Leg> legs) {
    ByteBuffer bytes = ByteBuffer.allocate(LEG_BYTES * legs.size());
    for (PlanPacket.Leg leg : legs) {
      bytes.put((byte) leg.kind().code()).put((byte) leg.gate_id());
      bytes.putFloat((float) leg.target_L_m().x());
      bytes.putFloat((float) leg.target_L_m().y());
      bytes.putFloat((float) leg.target_L_m().z());
      bytes.putFloat((float) leg.duration_s());
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return crc.getValue();
  }
}
