package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;

/** TC[202,60]: Safing: burn away from the target by autonomy, then drift. */
@Command(
    name = "ESCAPE",
    service = 202,
    subtype = 60,
    significance = Command.Significance.DISTRESS,
    description = "Safing: burn away from the target by autonomy, then drift.")
public record Escape() implements ChaserCommand {}
