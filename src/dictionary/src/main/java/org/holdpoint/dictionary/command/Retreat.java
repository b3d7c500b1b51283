package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;

/** TC[202,2]: Safing: go back to the previous hold point. */
@Command(
    name = "RETREAT",
    service = 202,
    subtype = 2,
    significance = Command.Significance.DISTRESS,
    description = "Safing: go back to the previous hold point.")
public record Retreat() implements ChaserCommand {}
