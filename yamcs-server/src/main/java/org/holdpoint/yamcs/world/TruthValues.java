package org.holdpoint.yamcs.world;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.port.messages.ActiveFault;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.TruthSample;
import org.holdpoint.port.messages.Wxyz;
import org.holdpoint.port.messages.Xyz;
import org.holdpoint.yamcs.clock.FollowingTimeService;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.parameter.Value;
import org.yamcs.utils.ValueUtility;
import org.yamcs.xtce.Parameter;

/** Messages of the instructor port as values of the parameters of {@code mdb/world.xml}. */
final class TruthValues {
  /** Finds a parameter by its qualified name; throws when the database lacks it. */
  @FunctionalInterface
  interface Database {
    Parameter parameter(String qualifiedName);
  }

  private final Database database;

  TruthValues(Database database) {
    this.database = database;
  }

  /** Truth, the estimate beside it, and the active faults. */
  List<ParameterValue> of(TruthSample sample) {
    var values = new Collector("/world/truth/", sample.getTaiNs());
    values.xyz("r_CT_L_m", sample.getRCTLM());
    values.xyz("v_CT_L_m_s", sample.getVCTLMS());
    values.number("range_m", sample.getRangeM());
    values.wxyz("q_BI_chaser", sample.getQBIChaser());
    values.wxyz("q_BI_target", sample.getQBITarget());
    values.number("propellant_kg", sample.getPropellantKg());
    values.number("smallest_range_m", sample.getSmallestRangeM());
    values.add("keep_out_entries", ValueUtility.getSint32Value(sample.getKeepOutEntries()));
    values.add("eclipse", ValueUtility.getBooleanValue(sample.getEclipse()));
    values.number("beta_deg", sample.getBetaDeg());
    values.text("mode", sample.getMode());
    values.text("faults", faultText(sample.getFaultsList()));
    values.add("fault_count", ValueUtility.getSint32Value(sample.getFaultsCount()));
    values.add("contacts", ValueUtility.getSint32Value(sample.getContacts()));
    if (sample.hasLastContactS()) {
      values.number("last_contact_s", sample.getLastContactS());
      values.number("last_contact_speed_m_s", sample.getLastContactSpeedMS());
    }
    values.number("plume_force_N", sample.getPlumeForceN());
    values.add("plume_on_target", ValueUtility.getBooleanValue(sample.getPlumeOnTarget()));
    values.add("target_burns", ValueUtility.getSint32Value(sample.getTargetBurns()));
    values.number("target_delta_v_m_s", sample.getTargetDeltaVMS());
    values.in("/world/estimate/");
    if (sample.hasEstimateRCTLM()) {
      values.xyz("r_CT_L_m", sample.getEstimateRCTLM());
    }
    if (sample.hasEstimateVCTLMS()) {
      values.xyz("v_CT_L_m_s", sample.getEstimateVCTLMS());
    }
    if (sample.hasEstimate3SigmaM()) {
      values.number("position_3sigma_m", sample.getEstimate3SigmaM());
    }
    if (sample.hasErrorM()) {
      values.number("error_m", sample.getErrorM());
    }
    values.in("/world/monitor/");
    if (sample.hasMonitorRCTLM()) {
      values.xyz("r_CT_L_m", sample.getMonitorRCTLM());
    }
    if (sample.hasMonitor3SigmaM()) {
      values.number("position_3sigma_m", sample.getMonitor3SigmaM());
    }
    return values.list;
  }

  /** The state of the clock. */
  List<ParameterValue> of(ClockState clock) {
    var values = new Collector("/world/clock/", clock.getTaiNs());
    values.number("mission_time_s", (clock.getTaiNs() - clock.getStartTaiNs()) / 1e9);
    values.number("warp", clock.getWarp());
    values.add("paused", ValueUtility.getBooleanValue(clock.getPaused()));
    values.add("ended", ValueUtility.getBooleanValue(clock.getEnded()));
    values.text("note", clock.getWarpNote());
    return values.list;
  }

  /** One line a fault: {@code 3: laser-ranger-a ramp rate_m_s=0.5, since <UTC>}. */
  private static String faultText(List<ActiveFault> faults) {
    var text = new StringBuilder();
    for (ActiveFault fault : faults) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(
          "%d: %s %s %s, since %s"
              .formatted(
                  fault.getId(),
                  fault.getUnit(),
                  fault.getKind(),
                  fault.getParameters(),
                  FollowingTimeService.instantOfTai_ns(fault.getSinceTaiNs())));
    }
    return text.toString();
  }

  private final class Collector {
    private final List<ParameterValue> list = new ArrayList<>();
    private final long time;
    private String system;

    Collector(String system, long tai_ns) {
      this.system = system;
      this.time = FollowingTimeService.instantOfTai_ns(tai_ns).getMillis();
    }

    void in(String system) {
      this.system = system;
    }

    void add(String name, Value value) {
      var parameterValue = new ParameterValue(database.parameter(system + name));
      parameterValue.setEngValue(value);
      parameterValue.setGenerationTime(time);
      list.add(parameterValue);
    }

    void number(String name, double value) {
      add(name, ValueUtility.getDoubleValue(value));
    }

    void text(String name, String value) {
      add(name, ValueUtility.getStringValue(value));
    }

    void xyz(String name, Xyz vector) {
      number(name + "_x", vector.getX());
      number(name + "_y", vector.getY());
      number(name + "_z", vector.getZ());
    }

    void wxyz(String name, Wxyz quaternion) {
      number(name + "_q0", quaternion.getQ0());
      number(name + "_q1", quaternion.getQ1());
      number(name + "_q2", quaternion.getQ2());
      number(name + "_q3", quaternion.getQ3());
    }
  }
}
