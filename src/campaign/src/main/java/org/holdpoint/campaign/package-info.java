/**
 * Many seeded flights without people. In: a scenario, snapshots of its phases, seeds. Out: one
 * outcome a flight, tallies with confidence bounds, a JSON file and a page. The flights are whole
 * rehearsals: world, channel, flight software and a ground station.
 */
@NullMarked
package org.holdpoint.campaign;

import org.jspecify.annotations.NullMarked;
