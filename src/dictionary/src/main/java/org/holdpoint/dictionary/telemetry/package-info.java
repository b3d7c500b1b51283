/** Declarations of the telemetry side of the dictionary; see {@link org.holdpoint.dictionary}. */
@NullMarked
package org.holdpoint.dictionary.telemetry;

import org.jspecify.annotations.NullMarked;
