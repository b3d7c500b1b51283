/** Declarations of the event side of the dictionary; see {@link org.holdpoint.dictionary}. */
@NullMarked
package org.holdpoint.dictionary.event;

import org.jspecify.annotations.NullMarked;
