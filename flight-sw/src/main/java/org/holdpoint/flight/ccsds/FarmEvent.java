package org.holdpoint.flight.ccsds;

/** Events of FARM-1, in the order and with the numbers of CCSDS 232.1-B-2, table 6-1. */
enum FarmEvent {
  /** E1: AD frame, N(S) = V(R), buffer available. */
  E1_EXPECTED,
  /** E2: AD frame, N(S) = V(R), no buffer available. */
  E2_EXPECTED_NO_BUFFER,
  /** E3: AD frame ahead of V(R), inside the positive window: frames in between were lost. */
  E3_AHEAD,
  /** E4: AD frame behind V(R), inside the negative window: repeated. */
  E4_BEHIND,
  /** E5: AD frame outside the window. */
  E5_OUTSIDE,
  /** E6: BD frame. */
  E6_BYPASS,
  /** E7: BC frame with Unlock. */
  E7_UNLOCK,
  /** E8: BC frame with Set V(R). */
  E8_SET_V_R,
  /** E9: invalid frame, or a BC frame with neither. */
  E9_INVALID,
  /** E10: a buffer is free again. */
  E10_BUFFER_RELEASE,
  /** E11: time to report a CLCW. */
  E11_REPORT
}
