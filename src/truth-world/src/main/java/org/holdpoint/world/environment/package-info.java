/**
 * What Earth, Sun and Moon do at a given time, as a pure function of that time: in a TAI time, out
 * Earth's orientation, the positions of Sun and Moon, gravity, air density and light. Orekit is
 * asked on a fixed grid of epochs only, past its interpolating caches, so that no answer depends on
 * what was asked before.
 */
@NullMarked
package org.holdpoint.world.environment;

import org.jspecify.annotations.NullMarked;
