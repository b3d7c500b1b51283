/**
 * The chaser's sensors: the true situation and the active faults in, samples out. Each model has a
 * noise stream of its own, so that a further sensor changes no other's samples.
 */
@NullMarked
package org.holdpoint.world.sensor;

import org.jspecify.annotations.NullMarked;
