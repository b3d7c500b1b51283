package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/** TC[5,5]: Enable the report of one event. */
@Command(
    name = "ENABLE_EVENT",
    service = 5,
    subtype = 5,
    description = "Enable the report of one event.")
public record EnableEvent(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Event identifier") int event_id)
    implements ChaserCommand {}
