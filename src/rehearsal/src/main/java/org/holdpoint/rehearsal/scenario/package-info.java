/**
 * Scenario files flow in; validated, immutable scenarios flow out, or a message with file, line and
 * allowed values.
 */
@NullMarked
package org.holdpoint.rehearsal.scenario;

import org.jspecify.annotations.NullMarked;
