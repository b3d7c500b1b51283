/** Raw samples flow in; voted, time-tagged samples with unit states flow out. */
@NullMarked
package org.holdpoint.flight.sensing;

import org.jspecify.annotations.NullMarked;
