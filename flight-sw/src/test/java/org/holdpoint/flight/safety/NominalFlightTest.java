package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nominal mission trips nothing, at any seed. */
@Tag("long")
class NominalFlightTest {
  private static final double N = 1.1068e-3;
  private static final double ORBIT_S = 2 * Math.PI / N;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @Tag("SAF-001")
  void holdHopCircumnavigationAndRetreatRaiseNoAlarm(long seed) {
    Chaser chaser = new Chaser(seed, new Vec3(0, -1000, 0), Vec3.ZERO);
    chaser.mode = Mode.HOLD;
    chaser.keep(new Vec3(0, -1000, 0), 2400);

    hop(chaser, new Vec3(0, -250, 0), ORBIT_S / 2, Mode.TRANSFER);
    chaser.mode = Mode.HOLD;
    chaser.keep(new Vec3(0, -250, 0), 2400);

    // Entry behind the target, where the ellipse crosses V-bar at its far end.
    chaser.mode = Mode.CIRCUMNAVIGATION;
    Vec3 entry = new Vec3(0, -200, 100);
    chaser.burn_L(
        Chaser.departure(N, chaser.truth.r_L(), entry, ORBIT_S / 4).minus(chaser.truth.v_L()));
    chaser.fly(ORBIT_S / 4 - 10);
    Vec3 onEllipse = new Vec3(-100 * N, 0, 0);
    chaser.burn_L(onEllipse.minus(chaser.truth.v_L()));
    chaser.fly(ORBIT_S * 1.1);

    hop(chaser, new Vec3(0, -1000, 0), 0.4 * ORBIT_S, Mode.RETREAT);
    chaser.mode = Mode.HOLD;
    chaser.keep(new Vec3(0, -1000, 0), 600);

    assertThat(chaser.alarms()).isEmpty();
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.VALID);
    assertThat(chaser.verdict.telemetry().abort_verdict()).isEqualTo(RungVerdict.SAFE);
  }

  private static void hop(Chaser chaser, Vec3 to, double seconds, Mode mode) {
    chaser.mode = mode;
    Vec3 v = Chaser.departure(N, chaser.truth.r_L(), to, seconds);
    chaser.burn_L(v.minus(chaser.truth.v_L()));
    chaser.fly(seconds);
    chaser.burn_L(chaser.truth.v_L().negated());
  }
}
