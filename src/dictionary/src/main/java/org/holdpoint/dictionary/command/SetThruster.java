package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/** TC[201,80]: Isolate a thruster by its latch valve, or take it into use again. */
@Command(
    name = "SET_THRUSTER",
    service = 201,
    subtype = 80,
    significance = Command.Significance.WATCH,
    description = "Isolate a thruster by its latch valve, or take it into use again.")
public record SetThruster(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(
            value =
                "Thruster, by the number that telemetry and events have; 0 to 11 give 1 N, 12 to 15 22 N",
            min = 0,
            max = 15)
        int thruster,
    @Field("Valve closed, thruster not used") boolean isolated)
    implements ChaserCommand {}
