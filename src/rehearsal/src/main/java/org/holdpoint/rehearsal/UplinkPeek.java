package org.holdpoint.rehearsal;

/**
 * Looks into a CLTU from outside, without the onboard decoder, for judges that must know what
 * arrived.
 */
final class UplinkPeek {
  private static final int START_BYTES = 2;
  private static final int BLOCK_BYTES = 8;
  private static final int INFORMATION_BYTES = 7;
  private static final int FRAME_HEADER_BYTES = 5;
  private static final int PACKET_HEADER_BYTES = 6;
  private static final int SAFING_SERVICE = 202;
  private static final int ABORT_SUBTYPE = 3;

  private UplinkPeek() {}

  /** Whether the CLTU carries TC[202,3]. */
  static boolean isAbort(byte[] cltu) {
    int service = FRAME_HEADER_BYTES + PACKET_HEADER_BYTES + 1;
    return byteOfFrame(cltu, service) == SAFING_SERVICE
        && byteOfFrame(cltu, service + 1) == ABORT_SUBTYPE;
  }

  private static int byteOfFrame(byte[] cltu, int index) {
    int at = START_BYTES + index / INFORMATION_BYTES * BLOCK_BYTES + index % INFORMATION_BYTES;
    return at < cltu.length ? cltu[at] & 0xFF : -1;
  }
}
