package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.WireType;

/** What the chaser does by itself when it goes on hearing no telecommand, and when. */
@Packet(
    name = "contact",
    apid = 101,
    structure = 70,
    period_ms = 1000,
    description = "Contacts missed, and what is done by itself when no telecommand is accepted.")
public record ContactPacket(
    @Field(
            value = "Contacts in which no telecommand was accepted, in a row; counted to 2",
            wire = WireType.U8)
        int contacts_missed,
    @Field("Response to the next missed contact in the present mode") Rung next_response,
    @Field(value = "Until that; 0 when none is left", unit = "s") double next_response_in_s,
    @Field("Response to the one after that in the present mode") Rung then_response,
    @Field(value = "Until that; 0 when none is left", unit = "s") double then_response_in_s,
    @Field("Contacts of the plan that are not over") int contacts_ahead,
    @Field(
            value = "Begin of the present or next contact, TAI since 1958; 0 when none is planned",
            unit = "s")
        long contact_begin_tai_s,
    @Field(value = "End of it, TAI since 1958; 0 when none is planned", unit = "s")
        long contact_end_tai_s) {}
