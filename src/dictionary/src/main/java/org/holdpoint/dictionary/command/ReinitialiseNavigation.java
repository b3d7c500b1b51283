package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/**
 * TC[201,7]: Discard the relative navigation filter's state and start again from the present
 * measurements.
 */
@Command(
    name = "REINITIALISE_NAVIGATION",
    service = 201,
    subtype = 7,
    significance = Command.Significance.WATCH,
    description =
        "Discard the relative navigation filter's state and start again from the present measurements.")
public record ReinitialiseNavigation(
    @Field("Authority epoch of the session that sends it") int epoch) implements ChaserCommand {}
