package org.holdpoint.dictionary.telemetry;

import java.util.List;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;

/** State of the sixteen thrusters as seen in IMU A. */
@Packet(
    name = "propulsion",
    apid = 101,
    structure = 80,
    period_ms = 1000,
    description = "State of each thruster and what IMU A says against it.")
public record PropulsionPacket(
    @Repeat(value = 16, name = "thruster", first = 0) List<Thruster> thrusters) {

  public PropulsionPacket {
    thrusters = List.copyOf(thrusters);
  }

  /** One thruster. */
  public record Thruster(
      @Field("State") ThrusterState state,
      @Field("Share of its commanded thrust that seems to be missing") double missing_share,
      @Field("Share of its thrust that it seems to give uncommanded") double leaking_share) {}
}
