package org.holdpoint.rehearsal.station;

import org.holdpoint.dictionary.command.ChaserCommand;

/**
 * A command handed to the uplink, with what its verification reports will carry.
 *
 * @param command what was sent
 * @param packetId first 16 bits of its packet
 * @param sequenceControl second 16 bits
 * @param bypass sent as a BD frame
 */
public record SentCommand(
    ChaserCommand command, int packetId, int sequenceControl, boolean bypass) {

  /** Whether a verification report is about this command. */
  public boolean isMeantBy(Downlinked.Verification report) {
    return report.packetId() == packetId && report.sequenceControl() == sequenceControl;
  }
}
