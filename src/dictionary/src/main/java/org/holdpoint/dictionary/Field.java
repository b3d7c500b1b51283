package org.holdpoint.dictionary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One telemetry parameter or command argument, on a record component. The component's name is the
 * field's name on the ground; components are written in order of declaration. A component that is a
 * record is flattened: {@code r_CT_L_m.x} becomes {@code r_CT_L_m_x}; the unit and wire type of
 * this annotation then apply to each scalar inside that names none itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  /** One sentence for an operator: what it is. */
  String value();

  /** SI unit as shown to operators; empty when dimensionless. */
  String unit() default "";

  WireType wire() default WireType.DEFAULT;

  /** Smallest value allowed for a command argument. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest value allowed for a command argument. */
  double max() default Double.POSITIVE_INFINITY;
}
