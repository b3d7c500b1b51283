package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Coded;

/** Functions over which authority is held. */
public enum Functions implements Coded {
  /** Translation only. */
  TRANSLATION(0),
  /** Attitude only. */
  ATTITUDE(1),
  /** Both. */
  TRANSLATION_AND_ATTITUDE(2);

  private final int code;

  Functions(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
