/**
 * Starting one Yamcs process. Command-line options flow in; a staged configuration, a running
 * instance named by the run and one {@code READY} line flow out. Knows nothing of rendezvous.
 */
@NullMarked
package org.holdpoint.yamcs.server;

import org.jspecify.annotations.NullMarked;
