/**
 * The onboard side of the space link: CLTUs and transfer frames flow in and become space packets;
 * space packets flow in and become telemetry frames.
 */
@NullMarked
package org.holdpoint.flight.ccsds;

import org.jspecify.annotations.NullMarked;
