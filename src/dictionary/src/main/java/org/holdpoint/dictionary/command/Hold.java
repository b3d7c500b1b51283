package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;

/**
 * TC[202,1]: Safing: hold where it is passively safe; by phase it keeps station, keeps the ellipse,
 * or finishes the transfer.
 */
@Command(
    name = "HOLD",
    service = 202,
    subtype = 1,
    significance = Command.Significance.WATCH,
    description =
        "Safing: hold where it is passively safe; by phase it keeps station, keeps the ellipse, or finishes the transfer.")
public record Hold() implements ChaserCommand {}
