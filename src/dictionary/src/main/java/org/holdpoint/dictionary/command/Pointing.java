package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Coded;

/** Attitude profiles. */
public enum Pointing implements Coded {
  /** Camera boresight to the target. */
  TARGET(0),
  /** Body axes along the local orbital frame, boresight to nadir. */
  NADIR(1),
  /** Keep the present inertial attitude. */
  INERTIAL(2);

  private final int code;

  Pointing(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
