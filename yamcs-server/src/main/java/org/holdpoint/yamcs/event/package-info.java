/**
 * Event reports of the flight software: S5 packets flow in, Yamcs events with their text flow out.
 */
@NullMarked
package org.holdpoint.yamcs.event;

import org.jspecify.annotations.NullMarked;
