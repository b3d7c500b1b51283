/**
 * What will happen to an orbit by geometry alone. Flows in: position and velocity at a time, a
 * station network. Flows out: an ephemeris of free motion, passes, shadows and the Sun's angle to
 * the orbit's plane, found by Orekit's event detectors.
 */
@NullMarked
package org.holdpoint.world.event;

import org.jspecify.annotations.NullMarked;
