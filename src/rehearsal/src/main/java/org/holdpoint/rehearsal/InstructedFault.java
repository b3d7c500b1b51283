package org.holdpoint.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.port.messages.FaultParameter;
import org.holdpoint.port.messages.InjectFault;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.FaultCondition;
import org.jspecify.annotations.Nullable;

/**
 * A fault as an instructor asks for it. Beside the parameters of its kind it takes, under names of
 * their own, when it starts, how long it stays and while what holds.
 */
public final class InstructedFault {
  private static final String STARTS_IN_S = "starts_in_s";
  private static final String LASTS_S = "lasts_s";
  private static final String RANGE_ABOVE_M = "range_above_m";
  private static final String RANGE_BELOW_M = "range_below_m";
  private static final String ECLIPSE = "eclipse";
  private static final String THRUSTING = "thrusting";

  /** Parameters that every fault takes; the last two are 1 for yes and 0 for no. */
  public static final List<String> TIMING =
      List.of(STARTS_IN_S, LASTS_S, RANGE_ABOVE_M, RANGE_BELOW_M, ECLIPSE, THRUSTING);

  private InstructedFault() {}

  /**
   * @param now_s time since the start of the run
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public static Fault of(InjectFault message, double now_s) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (FaultParameter parameter : message.getParametersList()) {
      parameters.put(parameter.getName(), parameter.getValue());
    }
    double start_s = now_s + take(parameters, STARTS_IN_S, 0);
    double lasts_s = take(parameters, LASTS_S, Double.POSITIVE_INFINITY);
    FaultCondition condition =
        new FaultCondition(
            take(parameters, RANGE_ABOVE_M, 0),
            take(parameters, RANGE_BELOW_M, Double.POSITIVE_INFINITY),
            yesOrNo(parameters, ECLIPSE),
            yesOrNo(parameters, THRUSTING));
    if (!(lasts_s > 0)) {
      throw new IllegalArgumentException(LASTS_S + " of " + lasts_s + " must be more than 0.");
    }
    return new Fault(
        message.getUnit(), message.getKind(), parameters, start_s, start_s + lasts_s, condition);
  }

  private static double take(Map<String, Double> parameters, String name, double otherwise) {
    Double value = parameters.remove(name);
    return value == null ? otherwise : value;
  }

  private static @Nullable Boolean yesOrNo(Map<String, Double> parameters, String name) {
    Double value = parameters.remove(name);
    if (value == null) {
      return null;
    }
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException(name + " of " + value + " must be 1 for yes or 0 for no.");
    }
    return value == 1;
  }
}
