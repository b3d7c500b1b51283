package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a record is laid out on the wire: its components in order, nested records and lists
 * flattened. Made once for each type by reflection; then getters and constructor are bound.
 */
final class RecordLayout {
  private final MethodHandle constructor;
  private final String name;
  private final Part[] parts;
  private final List<Scalar> scalars = new ArrayList<>();

  private RecordLayout(Class<?> type, String prefix, @Nullable Field outer) {
    this.name = type.getSimpleName();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] componentTypes = new Class<?>[components.length];
    this.parts = new Part[components.length];
    for (int i = 0; i < components.length; i++) {
      componentTypes[i] = components[i].getType();
      parts[i] = part(components[i], prefix, outer);
    }
    try {
      var canonical = type.getDeclaredConstructor(componentTypes);
      canonical.setAccessible(true);
      this.constructor =
          MethodHandles.lookup()
              .unreflectConstructor(canonical)
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has its canonical constructor: " + type, e);
    }
  }

  static RecordLayout of(Class<?> type) {
    return new RecordLayout(type, "", null);
  }

  List<FieldSpec> fields() {
    return scalars.stream().map(Scalar::spec).toList();
  }

  List<Scalar> scalars() {
    return List.copyOf(scalars);
  }

  private Part part(RecordComponent component, String prefix, @Nullable Field outer) {
    Method getter = component.getAccessor();
    getter.setAccessible(true);
    Repeat repeat = component.getAnnotation(Repeat.class);
    if (repeat != null) {
      var listType = (ParameterizedType) component.getGenericType();
      Class<?> row = (Class<?>) listType.getActualTypeArguments()[0];
      RecordLayout[] rows = new RecordLayout[repeat.value()];
      for (int i = 0; i < rows.length; i++) {
        rows[i] =
            new RecordLayout(row, prefix + repeat.name() + "_" + (repeat.first() + i) + "_", null);
        scalars.addAll(rows[i].scalars);
      }
      return new Rows(component.getName(), object(getter), rows);
    }
    Field field = component.getAnnotation(Field.class);
    if (field == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord() + "." + component.getName() + " has no @Field");
    }
    if (component.getType().isRecord()) {
      var layout = new RecordLayout(component.getType(), prefix + component.getName() + "_", field);
      scalars.addAll(layout.scalars);
      return new Nested(object(getter), layout);
    }
    Scalar scalar = new Scalar(FieldSpec.of(component, prefix, field, outer), getter);
    scalars.add(scalar);
    return new Single(scalar);
  }

  private static Accessor.OfObject object(Method getter) {
    return Accessor.bind(Accessor.OfObject.class, Object.class, getter);
  }

  /**
   * @throws BadField when a value has no form on the wire
   */
  void encode(Object row, ByteBuf out) {
    for (Part part : parts) {
      part.encode(row, out);
    }
  }

  /**
   * @throws BadField when a value is not allowed
   */
  Object decode(ByteBuf in) {
    Object[] components = new Object[parts.length];
    for (int i = 0; i < components.length; i++) {
      components[i] = parts[i].decode(in);
    }
    return build(components);
  }

  /** Builds a record from scalars in the order of {@link #fields()}. */
  Object assemble(List<Object> values, int[] next) {
    Object[] components = new Object[parts.length];
    for (int i = 0; i < components.length; i++) {
      components[i] = parts[i].assemble(values, next);
    }
    return build(components);
  }

  private Object build(Object[] components) {
    try {
      return (Object) constructor.invokeExact(components);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot make a " + name, e);
    }
  }

  /** One component. */
  private sealed interface Part {
    void encode(Object row, ByteBuf out);

    Object decode(ByteBuf in);

    Object assemble(List<Object> values, int[] next);
  }

  private record Single(Scalar scalar) implements Part {
    @Override
    public void encode(Object row, ByteBuf out) {
      scalar.write(row, out);
    }

    @Override
    public Object decode(ByteBuf in) {
      return scalar.read(in);
    }

    @Override
    public Object assemble(List<Object> values, int[] next) {
      return values.get(next[0]++);
    }
  }

  private record Nested(Accessor.OfObject getter, RecordLayout layout) implements Part {
    @Override
    public void encode(Object row, ByteBuf out) {
      layout.encode(getter.of(row), out);
    }

    @Override
    public Object decode(ByteBuf in) {
      return layout.decode(in);
    }

    @Override
    public Object assemble(List<Object> values, int[] next) {
      return layout.assemble(values, next);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private, and walked once for each packet
  private record Rows(String name, Accessor.OfObject getter, RecordLayout[] rows) implements Part {
    @Override
    public void encode(Object row, ByteBuf out) {
      List<?> values = (List<?>) getter.of(row);
      if (values.size() != rows.length) {
        throw new IllegalArgumentException(
            name + " has " + values.size() + " rows, not " + rows.length);
      }
      for (int i = 0; i < rows.length; i++) {
        rows[i].encode(values.get(i), out);
      }
    }

    @Override
    public Object decode(ByteBuf in) {
      List<Object> values = new ArrayList<>(rows.length);
      for (RecordLayout layout : rows) {
        values.add(layout.decode(in));
      }
      return values;
    }

    @Override
    public Object assemble(List<Object> values, int[] next) {
      List<Object> assembled = new ArrayList<>(rows.length);
      for (RecordLayout layout : rows) {
        assembled.add(layout.assemble(values, next));
      }
      return assembled;
    }
  }
}
