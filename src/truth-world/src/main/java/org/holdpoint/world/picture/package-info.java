/**
 * What a camera of the chaser sees, as a picture. In: a {@link org.holdpoint.world.picture.Scene}
 * (the truth at one time with Sun, Moon and Earth), a camera and a seed. Out: a {@link
 * org.holdpoint.world.picture.Picture}, which is a pure function of them, and for each facet of the
 * target how well it was seen. Nothing flows back: pictures change no flight.
 *
 * <p>The target is traced ray by ray against a few shapes; Earth and stars are painted behind it;
 * all light is counted in photons of three channels of 90 nm, scaled so that a star of V = 0 gives
 * 1e10 photons per square metre and second in each, and the Sun (V = -26.74) what follows from it.
 * Camera frame: looks along +x body, picture up is +z body, picture right is -y body.
 */
@NullMarked
package org.holdpoint.world.picture;

import org.jspecify.annotations.NullMarked;
