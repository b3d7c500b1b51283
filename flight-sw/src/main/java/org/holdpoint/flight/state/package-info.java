/**
 * How the components' state is kept: each component writes and reads its own fields in a fixed
 * order; the whole is one versioned, byte-exact {@code FlightState}.
 */
@NullMarked
package org.holdpoint.flight.state;

import org.jspecify.annotations.NullMarked;
