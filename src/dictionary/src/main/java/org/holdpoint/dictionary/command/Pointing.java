package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Attitude profiles. */
public enum Pointing implements Coded {
  @Meaning("Camera boresight to the target.")
  TARGET(0),
  @Meaning("Body axes along the local orbital frame, boresight to nadir.")
  NADIR(1),
  @Meaning("Keep the present inertial attitude.")
  INERTIAL(2),
  @Meaning("Camera boresight where far navigation looks for the target.")
  SEARCH(40),
  @Meaning("Body z to the Sun, kept inertially: wings lit, trackers and camera away from it.")
  SUN(70),
  @Meaning("Main thrust axis along the next large burn; as TARGET while there is none.")
  BURN(80);

  private final int code;

  Pointing(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
