package org.holdpoint.yamcs.link;

import org.jspecify.annotations.Nullable;

/**
 * What Yamcs's frame decoder does not say: a frame that is too long or from another spacecraft, and
 * gaps in the virtual channel frame count (CCSDS 132.0-B-3, 4.1.2: SCID in bits 2-11, virtual
 * channel in bits 12-14, its frame count in octet 3).
 */
final class FrameCheck {
  private static final int HEADER_BYTES = 6;

  private final int spacecraftId;
  private final int shortest;
  private final int longest;
  private int lastCount = -1;

  FrameCheck(int spacecraftId, int shortest, int longest) {
    this.spacecraftId = spacecraftId;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** What is wrong with the frame, or null. */
  @Nullable String faultOf(byte[] frame) {
    if (frame.length < HEADER_BYTES || frame.length < shortest) {
      return "%d bytes, shorter than %d".formatted(frame.length, shortest);
    }
    if (frame.length > longest) {
      return "%d bytes, longer than %d".formatted(frame.length, longest);
    }
    int scid = (frame[0] & 0x3F) << 4 | (frame[1] & 0xF0) >> 4;
    if (scid != spacecraftId) {
      return "spacecraft 0x%03X, not ours (0x%03X)".formatted(scid, spacecraftId);
    }
    return null;
  }

  /** Frames of VC 0 missing before this good one, 0..255. */
  int lostBefore(byte[] frame) {
    int virtualChannel = (frame[1] & 0x0E) >> 1;
    if (virtualChannel != 0) {
      return 0;
    }
    int count = frame[3] & 0xFF;
    int lost = lastCount < 0 ? 0 : count - lastCount - 1 & 0xFF;
    lastCount = count;
    return lost;
  }

  /** What passed while we were away is not lost on the space link: begin to count anew. */
  void reconnected() {
    lastCount = -1;
  }
}
