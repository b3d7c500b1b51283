/**
 * Accepted telecommands and the uplinked contact plan flow in; how many contacts were missed, and
 * when the next counts as missed, flows out. What is done about it stands in the safety rules.
 */
@NullMarked
package org.holdpoint.flight.contact;

import org.jspecify.annotations.NullMarked;
