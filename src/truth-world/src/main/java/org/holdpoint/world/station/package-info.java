/**
 * Sites on Earth and relay satellites, and who of them sees the chaser. Flows in: a network with
 * its masks, the chaser's Earth-fixed position. Flows out: which site has the signal, how far the
 * light has to go. Geometry only; no radio, no refraction.
 */
@NullMarked
package org.holdpoint.world.station;

import org.jspecify.annotations.NullMarked;
