/**
 * CCSDS onboard. CLTUs flow in and come out as telecommand packets that passed BCH, frame check,
 * FARM-1 and packet check; PUS-C packets flow in and come out as TM transfer frames. Malformed
 * input is counted and reported here, and goes no further.
 */
@NullMarked
package org.holdpoint.flight.ccsds;

import org.jspecify.annotations.NullMarked;
