package org.holdpoint.flight.mode;

import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.Rung;

/**
 * What the vehicle is to do in this tick.
 *
 * @param mode mode in force
 * @param timeInMode_s since it was entered
 * @param legIndex leg of the plan being flown, 1-based; 0 when none
 * @param leg the leg to fly, of the plan, of a TRANSFER_TO or of a retreat; its target is the hold
 *     point in HOLD
 * @param legSerial grows by one whenever a new leg begins, so that guidance plans it once
 * @param stopBurnPending in HOLD by safing on a transfer: the transfer is finished with its stop
 *     burn first
 * @param pointing attitude profile
 * @param safingHandled the safing rung that this mode answers, NONE in nominal flight
 */
public record ModeDecision(
    Mode mode,
    double timeInMode_s,
    int legIndex,
    PlanPacket.Leg leg,
    long legSerial,
    boolean stopBurnPending,
    Pointing pointing,
    Rung safingHandled) {}
