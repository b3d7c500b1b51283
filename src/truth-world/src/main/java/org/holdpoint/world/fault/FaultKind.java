package org.holdpoint.world.fault;

/** What can go wrong with a unit; what it means for a unit stands in its offer. */
public enum FaultKind {
  BIAS("bias"),
  RAMP("ramp"),
  DRIFT("drift"),
  NOISE("noise"),
  OUTLIER("outlier"),
  STUCK("stuck"),
  FREEZE("freeze"),
  DROPOUT("dropout"),
  DEGRADED("degraded"),
  LATENCY("latency"),
  RESET("reset"),
  SWAPPED_AXIS("swapped-axis"),
  STUCK_CLOSED("stuck-closed"),
  STUCK_OPEN("stuck-open"),
  LEAK("leak");

  private final String code;

  FaultKind(String code) {
    this.code = code;
  }

  /** As scenarios and instructors write it. */
  public String code() {
    return code;
  }
}
