package org.holdpoint.flight.command;

import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Holder;

/**
 * Who holds which function, and the epoch that commands must carry; exactly one holder per
 * function.
 */
public record AuthorityToken(
    Holder translation, Holder attitude, AuthorityLevel level, int epoch) {}
