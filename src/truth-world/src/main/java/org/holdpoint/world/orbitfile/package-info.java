/**
 * Orbits as files: CCSDS OEM and OMM, and TLE. Flows in: the text of a file and the time that is
 * wanted, or an orbit and an error to put on it. Flows out: position and velocity in GCRF at that
 * time, or the text of a file. Orekit reads and writes them all.
 */
@NullMarked
package org.holdpoint.world.orbitfile;

import org.jspecify.annotations.NullMarked;
