/**
 * The radio channel. Opaque byte units flow in at one end and, after delay and queueing at the
 * channel's rate, come out at the other: late, lost or with wrong bits, as configured. Pure and
 * deterministic: the same seed and the same sends give the same arrivals.
 */
@NullMarked
package org.holdpoint.link;

import org.jspecify.annotations.NullMarked;
