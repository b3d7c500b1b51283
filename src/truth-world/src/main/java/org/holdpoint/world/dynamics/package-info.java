/**
 * How the two spacecraft move: in come the environment and what the actuators are told, out come
 * their orbits and the chaser's attitude, wheels and propellant after 100 ms. State is held in
 * primitives, and a step allocates nothing.
 */
@NullMarked
package org.holdpoint.world.dynamics;

import org.jspecify.annotations.NullMarked;
