package org.holdpoint.rehearsal.operator;

import java.util.Map;

/** Where an operator hands in a command and follows its verification. */
public interface CommandPost {
  /**
   * Sends a command.
   *
   * @param name as in the dictionary, such as {@code GO}
   * @param bypass as a bypass (BD) frame, past a stuck uplink sequence
   * @return a number to ask {@link #progress} with
   */
  int send(String name, Map<String, Object> arguments, boolean bypass);

  Progress progress(int command);

  /**
   * How far a command is.
   *
   * @param accepted the spacecraft accepted it
   * @param stage present stage
   * @param reason why it was refused or failed; empty otherwise
   */
  record Progress(boolean accepted, Stage stage, String reason) {
    public static final Progress UNDER_WAY = new Progress(false, Stage.UNDER_WAY, "");
  }

  /** Stages that an operator waits for. */
  enum Stage {
    UNDER_WAY,
    COMPLETED,
    REFUSED
  }
}
