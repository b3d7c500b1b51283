package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;

/** TC[202,3]: Safing: fire the monitor's own abort within one control cycle; always executes. */
@Command(
    name = "ABORT",
    service = 202,
    subtype = 3,
    significance = Command.Significance.CRITICAL,
    description = "Safing: fire the monitor's own abort within one control cycle; always executes.")
public record Abort() implements ChaserCommand {}
