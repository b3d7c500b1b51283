/**
 * Relative motion of two spacecraft as pure functions: frames, quaternions, Clohessy-Wiltshire,
 * Yamanaka-Ankersen, relative orbital elements. Numbers flow in, numbers flow out; nothing is kept.
 *
 * <p><b>The frame L</b> is the one definition for all of Holdpoint: target-centred QSW, x radially
 * out, y along-track, z cross-track (along the orbital angular momentum), right-handed. Operators
 * see V-bar = +y and R-bar = -x (towards Earth). A relative velocity is the derivative seen in the
 * rotating frame. Rotations {@code q_BL} take L components to B: {@code v_B = q_BL * v_L *
 * conj(q_BL)}, Hamilton product, scalar first. Inertial frame I is GCRF.
 */
@NullMarked
package org.holdpoint.motion;

import org.jspecify.annotations.NullMarked;
