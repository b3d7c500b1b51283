package org.holdpoint.flight.telemetry;

import java.util.List;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.telemetry.AssuranceConstraint;
import org.holdpoint.dictionary.telemetry.AssurancePacket;
import org.holdpoint.dictionary.telemetry.ContactPacket;
import org.holdpoint.dictionary.telemetry.FarNavigationPacket;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.NavigationPacket;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.PropulsionPacket;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.safety.ContactLoss;

/**
 * A housekeeping structure (S3), as the dictionary declares it, and where its contents come from.
 *
 * @param codec its encoder
 * @param id its identifier
 * @param apid of its packets
 * @param period_ticks between two of them
 * @param contents of a tick
 * @param atOnce whether it is due beside its period
 * @param <T> its packet
 */
record Structure<T extends Record>(
    TelemetryCodec<T> codec, int id, int apid, int period_ticks, Contents<T> contents, Due atOnce) {

  /** Fills a packet; {@code packetsGenerated} counts the packet itself already. */
  interface Contents<T> {
    T of(FlightConfiguration configuration, Tick tick, TickResults now, long packetsGenerated);
  }

  /** Whether a structure is to be sent though its period is not over. */
  interface Due {
    boolean now(TickResults now);
  }

  private static final Due BY_PERIOD_ONLY = now -> false;
  private static final int TICK_MS = 100;

  /** All structures, in the order in which they are sent. */
  static final List<Structure<?>> ALL =
      List.of(
          structure(HousekeepingPacket.class, PacketContents::housekeeping, BY_PERIOD_ONLY),
          structure(GatePacket.class, (c, t, now, n) -> now.gate(), BY_PERIOD_ONLY),
          structure(PlanPacket.class, (c, t, now, n) -> now.plan(), TickResults::planChanged),
          structure(GncPacket.class, (c, t, now, n) -> PacketContents.gnc(now), BY_PERIOD_ONLY),
          structure(
              NavigationPacket.class,
              (c, t, now, n) -> PacketContents.navigation(now.navigation()),
              BY_PERIOD_ONLY),
          structure(
              FarNavigationPacket.class,
              (c, t, now, n) -> PacketContents.farNavigation(now.navigation()),
              BY_PERIOD_ONLY),
          structure(
              SafetyPacket.class, (c, t, now, n) -> now.verdict().telemetry(), BY_PERIOD_ONLY),
          structure(
              PropulsionPacket.class, (c, t, now, n) -> now.propulsion().get(), BY_PERIOD_ONLY),
          structure(
              ContactPacket.class,
              (c, tick, now, n) -> ContactLoss.telemetry(tick, now.mode().mode(), now.contact()),
              BY_PERIOD_ONLY),
          structure(
              AssurancePacket.class,
              (c, t, now, n) -> now.assurance(),
              now -> now.assurance().active() != AssuranceConstraint.NONE));

  static boolean isKnown(int id) {
    return ALL.stream().anyMatch(structure -> structure.id() == id);
  }

  boolean isDue(Tick tick, TickResults now, ReportingChoice choice) {
    boolean itsTurn = tick.every(period_ticks) || atOnce.now(now);
    return (itsTurn && !choice.disabledStructures().contains(id))
        || (!choice.once().isEmpty() && choice.once().contains(id));
  }

  private static <T extends Record> Structure<T> structure(
      Class<T> packet, Contents<T> contents, Due atOnce) {
    Packet declaration = packet.getAnnotation(Packet.class);
    if (declaration == null) {
      throw new IllegalStateException(packet.getName() + " has no @Packet declaration");
    }
    return new Structure<>(
        TelemetryCodec.of(packet),
        declaration.structure(),
        declaration.apid(),
        declaration.period_ms() / TICK_MS,
        contents,
        atOnce);
  }
}
