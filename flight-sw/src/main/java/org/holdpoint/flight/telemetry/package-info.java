/** Every component's output flows in; telemetry packets flow out. */
@NullMarked
package org.holdpoint.flight.telemetry;

import org.jspecify.annotations.NullMarked;
