package org.holdpoint.rehearsal.score;

import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.picture.CameraOptics;
import org.holdpoint.world.picture.Inspection;
import org.holdpoint.world.picture.Scene;

/**
 * Coverage of the target by one picture of the narrow camera a minute while the chaser is near,
 * with the exposure that its light meter chooses; what an ideal observer could have seen is taken
 * at the same places of the path.
 */
public final class InspectionScore {
  /** Further away no facet is resolved: 5 cm at 18 arcseconds. */
  private static final double NEAR_M = 570;

  /** Ticks between two pictures. */
  private static final int PICTURE_TICKS = 600;

  private final Environment environment = new Environment();
  private final TargetHull hull;
  private final Inspection inspection;
  private int pictures;

  public InspectionScore(TargetHull hull) {
    this.hull = hull;
    inspection = new Inspection(hull, Inspection.Rules.NOMINAL);
  }

  /** Looks at the world after a tick. */
  public void look(long tick, TruthWorld world) {
    if (tick % PICTURE_TICKS != 0 || world.range_m() > NEAR_M) {
      return;
    }
    TruthSnapshot truth = world.truth();
    Scene scene = Scene.of(environment, truth, truth, hull);
    pictures++;
    var unused = inspection.look(scene, CameraOptics.NARROW, "picture-" + pictures);
  }

  /** Area seen over area that could have been seen; 0 as long as nothing could. */
  public double coverage() {
    return inspection.coverage();
  }

  public int pictures() {
    return pictures;
  }
}
