/**
 * The commands of {@code ./holdpoint}: arguments flow in; processes, summaries and exit codes flow
 * out.
 */
@NullMarked
package org.holdpoint.rehearsal.launch;

import org.jspecify.annotations.NullMarked;
