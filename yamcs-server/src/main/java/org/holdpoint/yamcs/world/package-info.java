/**
 * The instructor's side: truth samples, faults and journals flow in from the rehearsal's instructor
 * port; actions flow out. Only the world server uses it.
 */
@NullMarked
package org.holdpoint.yamcs.world;

import org.jspecify.annotations.NullMarked;
