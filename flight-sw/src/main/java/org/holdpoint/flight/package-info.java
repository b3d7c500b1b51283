/**
 * The onboard software. Sensor samples and uplinked bytes flow in, actuator commands and telemetry
 * frames flow out, once per 100 ms tick; it knows no truth and no clock. Start at {@code
 * FlightTopology}.
 */
@NullMarked
package org.holdpoint.flight;

import org.jspecify.annotations.NullMarked;
