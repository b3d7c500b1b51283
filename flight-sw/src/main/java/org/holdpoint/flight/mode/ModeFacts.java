package org.holdpoint.flight.mode;

import org.holdpoint.dictionary.telemetry.LegKind;

/**
 * What the guards of the mode table look at.
 *
 * @param navigationValid navigation is VALID
 * @param far beyond the reach of near navigation and of two-impulse transfers
 * @param departed the leg's start burn has begun
 * @param onEllipse the ellipse is reached
 * @param legComplete the leg's end is reached
 * @param stopBurnPending a transfer is being finished before the hold begins
 * @param nextLeg kind of the leg that departs from the gate at hand; NONE when there is none
 * @param departsLater it would wait for the light now
 * @param canRetreat there is a point further out to retreat to, and a way there
 * @param attitudeLost navigation does not know the attitude any more
 * @param atSun the attitude profile is SUN
 */
record ModeFacts(
    boolean navigationValid,
    boolean far,
    boolean departed,
    boolean onEllipse,
    boolean legComplete,
    boolean stopBurnPending,
    LegKind nextLeg,
    boolean departsLater,
    boolean canRetreat,
    boolean attitudeLost,
    boolean atSun) {}
