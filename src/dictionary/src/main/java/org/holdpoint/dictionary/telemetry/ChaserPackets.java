package org.holdpoint.dictionary.telemetry;

import java.util.List;

/** All telemetry packets of the chaser. */
public final class ChaserPackets {
  public static final List<Class<? extends Record>> ALL =
      List.of(
          HousekeepingPacket.class,
          GatePacket.class,
          PlanPacket.class,
          GncPacket.class,
          NavigationPacket.class,
          FarNavigationPacket.class,
          SafetyPacket.class,
          PropulsionPacket.class,
          ContactPacket.class,
          AssurancePacket.class);

  private ChaserPackets() {}
}
