package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.WireType;

/** Far navigation: from the cue to the laser ranger's reach. */
@Packet(
    name = "far_nav",
    apid = 102,
    structure = 40,
    period_ms = 10000,
    description = "Far navigation: stage, relative elements, range knowledge, camera and checks.")
public record FarNavigationPacket(
    @Field("How far it has come") FarStage stage,
    @Field(value = "a da, target relative to chaser, mean", unit = "m") double a_da_m,
    @Field(value = "a dl, positive when the target is ahead", unit = "m") double a_dl_m,
    @Field(value = "a dex", unit = "m") double a_dex_m,
    @Field(value = "a dey", unit = "m") double a_dey_m,
    @Field(value = "a dix", unit = "m") double a_dix_m,
    @Field(value = "a diy", unit = "m") double a_diy_m,
    @Field(value = "Three sigma of the range", unit = "m") double range_3sigma_m,
    @Field("One sigma of the range as a part of it") double range_fraction,
    @Field(value = "Three sigma of position on its worst axis", unit = "m")
        double position_3sigma_m,
    @Field(value = "Camera bias along body y", unit = "rad") double bias_az_rad,
    @Field(value = "Camera bias along body z", unit = "rad") double bias_el_rad,
    @Field(value = "Three sigma of the worse bias", unit = "rad") double bias_3sigma_rad,
    @Field(value = "Differential ballistic coefficient, target less chaser", unit = "m2/kg")
        double drag_m2_kg,
    @Field(value = "Three sigma of it", unit = "m2/kg") double drag_3sigma_m2_kg,
    @Field("NIS of the last bearing taken in, 2 on average") double nis,
    @Field("The same averaged over some 200 s") double nis_mean,
    @Field(value = "Since the last bearing taken in", unit = "s") double age_s,
    @Field(value = "Tracks followed in the search", wire = WireType.U8) int tracks,
    @Field("Tracks ended unconfirmed since start") long tracks_ended,
    @Field("Points of light taken for the target since start") long accepted,
    @Field("Points of light rejected since start") long rejected,
    @Field("Updates of the filter since start") long updates) {}
