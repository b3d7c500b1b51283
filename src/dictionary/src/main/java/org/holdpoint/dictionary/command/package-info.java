/** Declarations of the command side of the dictionary; see {@link org.holdpoint.dictionary}. */
@NullMarked
package org.holdpoint.dictionary.command;

import org.jspecify.annotations.NullMarked;
