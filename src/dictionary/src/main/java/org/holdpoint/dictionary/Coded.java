package org.holdpoint.dictionary;

/** An enumeration whose constants have an explicit, append-only code on the wire (0..255). */
public interface Coded {
  /** Code on the wire; never reused, never renumbered. */
  int code();
}
