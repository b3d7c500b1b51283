package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How a record is laid out on the wire: its components in order, nested records and lists
 * flattened. Built once for each type by reflection; used for encoding and decoding.
 */
final class RecordLayout {
  private final Class<?> type;
  private final Constructor<?> constructor;
  private final List<Part> parts = new ArrayList<>();
  private final List<FieldSpec> fields = new ArrayList<>();

  private RecordLayout(Class<?> type, String prefix, @Nullable Field outer) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameterTypes = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameterTypes[i] = components[i].getType();
      parts.add(part(components[i], prefix, outer));
    }
    try {
      constructor = type.getDeclaredConstructor(parameterTypes);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its canonical constructor: " + type, e);
    }
  }

  static RecordLayout of(Class<?> type) {
    return new RecordLayout(type, "", null);
  }

  List<FieldSpec> fields() {
    return List.copyOf(fields);
  }

  private Part part(RecordComponent component, String prefix, @Nullable Field outer) {
    Method getter = component.getAccessor();
    getter.setAccessible(true);
    Repeat repeat = component.getAnnotation(Repeat.class);
    if (repeat != null) {
      var listType = (ParameterizedType) component.getGenericType();
      Class<?> row = (Class<?>) listType.getActualTypeArguments()[0];
      List<RecordLayout> rows = new ArrayList<>();
      for (int i = 1; i <= repeat.value(); i++) {
        RecordLayout layout = new RecordLayout(row, prefix + repeat.name() + "_" + i + "_", null);
        fields.addAll(layout.fields);
        rows.add(layout);
      }
      return new ListPart(getter, rows);
    }
    Field field = component.getAnnotation(Field.class);
    if (field == null) {
      throw new IllegalStateException(type + "." + component.getName() + " has no @Field");
    }
    if (component.getType().isRecord()) {
      RecordLayout layout =
          new RecordLayout(component.getType(), prefix + component.getName() + "_", field);
      fields.addAll(layout.fields);
      return new NestedPart(getter, layout);
    }
    FieldSpec spec = spec(component, prefix, field, outer);
    fields.add(spec);
    return new ScalarPart(getter, spec);
  }

  private static FieldSpec spec(
      RecordComponent component, String prefix, Field field, @Nullable Field outer) {
    Kind kind = kind(component.getType());
    WireType wire = field.wire();
    if (wire == WireType.DEFAULT && outer != null) {
      wire = outer.wire();
    }
    if (wire == WireType.DEFAULT) {
      wire = defaultWire(kind);
    }
    String unit = outer != null && field.unit().isEmpty() ? outer.unit() : field.unit();
    double[] natural = naturalRange(kind, wire, component.getType());
    double min = Double.isFinite(field.min()) || outer == null ? field.min() : outer.min();
    double max = Double.isFinite(field.max()) || outer == null ? field.max() : outer.max();
    String description = outer == null ? field.value() : outer.value() + ", " + field.value();
    return new FieldSpec(
        prefix + component.getName(),
        description,
        unit,
        wire,
        kind,
        enumeration(component.getType()),
        Math.max(min, natural[0]),
        Math.min(max, natural[1]));
  }

  @SuppressWarnings("unchecked") // isEnum is the check
  private static @Nullable Class<? extends Enum<?>> enumeration(Class<?> javaType) {
    return javaType.isEnum() ? (Class<? extends Enum<?>>) javaType : null;
  }

  private static Kind kind(Class<?> javaType) {
    if (javaType == double.class) {
      return Kind.DOUBLE;
    }
    if (javaType == int.class) {
      return Kind.INT;
    }
    if (javaType == long.class) {
      return Kind.LONG;
    }
    if (javaType == boolean.class) {
      return Kind.BOOLEAN;
    }
    if (javaType.isEnum() && Coded.class.isAssignableFrom(javaType)) {
      return Kind.ENUM;
    }
    throw new IllegalStateException("no wire form for " + javaType);
  }

  private static WireType defaultWire(Kind kind) {
    return switch (kind) {
      case DOUBLE -> WireType.F32;
      case INT -> WireType.U16;
      case LONG -> WireType.U32;
      case BOOLEAN, ENUM -> WireType.U8;
    };
  }

  private static double[] naturalRange(Kind kind, WireType wire, Class<?> javaType) {
    if (kind == Kind.BOOLEAN) {
      return new double[] {0, 1};
    }
    if (kind == Kind.ENUM) {
      int last = 0;
      for (Object constant : javaType.getEnumConstants()) {
        last = Math.max(last, ((Coded) constant).code());
      }
      return new double[] {0, last};
    }
    return switch (wire) {
      case U8 -> new double[] {0, 0xFF};
      case U16 -> new double[] {0, 0xFFFF};
      case U32 -> new double[] {0, 0xFFFFFFFFL};
      case F32 -> new double[] {-Float.MAX_VALUE, Float.MAX_VALUE};
      case F64, DEFAULT -> new double[] {-Double.MAX_VALUE, Double.MAX_VALUE};
    };
  }

  void encode(Object row, ByteBuf out) {
    for (Part part : parts) {
      part.encode(row, out);
    }
  }

  /** Reads a record; range checks are the caller's, by {@link BadField}. */
  Object decode(ByteBuf in) {
    Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parts.get(i).decode(in);
    }
    return build(arguments);
  }

  Object build(Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }

  /** Builds a record from scalars in the order of {@link #fields()}. */
  Object assemble(List<Object> scalars, int[] next) {
    Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parts.get(i).assemble(scalars, next);
    }
    return build(arguments);
  }

  private static Object get(Method getter, Object row) {
    try {
      return getter.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + getter, e);
    }
  }

  /** A field's value is not allowed. */
  static final class BadField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient FieldSpec field;
    private final double value;

    BadField(FieldSpec field, double value) {
      super(
          "%s = %s is not allowed; from %s to %s"
              .formatted(field.name(), value, field.min(), field.max()));
      this.field = field;
      this.value = value;
    }

    FieldSpec field() {
      return field;
    }

    double value() {
      return value;
    }
  }

  private interface Part {
    void encode(Object row, ByteBuf out);

    Object decode(ByteBuf in);

    Object assemble(List<Object> scalars, int[] next);
  }

  private record NestedPart(Method getter, RecordLayout layout) implements Part {
    @Override
    public void encode(Object row, ByteBuf out) {
      layout.encode(get(getter, row), out);
    }

    @Override
    public Object decode(ByteBuf in) {
      return layout.decode(in);
    }

    @Override
    public Object assemble(List<Object> scalars, int[] next) {
      return layout.assemble(scalars, next);
    }
  }

  private record ListPart(Method getter, List<RecordLayout> rows) implements Part {
    @Override
    public void encode(Object row, ByteBuf out) {
      List<?> values = (List<?>) get(getter, row);
      if (values.size() != rows.size()) {
        throw new IllegalArgumentException(
            getter.getName() + " has " + values.size() + " rows, not " + rows.size());
      }
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).encode(values.get(i), out);
      }
    }

    @Override
    public Object decode(ByteBuf in) {
      List<Object> values = new ArrayList<>(rows.size());
      for (RecordLayout layout : rows) {
        values.add(layout.decode(in));
      }
      return values;
    }

    @Override
    public Object assemble(List<Object> scalars, int[] next) {
      List<Object> values = new ArrayList<>(rows.size());
      for (RecordLayout layout : rows) {
        values.add(layout.assemble(scalars, next));
      }
      return values;
    }
  }

  private record ScalarPart(Method getter, FieldSpec spec) implements Part {
    @Override
    public void encode(Object row, ByteBuf out) {
      Scalars.write(spec, get(getter, row), out);
    }

    @Override
    public Object decode(ByteBuf in) {
      return Scalars.read(spec, in);
    }

    @Override
    public Object assemble(List<Object> scalars, int[] next) {
      return scalars.get(next[0]++);
    }
  }
}
