/**
 * What control wants and what the monitor knows by its own sensors flow in; what the actuator gate
 * may pass flows out, changed as little as keeps every armed constraint. Shares nothing with
 * navigation and guidance.
 */
@NullMarked
package org.holdpoint.flight.assurance;

import org.jspecify.annotations.NullMarked;
