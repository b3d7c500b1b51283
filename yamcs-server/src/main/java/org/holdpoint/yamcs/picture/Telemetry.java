package org.holdpoint.yamcs.picture;

import java.util.HashMap;
import java.util.Map;
import org.holdpoint.motion.RelativeCovariance;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;
import org.yamcs.mdb.Mdb;
import org.yamcs.parameter.LastValueCache;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.xtce.Parameter;

/** Reads the latest telemetry by the console's names, as numbers, texts and vectors. */
final class Telemetry {
  private final Mdb mdb;
  private final LastValueCache cache;
  private final Map<String, @Nullable Parameter> known = new HashMap<>();

  Telemetry(Mdb mdb, LastValueCache cache) {
    this.mdb = mdb;
    this.cache = cache;
  }

  /** The latest value of {@code gnc/range_m} and the like, or null when none ever came. */
  @Nullable ParameterValue value(String name) {
    Parameter parameter = known.computeIfAbsent(name, key -> mdb.getParameter("/chaser/" + key));
    return parameter == null ? null : cache.getValue(parameter);
  }

  @Nullable Double number(String name) {
    ParameterValue value = value(name);
    return value == null ? null : Values.number(value.getEngValue());
  }

  double number(String name, double otherwise) {
    Double number = number(name);
    return number == null ? otherwise : number;
  }

  String text(String name) {
    ParameterValue value = value(name);
    if (value == null || value.getEngValue() == null) {
      return "";
    }
    return value.getEngValue().toString();
  }

  @Nullable Vec3 vector(String name) {
    Double x = number(name + "_x");
    Double y = number(name + "_y");
    Double z = number(name + "_z");
    return x == null || y == null || z == null ? null : new Vec3(x, y, z);
  }

  /** Relative state of {@code gnc} or {@code safety}. */
  @Nullable RelativeState state(String packet) {
    Vec3 r = vector(packet + "/r_CT_L_m");
    Vec3 v = vector(packet + "/v_CT_L_m_s");
    return r == null || v == null ? null : new RelativeState(r, v);
  }

  /** Navigation's covariance, 36 entries by rows, or null before the first. */
  double @Nullable [] covariance() {
    double[] upper = new double[21];
    for (int i = 0; i < upper.length; i++) {
      String row = "nav/covariance_" + (i + 1);
      Double entry = number(row + "_si");
      if (entry == null) {
        return null;
      }
      upper[i] = entry;
    }
    return RelativeCovariance.ofUpper(upper);
  }
}
