/**
 * A scripted operator's seat at a real Yamcs server: its HTTP API's answers flow in, telemetry
 * pictures flow out.
 */
@NullMarked
package org.holdpoint.rehearsal.ground;

import org.jspecify.annotations.NullMarked;
