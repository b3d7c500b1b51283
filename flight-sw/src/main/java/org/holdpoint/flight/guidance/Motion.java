package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * The translation part of a {@link GuidanceReference}.
 *
 * @param timeToNext_s to the next event; 0 when none
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
    boolean missed) {

  static Motion coast(RelativeState reference) {
    return of(Translation.COAST, reference);
  }

  static Motion of(Translation translation, RelativeState reference) {
    return new Motion(translation, reference, Vec3.ZERO, NextEvent.NONE, 0, 0, false, false, false);
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
        missed);
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
        missed);
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
        missed);
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
        missed);
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
        isMissed);
  }
}
