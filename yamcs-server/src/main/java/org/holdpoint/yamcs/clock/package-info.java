/**
 * Mission time. The rehearsal's clock messages flow in; Yamcs's time, the clock's state for
 * displays and requests for another warp flow out.
 */
@NullMarked
package org.holdpoint.yamcs.clock;

import org.jspecify.annotations.NullMarked;
