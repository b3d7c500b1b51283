package org.holdpoint.world.fault;

import java.util.Map;

/**
 * A fault that is there now: it has started and has not ended.
 *
 * @param id by which it is cleared; never used twice in a run
 * @param parameters all of the kind's, in the order of the catalogue
 * @param acting its condition holds
 */
public record ActiveFault(
    int id,
    String unit,
    String kind,
    long since_tai_ns,
    Map<String, Double> parameters,
    boolean acting) {}
