/**
 * A rehearsal with people: paces the lock-step by the wall clock, carries frames to and from a
 * ground station over TCP, tells the clock, and serves the instructor. Inputs flow in as journalled
 * bytes; nothing here reaches into world or flight software.
 */
@NullMarked
package org.holdpoint.rehearsal.live;

import org.jspecify.annotations.NullMarked;
