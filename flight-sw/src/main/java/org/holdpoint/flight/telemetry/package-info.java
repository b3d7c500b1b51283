/**
 * What every component put out in a tick flows in; PUS packets, packed into TM transfer frames,
 * flow out. Says what there is to say and decides nothing.
 */
@NullMarked
package org.holdpoint.flight.telemetry;

import org.jspecify.annotations.NullMarked;
