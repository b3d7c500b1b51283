/**
 * What the sensors hand to the flight software each tick: immutable samples with their time, in
 * units and frames of their names.
 */
@NullMarked
package org.holdpoint.flight.sample;

import org.jspecify.annotations.NullMarked;
