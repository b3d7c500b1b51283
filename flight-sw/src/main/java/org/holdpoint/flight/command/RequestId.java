package org.holdpoint.flight.command;

/**
 * Which telecommand a PUS S1 report is about.
 *
 * @param packetId first 16 bits of its packet header
 * @param sequenceControl second 16 bits
 */
public record RequestId(int packetId, int sequenceControl) {}
