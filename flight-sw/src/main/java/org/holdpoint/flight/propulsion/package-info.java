/**
 * What the vehicle was commanded and what IMU A felt of it flow in; which thrusters may be used and
 * which valves are closed for good flow out.
 */
@NullMarked
package org.holdpoint.flight.propulsion;

import org.jspecify.annotations.NullMarked;
