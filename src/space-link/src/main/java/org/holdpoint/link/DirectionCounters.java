package org.holdpoint.link;

/**
 * What became of the units sent in one direction, since start.
 *
 * @param sent handed to the channel
 * @param arrived handed out at the other end, those with wrong bits included
 * @param corrupted handed out with wrong bits
 * @param lost by the channel's loss probability
 * @param withoutSignal sent or due while there was no signal
 * @param overflowed dropped because the transmitter's queue was full
 */
public record DirectionCounters(
    long sent, long arrived, long corrupted, long lost, long withoutSignal, long overflowed) {}
