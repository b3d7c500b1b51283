package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.WireType;
import org.holdpoint.dictionary.Xyz;

/** Slow state of the vehicle: mode, authority, budget, link counters, units. */
@Packet(
    name = "hk",
    apid = 101,
    structure = 1,
    period_ms = 1000,
    description = "Mode, authority, propellant, link counters and unit states.")
public record HousekeepingPacket(
    @Field("Mode of the vehicle") Mode mode,
    @Field(value = "Time since the mode was entered", unit = "s") double time_in_mode_s,
    @Field(value = "Leg of the plan being flown, 1-based; 0 when none", wire = WireType.U8)
        int leg_index,
    @Field("Kind of the leg being flown") LegKind leg_kind,
    @Field("Who holds translation") Holder translation_holder,
    @Field("Who holds attitude") Holder attitude_holder,
    @Field("Level at which authority is held") AuthorityLevel authority_level,
    @Field("Authority epoch that commands must carry") int authority_epoch,
    @Field(value = "Propellant left by the tank gauge", unit = "kg") double propellant_kg,
    @Field(value = "Delta-v used by translation since start", unit = "m/s") double delta_v_used_m_s,
    @Field(value = "Delta-v left above the reserve", unit = "m/s") double delta_v_left_m_s,
    @Field(value = "Wheel momentum, body frame", unit = "N.m.s") Xyz wheel_momentum_B_N_m_s,
    @Field("Packets generated since start, this one included") long packets_generated,
    @Field("Transfer frames accepted") long tc_frames_accepted,
    @Field("Transfer frames and CLTUs dropped") long tc_frames_dropped,
    @Field("Why the last uplinked unit was dropped") FrameError last_frame_error,
    @Field("Telecommands accepted") long commands_accepted,
    @Field("Telecommands refused") long commands_refused,
    @Field(value = "Time since the last accepted telecommand", unit = "s") double command_age_s,
    @Field(value = "FARM-1 next expected sequence number", wire = WireType.U8) int farm_v_r,
    @Field("Ticks since the processor started") long ticks,
    @Field("GNSS receiver") UnitState gnss,
    @Field("Star tracker A") UnitState star_tracker_a,
    @Field("IMU A") UnitState imu_a,
    @Field("Visible camera") UnitState visible_camera,
    @Field("Laser ranger A") UnitState laser_ranger_a,
    @Field("Star tracker B (monitor)") UnitState star_tracker_b,
    @Field("IMU B (monitor)") UnitState imu_b,
    @Field("Thermal camera (monitor)") UnitState thermal_camera,
    @Field("Laser ranger B (monitor)") UnitState laser_ranger_b) {}
