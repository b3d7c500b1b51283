package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Functions over which authority is held. */
public enum Functions implements Coded {
  @Meaning("Translation only.")
  TRANSLATION(0),
  @Meaning("Attitude only.")
  ATTITUDE(1),
  @Meaning("Both.")
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
