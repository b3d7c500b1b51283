package org.holdpoint.flight.ccsds;

/** States of FARM-1 (CCSDS 232.1-B-2, 6.2). */
enum FarmState {
  /** S1: frames are accepted. */
  OPEN,
  /** S2: no buffer for the next frame. */
  WAIT,
  /** S3: a sequence number far outside the window came; the ground must unlock. */
  LOCKOUT
}
