/**
 * The space link as Yamcs sees it: frames in from the rehearsal's TM port, CLTUs out to its TC
 * port, and the watch over COP-1. Nothing here knows what a packet means.
 */
@NullMarked
package org.holdpoint.yamcs.link;

import org.jspecify.annotations.NullMarked;
