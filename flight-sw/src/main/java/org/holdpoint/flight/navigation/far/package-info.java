/**
 * Far navigation, from the cue to the laser ranger's reach: candidate bearings of the narrow camera
 * and the two carried orbits flow in; where to look, corrections of the target's orbit and its
 * relative orbital elements with their uncertainty flow out.
 */
@NullMarked
package org.holdpoint.flight.navigation.far;

import org.jspecify.annotations.NullMarked;
