package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Constraints of run-time assurance. */
public enum AssuranceConstraint implements Coded {
  @Meaning("None.")
  NONE(0),
  @Meaning("Stops before the keep-out sphere with one thruster failed.")
  BRAKING(1),
  @Meaning("Speed grows with range at most.")
  SPEED(2),
  @Meaning("Stops within 300 m while circling.")
  RANGE(3),
  @Meaning("Thrust leaves a path that stays outside the keep-out sphere for two orbits.")
  PASSIVE_SAFETY(4),
  @Meaning("Speed on each axis.")
  AXIS_SPEED(5),
  @Meaning("Turns no camera into the Sun.")
  SUN_CONE(6),
  @Meaning("The delta-v that the mode may spend.")
  BUDGET(7);

  private final int code;

  AssuranceConstraint(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
