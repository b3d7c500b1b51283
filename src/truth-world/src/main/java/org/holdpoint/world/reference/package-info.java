/**
 * What the world is measured against: Orekit alone, with its own forces, frames and integrators. In
 * flow position, velocity and the bodies of a configuration; out flow states at later times.
 * Nothing that flies uses it.
 */
@NullMarked
package org.holdpoint.world.reference;

import org.jspecify.annotations.NullMarked;
