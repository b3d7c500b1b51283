/**
 * Faults of units as data: what can go wrong with which unit and with which parameters, and those
 * that are now active. Sensors and actuators ask what is wrong with them; faults know no physics.
 */
@NullMarked
package org.holdpoint.world.fault;

import org.jspecify.annotations.NullMarked;
