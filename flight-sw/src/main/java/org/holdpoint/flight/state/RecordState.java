package org.holdpoint.flight.state;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Accessor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps immutable records as they are: component by component in order of declaration, doubles as
 * raw bits. Knows double, long, int, boolean, enumerations, records, lists of these, and null.
 */
public final class RecordState {
  /** No list in a state is longer; a larger size means a damaged state. */
  private static final int MAX_LIST = 4096;

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private RecordState() {}

  /** Writes a record, or that there is none. */
  public static void write(StateWriter out, @Nullable Record value) {
    writeReference(out, value);
  }

  /** Reads what {@link #write} wrote of a record that was there. */
  public static <R extends Record> R read(StateReader in, Class<R> type) {
    R value = readNullable(in, type);
    if (value == null) {
      throw new IllegalArgumentException("damaged state: no " + type.getSimpleName());
    }
    return value;
  }

  /** Reads what {@link #write} wrote. */
  public static <R extends Record> @Nullable R readNullable(StateReader in, Class<R> type) {
    return type.cast(readReference(in, type));
  }

  private static void writeReference(StateWriter out, @Nullable Object value) {
    out.put(value != null);
    if (value == null) {
      return;
    }
    if (value instanceof Double number) {
      out.put(number.doubleValue());
    } else if (value instanceof Long number) {
      out.put(number.longValue());
    } else if (value instanceof Integer number) {
      out.put(number.intValue());
    } else if (value instanceof Boolean flag) {
      out.put(flag.booleanValue());
    } else if (value instanceof Enum<?> constant) {
      out.put(constant);
    } else if (value instanceof List<?> list) {
      out.put(list.size());
      for (Object element : list) {
        writeReference(out, element);
      }
    } else if (value instanceof Record composite) {
      for (ComponentWriter component : SHAPES.get(composite.getClass()).writers()) {
        component.write(out, composite);
      }
    } else {
      throw new IllegalArgumentException(
          "cannot keep a " + value.getClass().getName() + ": not a record of plain values");
    }
  }

  private static @Nullable Object readReference(StateReader in, Type declared) {
    if (!in.getBoolean()) {
      return null;
    }
    if (declared instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      int size = in.getInt();
      if (size < 0 || size > MAX_LIST) {
        throw new IllegalArgumentException("damaged state: list of " + size);
      }
      List<@Nullable Object> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        list.add(readReference(in, generic.getActualTypeArguments()[0]));
      }
      return list;
    }
    if (!(declared instanceof Class<?> type)) {
      throw new IllegalArgumentException("cannot keep a " + declared.getTypeName());
    }
    if (type == double.class || type == Double.class) {
      return in.getDouble();
    }
    if (type == long.class || type == Long.class) {
      return in.getLong();
    }
    if (type == int.class || type == Integer.class) {
      return in.getInt();
    }
    if (type == boolean.class || type == Boolean.class) {
      return in.getBoolean();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[in.getInt()];
    }
    if (type.isRecord()) {
      return readRecord(in, type);
    }
    throw new IllegalArgumentException(
        "cannot keep a " + type.getName() + ": not a record of plain values");
  }

  private static Object readRecord(StateReader in, Class<?> type) {
    Shape shape = SHAPES.get(type);
    @Nullable Object[] values = new @Nullable Object[shape.types().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = readReference(in, shape.types()[i]);
    }
    try {
      return shape.constructor().newInstance(values);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot restore a " + type.getName(), e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("damaged state: " + type.getSimpleName(), e.getCause());
    }
  }

  /** Writes one component of a record, numbers without a box around them. */
  private interface ComponentWriter {
    void write(StateWriter out, Record of);
  }

  private static ComponentWriter writer(RecordComponent component) {
    Class<?> type = component.getType();
    Method getter = component.getAccessor();
    if (type == double.class) {
      var number = Accessor.bind(Accessor.OfReal.class, type, getter);
      return (out, of) -> out.put(true).put(number.of(of));
    }
    if (type == long.class) {
      var number = Accessor.bind(Accessor.OfWhole.class, type, getter);
      return (out, of) -> out.put(true).put(number.of(of));
    }
    if (type == int.class) {
      var number = Accessor.bind(Accessor.OfInt.class, type, getter);
      return (out, of) -> out.put(true).put(number.of(of));
    }
    if (type == boolean.class) {
      var flag = Accessor.bind(Accessor.OfFlag.class, type, getter);
      return (out, of) -> out.put(true).put(flag.of(of));
    }
    var object = Accessor.bind(Accessor.OfObject.class, Object.class, getter);
    return (out, of) -> writeReference(out, object.of(of));
  }

  /** A record type looked up once: the platform looks it up anew at each question. */
  private record Shape(ComponentWriter[] writers, Type[] types, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      ComponentWriter[] writers = new ComponentWriter[components.length];
      Class<?>[] classes = new Class<?>[components.length];
      Type[] types = new Type[components.length];
      for (int i = 0; i < components.length; i++) {
        writers[i] = writer(components[i]);
        classes[i] = components[i].getType();
        types[i] = components[i].getGenericType();
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(classes);
        constructor.setAccessible(true);
        return new Shape(writers, types, constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("no canonical constructor in " + type.getName(), e);
      }
    }
  }
}
