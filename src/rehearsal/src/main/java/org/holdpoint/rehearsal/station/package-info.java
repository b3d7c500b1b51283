/**
 * The ground station of a headless operator. Commands flow in and come out as CLTUs; TM frames flow
 * in and come out as decoded packets. Written apart from the onboard side, with its own CRC and BCH
 * arithmetic, so that each checks the other.
 */
@NullMarked
package org.holdpoint.rehearsal.station;

import org.jspecify.annotations.NullMarked;
