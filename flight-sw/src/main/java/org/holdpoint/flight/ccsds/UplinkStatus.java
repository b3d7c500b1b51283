package org.holdpoint.flight.ccsds;

import org.holdpoint.dictionary.telemetry.FrameError;

/**
 * State of the uplink after a tick, for housekeeping and the frames.
 *
 * @param clcw communications link control word
 * @param v_R next expected frame sequence number
 * @param framesAccepted transfer frames accepted since start, control frames included
 * @param unitsDropped CLTUs, frames and packets dropped since start
 * @param mendedBits wrong bits that the BCH code mended since start
 * @param lastError why the last unit was dropped
 */
public record UplinkStatus(
    int clcw,
    int v_R,
    long framesAccepted,
    long unitsDropped,
    long mendedBits,
    FrameError lastError) {}
