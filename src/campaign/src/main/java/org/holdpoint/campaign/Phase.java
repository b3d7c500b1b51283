package org.holdpoint.campaign;

/**
 * A phase of the base flight and the whole rehearsal as it stood at its begin.
 *
 * @param name mode, and the gate that was at hand or was left last
 * @param begin_s when it begins
 * @param end_s when the next one begins
 */
record Phase(String name, double begin_s, double end_s, byte[] snapshot) {
  Phase {
    snapshot = snapshot.clone();
  }

  @Override
  public byte[] snapshot() {
    return snapshot.clone();
  }
}
