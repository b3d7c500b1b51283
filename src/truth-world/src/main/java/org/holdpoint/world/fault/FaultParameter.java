package org.holdpoint.world.fault;

/**
 * A number that a fault takes.
 *
 * @param name ends in its unit, as in {@code rate_m_s}
 * @param min least value
 * @param max largest value
 * @param required must be given; otherwise it is 0 when absent
 */
public record FaultParameter(String name, double min, double max, boolean required) {}
