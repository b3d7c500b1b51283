package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Who or what asked for a safing response. */
public enum SafingSource implements Coded {
  @Meaning("An operator's telecommand.")
  COMMAND(0),
  @Meaning("The keep-out rule.")
  KEEP_OUT(1),
  @Meaning("The corridor or transfer tube rule.")
  CORRIDOR(2),
  @Meaning("The speed rule.")
  SPEED(3),
  @Meaning("The braking distance rule.")
  BRAKING(4),
  @Meaning("The passive safety rule.")
  PASSIVE_SAFETY(5),
  @Meaning("The navigation rule: stale or invalid.")
  NAVIGATION(6),
  @Meaning("The rule that navigation and monitor agree.")
  DISAGREEMENT(7),
  @Meaning("The propellant reserve rule.")
  PROPELLANT(8),
  @Meaning("A lower rung that was not safe.")
  ESCALATION(9),
  @Meaning("The attitude rate rule.")
  ATTITUDE_RATE(60),
  @Meaning("The wheel momentum rule.")
  WHEELS(61),
  @Meaning("The rule on force or torque that nobody commanded.")
  THRUSTERS(62),
  @Meaning("The rule that the Sun stays out of the cameras.")
  SUN(63),
  @Meaning("The battery rule.")
  BATTERY(64),
  @Meaning("The rule that the flight software misses no ticks.")
  TICKS(65),
  @Meaning("The dead-man rule of forced legs: a live link.")
  DEAD_MAN(66),
  @Meaning("The rule on contacts in which no telecommand was accepted.")
  CONTACT(70);

  private final int code;

  SafingSource(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
