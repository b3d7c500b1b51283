package org.holdpoint.rehearsal;

import java.util.Map;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What someone who has only telemetry knows now; scripted operators and fault conditions see this
 * and nothing else.
 *
 * @param time_s mission time
 * @param mode null before the first housekeeping packet
 * @param gateId gate at hand, 0 when none
 * @param planHash hash of the plan onboard
 * @param onboard_tai_s onboard time
 * @param epoch authority epoch
 * @param lastSeen_s mission time at which each event was last reported
 */
public record TelemetryPicture(
    double time_s,
    @Nullable Mode mode,
    int gateId,
    boolean gateOpen,
    long planHash,
    long onboard_tai_s,
    int epoch,
    Map<ChaserEvent, Double> lastSeen_s) {}
