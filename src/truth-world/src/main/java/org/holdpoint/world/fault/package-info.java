/**
 * Faults of units as data: what can go wrong with which unit and with which parameters, and those
 * that were injected, with their times and conditions. In come faults and what is true of range,
 * light and thrust; out comes what is wrong with each sensor's sample and each actuator's command.
 * Faults know no physics.
 */
@NullMarked
package org.holdpoint.world.fault;

import org.jspecify.annotations.NullMarked;
