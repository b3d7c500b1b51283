package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/** TC[5,6]: Disable the report of one event; events of high severity cannot be disabled. */
@Command(
    name = "DISABLE_EVENT",
    service = 5,
    subtype = 6,
    significance = Command.Significance.WATCH,
    description = "Disable the report of one event; events of high severity cannot be disabled.")
public record DisableEvent(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Event identifier") int event_id)
    implements ChaserCommand {}
