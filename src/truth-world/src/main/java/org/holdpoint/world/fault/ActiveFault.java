package org.holdpoint.world.fault;

import java.util.Map;

/**
 * A fault that is there now.
 *
 * @param id by which it is cleared; never used twice in a run
 * @param parameters as given, in the order of the catalogue
 */
public record ActiveFault(
    int id, String unit, String kind, long since_tai_ns, Map<String, Double> parameters) {}
