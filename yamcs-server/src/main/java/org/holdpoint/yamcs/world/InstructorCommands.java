package org.holdpoint.yamcs.world;

import java.util.Map;
import org.holdpoint.port.messages.FaultParameter;
import org.holdpoint.port.messages.InjectFault;
import org.holdpoint.port.messages.InstructorAction;
import org.holdpoint.port.messages.ManoeuvreTarget;
import org.holdpoint.port.messages.Xyz;

/** The commands of {@code mdb/world.xml} as messages of the instructor port. */
final class InstructorCommands {
  private static final int MOST_PARAMETERS = 16;

  private InstructorCommands() {}

  /**
   * @param name short name of the command, such as PAUSE
   * @param arguments argument values as text, by name
   * @throws IllegalArgumentException with a sentence for the instructor
   */
  static InstructorAction action(
      String name, Map<String, String> arguments, long actionId, String who) {
    var action = InstructorAction.newBuilder().setActionId(actionId).setWho(who);
    switch (name) {
      case "PAUSE" -> action.setPause(true);
      case "RESUME" -> action.setPause(false);
      case "SET_WARP" -> action.setWarp(number("warp", argument(arguments, "warp")));
      case "INJECT_FAULT" -> action.setInject(fault(arguments));
      case "CLEAR_FAULT" ->
          action.setClearFaultId(
              (int) Math.rint(number("fault_id", argument(arguments, "fault_id"))));
      case "MANOEUVRE_TARGET" -> action.setManoeuvreTarget(burn(arguments));
      case "NOTE" -> action.setNote(argument(arguments, "text"));
      case "END_RUN" -> action.setEndRun(true);
      case "EXPORT_JOURNAL" -> action.setExportJournal(true);
      default -> throw new IllegalArgumentException("'" + name + "' is not an instructor's action");
    }
    return action.build();
  }

  private static ManoeuvreTarget burn(Map<String, String> arguments) {
    return ManoeuvreTarget.newBuilder()
        .setDvLMS(
            Xyz.newBuilder()
                .setX(number("dv_x_m_s", argument(arguments, "dv_x_m_s")))
                .setY(number("dv_y_m_s", argument(arguments, "dv_y_m_s")))
                .setZ(number("dv_z_m_s", argument(arguments, "dv_z_m_s"))))
        .build();
  }

  private static InjectFault fault(Map<String, String> arguments) {
    var fault =
        InjectFault.newBuilder()
            .setUnit(argument(arguments, "unit"))
            .setKind(argument(arguments, "kind"));
    String parameters = arguments.getOrDefault("parameters", "").strip();
    if (parameters.isEmpty()) {
      return fault.build();
    }
    String[] pairs = parameters.split("[\\s,;]+");
    if (pairs.length > MOST_PARAMETERS) {
      throw new IllegalArgumentException("a fault has at most " + MOST_PARAMETERS + " parameters");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "parameter '" + pair + "' must be name=value, such as rate_m_s=0.5");
      }
      String name = pair.substring(0, equals);
      fault.addParameters(
          FaultParameter.newBuilder()
              .setName(name)
              .setValue(number(name, pair.substring(equals + 1))));
    }
    return fault.build();
  }

  private static String argument(Map<String, String> arguments, String name) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("argument '" + name + "' is missing");
    }
    return value;
  }

  private static double number(String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (!Double.isNaN(value) && !Double.isInfinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, together with values that are no finite number
    }
    throw new IllegalArgumentException(name + " must be a number, not '" + text + "'");
  }
}
