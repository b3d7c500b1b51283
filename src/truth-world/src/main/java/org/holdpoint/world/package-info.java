/**
 * The truth: two spacecraft in Earth's environment, the chaser's sensors and actuators, and their
 * faults. In: a configuration, then on-times and wheel torques for each 100 ms. Out: sensor
 * samples, and the truth for those who may see it. Nothing of ours is used here, so that no error
 * of the flight software can be on both sides.
 */
@NullMarked
package org.holdpoint.world;

import org.jspecify.annotations.NullMarked;
