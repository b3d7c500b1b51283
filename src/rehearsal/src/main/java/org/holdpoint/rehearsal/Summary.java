package org.holdpoint.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to; the names are those of the JSON. Null stands for what the kind of run does
 * not measure.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
    String scenario,
    long seed,
    String trace_sha256,
    Outcome outcome,
    List<String> reasons,
    double duration_s,
    double realtime_factor,
    double min_range_m,
    double final_range_m,
    int keep_out_entries,
    int contacts,
    double delta_v_m_s,
    double ideal_delta_v_m_s,
    @Nullable Double coverage,
    @Nullable Map<String, Integer> truth_rules_broken,
    int commands_sent,
    int commands_accepted,
    int commands_completed,
    int commands_refused,
    @Nullable String final_mode,
    int safing_events,
    @Nullable Long abort_ticks,
    @Nullable Double drift_min_range_m,
    @Nullable Double drift_h,
    @Nullable Map<String, Double> bystander_min_range_m,
    @Nullable Long frames_sent,
    @Nullable Long frames_received,
    @Nullable Long packets_generated,
    @Nullable Long packets_archived,
    @Nullable Long reports_generated,
    @Nullable Long reports_in_parameter_archive,
    @Nullable String journal) {

  public Summary {
    reasons = List.copyOf(reasons);
  }

  /** Verdict on a run. */
  public enum Outcome {
    PASS,
    FAIL
  }

  public String json() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary is always JSON", e);
    }
  }
}
