/** Raw samples flow in; which of them may be used, and the state of each unit, flow out. */
@NullMarked
package org.holdpoint.flight.sensing;

import org.jspecify.annotations.NullMarked;
