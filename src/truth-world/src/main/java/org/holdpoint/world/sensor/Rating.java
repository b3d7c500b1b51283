package org.holdpoint.world.sensor;

/**
 * When a unit samples and how often it is plainly wrong.
 *
 * @param period_ticks samples at ticks that are multiples of it
 * @param latency_ticks from the sample's time to its delivery
 * @param outlierProbability share of samples with {@link Sensor#OUTLIER_SIGMAS} sigma on each axis
 */
record Rating(int period_ticks, int latency_ticks, double outlierProbability) {}
