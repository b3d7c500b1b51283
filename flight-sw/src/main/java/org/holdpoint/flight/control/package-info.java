/**
 * References and the navigated state flow in; the thruster on-times and wheel torques that control
 * wants flow out.
 */
@NullMarked
package org.holdpoint.flight.control;

import org.jspecify.annotations.NullMarked;
