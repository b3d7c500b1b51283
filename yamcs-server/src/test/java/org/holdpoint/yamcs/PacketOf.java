package org.holdpoint.yamcs;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Map;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.TelemetryCodec;

/** Telemetry packets with a few fields that matter and zero elsewhere. */
final class PacketOf {
  private PacketOf() {}

  /** User data of a TM[3,25] of the type, with these components. */
  static <T extends Record> byte[] userData(Class<T> type, Map<String, ?> components)
      throws ReflectiveOperationException {
    ByteBuf out = Unpooled.buffer();
    TelemetryCodec.of(type).encode(record(type, components), out);
    return ByteBufUtil.getBytes(out);
  }

  static <T extends Record> T record(Class<T> type, Map<String, ?> components)
      throws ReflectiveOperationException {
    RecordComponent[] declared = type.getRecordComponents();
    Class<?>[] types = new Class<?>[declared.length];
    Object[] values = new Object[declared.length];
    for (int i = 0; i < declared.length; i++) {
      types[i] = declared[i].getType();
      Object given = components.get(declared[i].getName());
      values[i] = given != null ? given : zero(declared[i]);
    }
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object zero(RecordComponent component) throws ReflectiveOperationException {
    Class<?> type = component.getType();
    Repeat repeat = component.getAnnotation(Repeat.class);
    if (repeat != null) {
      Type row = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return Collections.nCopies(
          repeat.value(), record(((Class<?>) row).asSubclass(Record.class), Map.of()));
    }
    if (type == double.class) {
      return 0.0;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return record(type.asSubclass(Record.class), Map.of());
  }
}
