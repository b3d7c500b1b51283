package org.holdpoint.rehearsal.live;

/** A TCP port that we need is taken. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PortInUseException(String name, int port, Throwable cause) {
    super(
        "port "
            + port
            + " ("
            + name
            + ") is in use by another program; stop it, or choose other ports with --port",
        cause);
  }
}
