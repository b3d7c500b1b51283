package org.holdpoint.world.fault;

/** What can go wrong with a unit. */
public enum FaultKind {
  BIAS("bias", "a constant error"),
  RAMP("ramp", "an error that grows steadily from zero"),
  DRIFT("drift", "an error that wanders: a random walk"),
  DROPOUT("dropout", "the unit delivers nothing"),
  FREEZE("freeze", "the unit repeats its last value with fresh time stamps"),
  NOISE("noise", "the unit's noise is larger by a factor"),
  OUTLIER("outlier", "single samples are far off, each with a probability"),
  STUCK_CLOSED("stuck-closed", "the thruster gives no thrust"),
  STUCK_OPEN("stuck-open", "the thruster fires all the time"),
  DEGRADED("degraded", "the thruster gives a share of its thrust"),
  STUCK("stuck", "the wheel gives no torque and keeps its momentum");

  private final String code;
  private final String description;

  FaultKind(String code, String description) {
    this.code = code;
    this.description = description;
  }

  /** As scenarios and instructors write it. */
  public String code() {
    return code;
  }

  public String description() {
    return description;
  }
}
