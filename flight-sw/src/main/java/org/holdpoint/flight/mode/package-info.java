/**
 * Commands, navigation and safety state flow in; the mode, the plan, the gate at hand and the leg
 * to fly flow out.
 */
@NullMarked
package org.holdpoint.flight.mode;

import org.jspecify.annotations.NullMarked;
