package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * The translation part of a {@link GuidanceReference}.
 *
 * @param timeToNext_s to the next event; 0 when none
 * @param burnAhead_L_m_s delta-v of a burn for which the body must be turned now, or that is being
 *     given so; null vector when none
 */
record Motion(
    Translation translation,
    RelativeState reference,
    Vec3 deltaVToGo_L_m_s,
    NextEvent next,
    double timeToNext_s,
    double tubeRadius_m,
    boolean corridorArmed,
    boolean complete,
    boolean missed,
    Vec3 burnAhead_L_m_s) {

  static Motion coast(RelativeState reference) {
    return of(Translation.COAST, reference);
  }

  static Motion of(Translation translation, RelativeState reference) {
    return new Motion(
        translation, reference, Vec3.ZERO, NextEvent.NONE, 0, 0, false, false, false, Vec3.ZERO);
  }

  Motion next(NextEvent event, double time_s) {
    return new Motion(
        translation,
        reference,
        deltaVToGo_L_m_s,
        event,
        Math.max(0, time_s),
        tubeRadius_m,
        corridorArmed,
        complete,
        missed,
        burnAhead_L_m_s);
  }

  Motion burning(Vec3 toGo_L_m_s) {
    return new Motion(
        Translation.BURN,
        reference,
        toGo_L_m_s,
        next,
        timeToNext_s,
        tubeRadius_m,
        corridorArmed,
        complete,
        missed,
        burnAhead_L_m_s);
  }

  Motion tube(double radius_m) {
    return new Motion(
        translation,
        reference,
        deltaVToGo_L_m_s,
        next,
        timeToNext_s,
        radius_m,
        corridorArmed,
        complete,
        missed,
        burnAhead_L_m_s);
  }

  Motion corridor() {
    return new Motion(
        translation,
        reference,
        deltaVToGo_L_m_s,
        next,
        timeToNext_s,
        tubeRadius_m,
        true,
        complete,
        missed,
        burnAhead_L_m_s);
  }

  Motion ended(boolean isComplete, boolean isMissed) {
    return new Motion(
        translation,
        reference,
        deltaVToGo_L_m_s,
        next,
        timeToNext_s,
        tubeRadius_m,
        corridorArmed,
        isComplete,
        isMissed,
        burnAhead_L_m_s);
  }

  /** The body turns for a burn, or is kept so during it. */
  Motion turnedFor(Vec3 deltaV_L_m_s) {
    return new Motion(
        translation,
        reference,
        deltaVToGo_L_m_s,
        next,
        timeToNext_s,
        tubeRadius_m,
        corridorArmed,
        complete,
        missed,
        deltaV_L_m_s);
  }
}
