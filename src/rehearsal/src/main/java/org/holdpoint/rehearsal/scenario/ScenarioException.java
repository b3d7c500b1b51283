package org.holdpoint.rehearsal.scenario;

import java.util.List;

/**
 * A scenario file was refused; the message has one line per mistake, each with file, line and what
 * is allowed.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScenarioException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
