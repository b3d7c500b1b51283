package org.holdpoint.flight;

import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** What one tick leaves for the next: the loop inside the flight software closes here only. */
final class LastTick implements Retained {
  private @Nullable GuidanceReference reference;
  private @Nullable SafetyVerdict verdict;

  /** Whether no tick has run since the processor started. */
  boolean isNone() {
    return reference == null;
  }

  @Nullable GuidanceReference reference() {
    return reference;
  }

  @Nullable SafetyVerdict verdict() {
    return verdict;
  }

  void keep(GuidanceReference reference, SafetyVerdict verdict) {
    this.reference = reference;
    this.verdict = verdict;
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(out, reference);
    RecordState.write(out, verdict);
  }

  @Override
  public void restore(StateReader in) {
    reference = RecordState.readNullable(in, GuidanceReference.class);
    verdict = RecordState.readNullable(in, SafetyVerdict.class);
  }
}
