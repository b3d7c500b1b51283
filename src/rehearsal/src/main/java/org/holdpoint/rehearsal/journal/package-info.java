/**
 * Inputs from outside flow in with their tick; a file flows out from which the flight can be flown
 * again.
 */
@NullMarked
package org.holdpoint.rehearsal.journal;

import org.jspecify.annotations.NullMarked;
