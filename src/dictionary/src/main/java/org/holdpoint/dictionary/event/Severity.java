package org.holdpoint.dictionary.event;

/** Severity of an event report: the subtype of PUS S5. */
public enum Severity {
  INFO(1),
  LOW(2),
  MEDIUM(3),
  HIGH(4);

  private final int subtype;

  Severity(int subtype) {
    this.subtype = subtype;
  }

  /** S5 subtype on the wire. */
  public int subtype() {
    return subtype;
  }
}
