package org.holdpoint.rehearsal.launch;

import org.holdpoint.rehearsal.scenario.Scenario;

/** Checks of command-line arguments that picocli cannot know; each message says what is allowed. */
final class Arguments {
  private static final double MAX_WARP = 1000;
  private static final int MAX_PORT = 65535;

  private Arguments() {}

  static void checkWarp(double warp) {
    if (!(warp >= 1 && warp <= MAX_WARP)) {
      throw new IllegalArgumentException("--warp " + warp + ": from 1 to 1000");
    }
  }

  /**
   * @param above how many ports above this one are used too
   */
  static void checkPort(int port, int above) {
    if (port < 1024 || port + above > MAX_PORT) {
      throw new IllegalArgumentException("--port " + port + ": from 1024 to " + (MAX_PORT - above));
    }
  }

  static void checkGate(Scenario scenario, String gate) {
    scenario.gateId(gate);
  }
}
