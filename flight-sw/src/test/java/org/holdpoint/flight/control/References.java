package org.holdpoint.flight.control;

import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;

/** References as guidance would give them, body x to the target. */
final class References {
  private static final Vec3 NORMAL = new Vec3(0, 0, 1);

  private References() {}

  static GuidanceReference at(
      Translation how, RelativeState reference, Vec3 toGo, NavigationSolution navigation) {
    Quaternion q_BL = Rotations.ofTwoVectors(navigation.r_CT_L_m().negated(), NORMAL);
    return at(how, reference, toGo, q_BL, navigation);
  }

  static GuidanceReference at(
      Translation how,
      RelativeState reference,
      Vec3 toGo,
      Quaternion q_BL,
      NavigationSolution navigation) {
    return new GuidanceReference(
        how,
        reference.r_CT_L_m(),
        reference.v_CT_L_m_s(),
        toGo,
        q_BL,
        q_BL.rotate(NORMAL.times(navigation.meanMotion_rad_s())),
        NextEvent.NONE,
        0,
        0,
        false,
        false);
  }
}
