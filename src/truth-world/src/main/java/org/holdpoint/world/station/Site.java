package org.holdpoint.world.station;

/** Something through which the ground talks with the chaser. */
public sealed interface Site permits GroundStation, RelaySatellite {
  String name();
}
