/**
 * Aborts by the thousand: seeded states in which guidance may fly flow in, the real choice,
 * allocation and gate fly the burn with a thruster failed, and the smallest range of the day after
 * flows out.
 */
@NullMarked
package org.holdpoint.campaign.abort;

import org.jspecify.annotations.NullMarked;
