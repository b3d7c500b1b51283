/**
 * The scripted operator: telemetry pictures flow in, commands flow out. One interpreter serves
 * headless runs and rehearsals through Yamcs; only the {@link
 * org.holdpoint.rehearsal.operator.CommandPost} behind it differs.
 */
@NullMarked
package org.holdpoint.rehearsal.operator;

import org.jspecify.annotations.NullMarked;
