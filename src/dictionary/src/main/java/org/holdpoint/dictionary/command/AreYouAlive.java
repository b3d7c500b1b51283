package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;

/** TC[17,1]: Connection test; answered by TM[17,2]. */
@Command(
    name = "ARE_YOU_ALIVE",
    service = 17,
    subtype = 1,
    description = "Connection test; answered by TM[17,2].")
public record AreYouAlive() implements ChaserCommand {}
