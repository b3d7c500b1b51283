package org.holdpoint.dictionary;

/** Application process identifiers and identifiers of the space link. */
public final class Apid {
  /** Spacecraft identifier, 10 bits. */
  public static final int SPACECRAFT_ID = 0x0B5;

  /** PUS S1, S5 and S17 reports; destination of every telecommand. */
  public static final int CORE = 100;

  /** Housekeeping at 1 Hz. */
  public static final int HOUSEKEEPING = 101;

  /** Guidance, navigation and control. */
  public static final int GNC = 102;

  /** Safety monitor. */
  public static final int SAFETY = 103;

  /** Idle packets. */
  public static final int IDLE = 2047;

  private Apid() {}
}
