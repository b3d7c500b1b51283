/** What the world's sensors hand out each tick, as immutable records in SI with frames in names. */
@NullMarked
package org.holdpoint.world.sample;

import org.jspecify.annotations.NullMarked;
