package org.holdpoint.flight.mode;

/** What the processor's watch says of a tick. */
public enum ProcessorWord {
  /** It ran on. */
  STEADY,
  /** It was restarted before this tick and goes on from retained memory. */
  RESTARTED,
  /** It was, again and again. */
  UNSTABLE
}
