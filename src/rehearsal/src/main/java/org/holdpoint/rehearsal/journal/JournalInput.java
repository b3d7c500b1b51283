package org.holdpoint.rehearsal.journal;

import org.holdpoint.port.messages.journal.JournalRecord.Source;

/** One input from outside, before it is bound to a tick. */
public record JournalInput(Source source, byte[] bytes) {}
