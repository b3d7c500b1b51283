package org.holdpoint.rehearsal;

/** How many commands came how far. */
public record CommandTally(int sent, int accepted, int completed, int refused) {}
