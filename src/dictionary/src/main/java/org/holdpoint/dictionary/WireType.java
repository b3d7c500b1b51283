package org.holdpoint.dictionary;

/** How one field is written; all big-endian. */
public enum WireType {
  /** Chosen from the Java type: double F32, int U16, long U32, boolean U8, enum U8. */
  DEFAULT,
  U8,
  U16,
  U32,
  F32,
  F64
}
