/** Samples flow in; the relative state with its covariance and validity flows out. */
@NullMarked
package org.holdpoint.flight.navigation;

import org.jspecify.annotations.NullMarked;
