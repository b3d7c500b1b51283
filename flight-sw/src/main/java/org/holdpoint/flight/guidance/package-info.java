/**
 * The leg to fly and the relative state flow in; the reference trajectory, burns and attitude
 * profile flow out.
 */
@NullMarked
package org.holdpoint.flight.guidance;

import org.jspecify.annotations.NullMarked;
