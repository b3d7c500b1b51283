/**
 * Telecommand packets flow in; checked commands and PUS S1 reports flow out. Holds the authority
 * token.
 */
@NullMarked
package org.holdpoint.flight.command;

import org.jspecify.annotations.NullMarked;
