package org.holdpoint.world.environment;

import org.holdpoint.world.EnvironmentChoice;

/** The models that a choice of environment asks for, shared by the spacecraft of one world. */
public final class Surroundings {
  private final EnvironmentChoice choice;
  private final Environment environment = new Environment();
  private final Gravity gravity;
  private final Atmosphere atmosphere;

  public Surroundings(EnvironmentChoice choice) {
    this.choice = choice;
    this.gravity = new Gravity(choice.gravityDegree());
    this.atmosphere = new Atmosphere(environment, choice);
  }

  public EnvironmentChoice choice() {
    return choice;
  }

  public Environment environment() {
    return environment;
  }

  public Gravity gravity() {
    return gravity;
  }

  public Atmosphere atmosphere() {
    return atmosphere;
  }
}
