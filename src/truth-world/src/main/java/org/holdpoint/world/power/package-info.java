/** Sunlight and the array's faults flow in; the battery's charge flows out. */
@NullMarked
package org.holdpoint.world.power;

import org.jspecify.annotations.NullMarked;
