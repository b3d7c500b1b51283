/**
 * The rehearsal: world, channel and flight software in lock-step, and the launcher around it.
 * Scenario files, telecommand bytes and instructor actions flow in; telemetry bytes, truth for the
 * instructor, journals and summaries flow out.
 */
@NullMarked
package org.holdpoint.rehearsal;

import org.jspecify.annotations.NullMarked;
