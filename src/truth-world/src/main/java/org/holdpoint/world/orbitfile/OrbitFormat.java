package org.holdpoint.world.orbitfile;

/** Formats that orbits come in. */
public enum OrbitFormat {
  /** CCSDS 502.0-B Orbit Ephemeris Message, key-value or XML. */
  OEM,
  /** CCSDS 502.0-B Orbit Mean-elements Message with SGP4 elements, key-value or XML. */
  OMM,
  /** Two-line elements, with or without a line of name. */
  TLE
}
