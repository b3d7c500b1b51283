package org.holdpoint.flight.telemetry;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.telemetry.AssurancePacket;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.PropulsionPacket;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.ThrusterState;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ccsds.UplinkStatus;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandVerification.CommandStatus;
import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.mode.ModeDecision;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.safety.AppliedActuation;
import org.holdpoint.flight.safety.MonitorUnits;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.motion.Vec3;

/**
 * A vehicle at rest: every number zero, every enumeration its first constant, unless named here.
 */
final class Fixture {
  static final FlightConfiguration CONFIGURATION =
      new FlightConfiguration(
          0, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, 1, 1, 238, 12, 2, 2, 1, List.of(),
          Vec3.ZERO);

  static final ReportingChoice EVERYTHING =
      new ReportingChoice(java.util.Set.of(), java.util.Set.of(), List.of(), 0, List.of());

  private Fixture() {}

  static TickResults results() {
    return results(false);
  }

  static TickResults results(boolean planChanged) {
    return results(planChanged, 1.5);
  }

  static TickResults results(boolean planChanged, double deltaVUsed_m_s) {
    Map<Sensor, UnitState> units = new EnumMap<>(Sensor.class);
    units.put(Sensor.LASER_RANGER_A, UnitState.GOOD);
    NavigationSolution navigation = navigation();
    int[] firing = new int[ActuatorCommands.THRUSTERS];
    firing[3] = 40;
    return new TickResults(
        new SensorSamples(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            12,
            Vec3.ZERO,
            new MonitorSamples(null, null, null, null)),
        new UplinkStatus(0x01000005, 5, 5, 2, 0, FrameError.CRC),
        new CommandStatus(4, 1, 0.5),
        new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.SEQUENCED, 1),
        navigation,
        units,
        0,
        zero(ModeDecision.class),
        zero(GatePacket.class),
        zero(PlanPacket.class),
        planChanged,
        ContactState.IN_TOUCH,
        zero(GuidanceReference.class),
        deltaVUsed_m_s,
        () ->
            new PropulsionPacket(
                Collections.nCopies(
                    ActuatorCommands.THRUSTERS,
                    new PropulsionPacket.Thruster(ThrusterState.GOOD, 0, 0))),
        zero(AssurancePacket.class),
        new WantedActuation(new ActuatorCommands(firing, Vec3.ZERO), Vec3.ZERO, 0),
        new SafetyVerdict(
            Rung.NONE,
            null,
            Vec3.ZERO,
            false,
            MonitorUnits.OFF,
            zero(SafetyPacket.class),
            List.of(),
            List.of()),
        new AppliedActuation(ActuatorCommands.NONE, false));
  }

  private static NavigationSolution navigation() {
    return build(
        NavigationSolution.class,
        component ->
            component.getType() == Covariance6.class
                ? new Covariance6(new double[21])
                : component.getName().equals("r_CT_L_m")
                    ? new Vec3(0, -250, 0)
                    : component.getName().equals("v_CT_L_m_s") ? new Vec3(0, 0.5, 0) : null);
  }

  static <R extends Record> R zero(Class<R> type) {
    return build(type, component -> null);
  }

  private interface Chosen {
    Object value(RecordComponent component);
  }

  private static <R> R build(Class<R> type, Chosen chosen) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Object value = chosen.value(components[i]);
      values[i] = value != null ? value : zero(components[i]);
    }
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private static Object zero(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == double.class) {
      return 0.0;
    } else if (type == long.class) {
      return 0L;
    } else if (type == int.class) {
      return 0;
    } else if (type == boolean.class) {
      return false;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type == List.class) {
      Repeat repeat = component.getAnnotation(Repeat.class);
      Class<?> row =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      List<Object> rows = new ArrayList<>();
      for (int i = 0; repeat != null && i < repeat.value(); i++) {
        rows.add(build(row, ignored -> null));
      }
      return rows;
    }
    return build(type, ignored -> null);
  }
}
