package org.holdpoint.world.fault;

import java.util.List;

/** A fault that a unit can have. */
public record FaultOffer(
    String unit, FaultKind kind, List<FaultParameter> parameters, String description) {
  public FaultOffer {
    parameters = List.copyOf(parameters);
  }

  /** Names of the parameters, with units. */
  public List<String> parameterNames() {
    return parameters.stream().map(FaultParameter::name).toList();
  }
}
