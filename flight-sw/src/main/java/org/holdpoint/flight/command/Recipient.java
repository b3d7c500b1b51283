package org.holdpoint.flight.command;

/** The component that carries a command out and reports its start and completion. */
public enum Recipient {
  /** The dispatcher itself. */
  AUTHORITY,
  /** What is telemetered: S3, S5, S17. */
  REPORTING,
  /** Mode logic and guidance. */
  GUIDANCE,
  /** The command-loss timer. */
  CONTACT,
  /** The switch before all sensors. */
  SENSING,
  /** Relative navigation. */
  NAVIGATION,
  /** The watch over the thrusters. */
  PROPULSION,
  /** The safety monitor. */
  SAFETY
}
