/**
 * The console's API on the operators' server: pictures and the flight flow out, warp requests in.
 */
@NullMarked
package org.holdpoint.yamcs.api;

import org.jspecify.annotations.NullMarked;
