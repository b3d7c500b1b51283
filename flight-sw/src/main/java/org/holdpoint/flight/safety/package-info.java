/**
 * The monitor's own samples flow in; rule verdicts, rung verdicts and the applied actuator commands
 * flow out. Shares nothing with navigation and guidance.
 */
@NullMarked
package org.holdpoint.flight.safety;

import org.jspecify.annotations.NullMarked;
