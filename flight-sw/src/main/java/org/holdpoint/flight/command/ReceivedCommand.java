package org.holdpoint.flight.command;

import org.holdpoint.dictionary.command.ChaserCommand;

/** A telecommand that passed acceptance: format, range, authority and epoch. */
public record ReceivedCommand(RequestId request, ChaserCommand command) {}
