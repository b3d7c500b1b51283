package org.holdpoint.flight.state;

/** A component whose state survives a save and restore byte-exactly. */
public interface Retained {
  void save(StateWriter out);

  /** Reads what {@link #save} wrote, in the same order. */
  void restore(StateReader in);
}
