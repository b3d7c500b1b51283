package org.holdpoint.world.station;

/**
 * The signal at one time.
 *
 * @param site which has it
 * @param delay_s one-way, by the true slant range; for a relay with its way to control
 */
public record Contact(String site, double delay_s) {}
