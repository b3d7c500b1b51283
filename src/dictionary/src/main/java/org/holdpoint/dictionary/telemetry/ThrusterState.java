package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** What is known of one thruster. */
public enum ThrusterState implements Coded {
  @Meaning("In use.")
  GOOD(0),
  @Meaning("In use; what the IMU feels speaks against it.")
  SUSPECT(1),
  @Meaning("Isolated: it gave too little.")
  ISOLATED_WEAK(2),
  @Meaning("Isolated: it gave thrust uncommanded.")
  ISOLATED_OPEN(3),
  @Meaning("Isolated by ground.")
  ISOLATED_BY_GROUND(4);

  private final int code;

  ThrusterState(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
