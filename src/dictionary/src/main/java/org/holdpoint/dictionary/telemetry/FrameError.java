package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Why an uplinked unit was dropped. */
public enum FrameError implements Coded {
  @Meaning("Nothing dropped yet.")
  NONE(0),
  @Meaning("BCH code block could not be decoded.")
  CLTU_CODE(1),
  @Meaning("Shorter than its header says.")
  TRUNCATED(2),
  @Meaning("Longer than 1024 bytes.")
  OVERSIZE(3),
  @Meaning("Frame error control wrong.")
  CRC(4),
  @Meaning("Another spacecraft's identifier.")
  SPACECRAFT_ID(5),
  @Meaning("Not VC 0.")
  VIRTUAL_CHANNEL(6),
  @Meaning("Version or flags not ours.")
  FRAME_HEADER(7),
  @Meaning("FARM-1 in lockout.")
  LOCKOUT(8),
  @Meaning("FARM-1 sequence number outside the window or not the next.")
  SEQUENCE(9),
  @Meaning("FARM-1 in wait.")
  WAIT(10),
  @Meaning("Packet length wrong.")
  PACKET_LENGTH(11),
  @Meaning("Packet error control wrong.")
  PACKET_CRC(12),
  @Meaning("Application process unknown.")
  APID(13),
  @Meaning("Not a PUS-C telecommand.")
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
