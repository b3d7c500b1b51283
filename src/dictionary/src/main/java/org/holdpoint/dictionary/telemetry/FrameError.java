package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Why an uplinked unit was dropped. */
public enum FrameError implements Coded {
  /** Nothing dropped yet. */
  NONE(0),
  /** BCH code block could not be decoded. */
  CLTU_CODE(1),
  /** Shorter than its header says. */
  TRUNCATED(2),
  /** Longer than 1024 bytes. */
  OVERSIZE(3),
  /** Frame error control wrong. */
  CRC(4),
  /** Another spacecraft's identifier. */
  SPACECRAFT_ID(5),
  /** Not VC 0. */
  VIRTUAL_CHANNEL(6),
  /** Version or flags not ours. */
  FRAME_HEADER(7),
  /** FARM-1 in lockout. */
  LOCKOUT(8),
  /** FARM-1 sequence number outside the window or not the next. */
  SEQUENCE(9),
  /** FARM-1 in wait. */
  WAIT(10),
  /** Packet length wrong. */
  PACKET_LENGTH(11),
  /** Packet error control wrong. */
  PACKET_CRC(12),
  /** Application process unknown. */
  APID(13),
  /** Not a PUS-C telecommand. */
  SECONDARY_HEADER(14);

  private final int code;

  FrameError(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
