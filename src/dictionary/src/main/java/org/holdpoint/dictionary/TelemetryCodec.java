package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes one kind of telemetry packet: structure identifier, then the fields.
 *
 * @param <T> a record with {@link Packet}
 */
public final class TelemetryCodec<T extends Record> {
  private final Class<T> type;
  private final Packet packet;
  private final RecordLayout layout;

  private TelemetryCodec(Class<T> type) {
    this.type = type;
    @Nullable Packet declared = type.getAnnotation(Packet.class);
    if (declared == null) {
      throw new IllegalArgumentException(type + " has no @Packet");
    }
    this.packet = declared;
    this.layout = RecordLayout.of(type);
  }

  public static <T extends Record> TelemetryCodec<T> of(Class<T> packet) {
    return new TelemetryCodec<>(packet);
  }

  /**
   * Writes the user data of a TM[3,25].
   *
   * @throws IllegalArgumentException naming packet and field when a value cannot be on the wire;
   *     NaN never can
   */
  public void encode(T value, ByteBuf out) {
    try {
      out.writeByte(packet.structure());
      layout.encode(value, out);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("packet " + packet.name() + ": " + e.getMessage(), e);
    }
  }

  /** Reads what {@link #encode} wrote. */
  public T decode(ByteBuf in) {
    int structure = in.readUnsignedByte();
    if (structure != packet.structure()) {
      throw new IllegalArgumentException(
          "structure " + structure + " is not packet " + packet.name());
    }
    return type.cast(layout.decode(in));
  }

  /** Builds a packet from its scalars in the order of {@link #fields()}. */
  public T assemble(List<Object> scalars) {
    return type.cast(layout.assemble(scalars, new int[1]));
  }

  public int structureId() {
    return packet.structure();
  }

  public Packet packet() {
    return packet;
  }

  public List<FieldSpec> fields() {
    return layout.fields();
  }
}
