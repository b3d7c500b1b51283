package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/** TC[201,70]: Enter or leave safe mode. */
@Command(
    name = "SAFE_MODE",
    service = 201,
    subtype = 70,
    significance = Command.Significance.WATCH,
    description = "Enter safe mode (no translation, wings to the Sun), or leave it.")
public record SafeMode(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Enter; else leave") boolean on)
    implements ChaserCommand {}
