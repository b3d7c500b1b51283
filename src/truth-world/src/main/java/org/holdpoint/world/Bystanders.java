package org.holdpoint.world;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.world.dynamics.OrbitalMotion;
import org.holdpoint.world.environment.Surroundings;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.Kept;

/** All bystanders of a world: their orbits, and how near the chaser came to each. */
final class Bystanders implements Kept {
  /** Octets of the truth of one. */
  static final int TRUTH_BYTES = 7 * Double.BYTES + Integer.BYTES;

  private static final double[] ANY_ATTITUDE = {1, 0, 0, 0};

  private final List<Bystander> who;
  private final OrbitalMotion[] motions;
  private final RelativePath[] paths;
  private final ProximityJudge[] judges;

  Bystanders(List<Bystander> who, Surroundings surroundings, double[] target_I, double[] chaser_I) {
    this.who = who;
    motions = new OrbitalMotion[who.size()];
    paths = new RelativePath[who.size()];
    judges = new ProximityJudge[who.size()];
    for (int i = 0; i < motions.length; i++) {
      Bystander each = who.get(i);
      motions[i] = new OrbitalMotion(surroundings, each.body());
      motions[i].start(new RelativeState(each.r_L_m(), each.v_L_m_s()).chaser_I(target_I));
      paths[i] = new RelativePath();
      judges[i] = new ProximityJudge();
      double[] s = motions[i].state_I();
      judges[i].see(new Xyz(chaser_I[0] - s[0], chaser_I[1] - s[1], chaser_I[2] - s[2]).norm());
    }
  }

  /** Advances all by one tick; the chaser has not moved yet. */
  void advance(long tick, long tai_ns, double[] chaser_I) {
    for (int i = 0; i < motions.length; i++) {
      paths[i].begin(motions[i].state_I(), chaser_I);
      motions[i].advance(tick, tai_ns, who.get(i).body().mass_kg(), ANY_ATTITUDE);
    }
  }

  /** Looks at the tick that the chaser has moved through as well. */
  void judge(double[] chaser_I) {
    for (int i = 0; i < motions.length; i++) {
      paths[i].end(motions[i].state_I(), chaser_I);
      judges[i].see(paths[i]);
    }
  }

  List<Bystander.Truth> truth() {
    List<Bystander.Truth> truths = new ArrayList<>();
    for (int i = 0; i < motions.length; i++) {
      double[] s = motions[i].state_I();
      truths.add(
          new Bystander.Truth(
              who.get(i).name(),
              Xyz.of(s, 0),
              Xyz.of(s, 3),
              judges[i].range_m(),
              judges[i].smallestRange_m(),
              judges[i].entries()));
    }
    return truths;
  }

  /** Octets that {@link #writeTruth} writes. */
  int truthBytes() {
    return motions.length * TRUTH_BYTES;
  }

  /** Orbits, smallest ranges and entries, as raw bits. */
  void writeTruth(ByteBuffer out) {
    for (int i = 0; i < motions.length; i++) {
      Kept.put(out, motions[i].state_I());
      out.putDouble(judges[i].smallestRange_m()).putInt(judges[i].entries());
    }
  }

  @Override
  public void save(ByteBuffer out) {
    for (int i = 0; i < motions.length; i++) {
      motions[i].save(out);
      judges[i].save(out);
    }
  }

  @Override
  public void restore(ByteBuffer in) {
    for (int i = 0; i < motions.length; i++) {
      motions[i].restore(in);
      judges[i].restore(in);
    }
  }
}
