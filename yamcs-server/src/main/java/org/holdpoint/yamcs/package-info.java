/**
 * The ground segment. Frames, clock and instructor messages of a rehearsal flow in over TCP;
 * telecommand CLTUs and requests flow out; operators meet it through Yamcs and the pages at {@code
 * /rpo} and {@code /instructor}. Here: the two servers' entry points and the account generator.
 */
@NullMarked
package org.holdpoint.yamcs;

import org.jspecify.annotations.NullMarked;
