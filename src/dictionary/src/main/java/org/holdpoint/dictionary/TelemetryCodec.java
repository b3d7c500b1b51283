package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * Encodes and decodes one kind of telemetry packet: structure identifier, then the fields.
 *
 * @param <T> a record with {@link Packet}
 */
public final class TelemetryCodec<T extends Record> {
  private static final ClassValue<TelemetryCodec<?>> CODECS =
      new ClassValue<>() {
        @Override
        protected TelemetryCodec<?> computeValue(Class<?> type) {
          return new TelemetryCodec<>(type.asSubclass(Record.class));
        }
      };

  private final Class<T> type;
  private final Packet packet;
  private final int structureId;
  private final RecordLayout layout;
  private final List<FieldSpec> fields;
  private final int bytes;

  private TelemetryCodec(Class<T> type) {
    this.type = type;
    Packet declared = type.getAnnotation(Packet.class);
    if (declared == null) {
      throw new IllegalArgumentException(type + " has no @Packet");
    }
    this.packet = declared;
    this.structureId = declared.structure();
    this.layout = RecordLayout.of(type);
    this.fields = layout.fields();
    this.bytes = 1 + fields.stream().mapToInt(FieldSpec::bytes).sum();
  }

  /** The codec of a packet; one for each type. */
  @SuppressWarnings("unchecked") // computed from this very class
  public static <T extends Record> TelemetryCodec<T> of(Class<T> packet) {
    return (TelemetryCodec<T>) CODECS.get(packet);
  }

  /**
   * Writes the user data of a TM[3,25]; all of it or, when it throws, nothing.
   *
   * @throws IllegalArgumentException naming packet and field when a value cannot be on the wire;
   *     NaN never can
   */
  public void encode(T value, ByteBuf out) {
    int begin = out.writerIndex();
    try {
      out.ensureWritable(bytes);
      out.writeByte(structureId);
      layout.encode(value, out);
    } catch (IllegalArgumentException e) {
      out.writerIndex(begin);
      throw new IllegalArgumentException("packet " + packet.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException when it is another structure, too short, or holds a value that
   *     the dictionary does not know
   */
  public T decode(ByteBuf in) {
    if (in.readableBytes() < bytes) {
      throw new IllegalArgumentException(
          "packet %s has %d octets, not %d".formatted(packet.name(), in.readableBytes(), bytes));
    }
    int structure = in.readUnsignedByte();
    if (structure != structureId) {
      throw new IllegalArgumentException(
          "structure " + structure + " is not packet " + packet.name());
    }
    try {
      return type.cast(layout.decode(in));
    } catch (BadField e) {
      throw new IllegalArgumentException("packet " + packet.name() + ": " + e.getMessage(), e);
    }
  }

  /** Builds a packet from its scalars in the order of {@link #fields()}. */
  public T assemble(List<Object> scalars) {
    return type.cast(layout.assemble(scalars, new int[1]));
  }

  public Class<T> type() {
    return type;
  }

  public int structureId() {
    return structureId;
  }

  public Packet packet() {
    return packet;
  }

  /** Octets on the wire, the structure identifier included. */
  public int bytes() {
    return bytes;
  }

  /** The scalars in order on the wire. */
  public List<FieldSpec> fields() {
    return fields;
  }
}
