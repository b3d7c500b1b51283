/**
 * Scores of a flight, from the truth alone: what of the target was seen, what the flight's delta-v
 * should have been, and which rules of proximity the truth broke. In: truth and events, tick by
 * tick. Out: figures for the summary. Frames are those of Orekit; nothing here comes from the code
 * that is judged.
 */
@NullMarked
package org.holdpoint.rehearsal.score;

import org.jspecify.annotations.NullMarked;
