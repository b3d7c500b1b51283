package org.holdpoint.dictionary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One telemetry packet, on a record: PUS service 3 subtype 25 unless it says otherwise. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Packet {
  /**
   * Name on the ground: a subsystem of {@code /chaser}, so a field is {@code /chaser/gnc/range_m}.
   */
  String name();

  int apid();

  /** Housekeeping structure identifier (S3) on the wire as U8. */
  int structure();

  /** Generation period in milliseconds of simulation time, a multiple of 100. */
  int period_ms();

  /** One sentence for an operator. */
  String description();
}
