/**
 * The console's picture of the flight. The latest telemetry, the clock and the links flow in;
 * pictures with staleness, track and predictions flow out, some five a second. It shows what
 * telemetry says: what is too old is marked, and a verdict too old to trust reads UNKNOWN.
 */
@NullMarked
package org.holdpoint.yamcs.picture;

import org.jspecify.annotations.NullMarked;
