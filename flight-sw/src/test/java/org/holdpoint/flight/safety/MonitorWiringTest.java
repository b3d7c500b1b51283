package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole monitor hears each of its watches: what they see becomes a response. */
class MonitorWiringTest {
  /** 0.3 N on 250 kg in 100 ms. */
  private static final Vec3 PUSH_M_S = new Vec3(1.2e-4, 0, 0);

  private static Chaser settled(long seed) {
    Chaser chaser = new Chaser(seed, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.keep(new Vec3(0, -250, 0), 400);
    assertThat(chaser.alarms()).isEmpty();
    return chaser;
  }

  private static MonitorSamples pushed(MonitorSamples samples) {
    InertialSample imu = samples.imuB();
    return imu == null
        ? samples
        : new MonitorSamples(
            samples.starTrackerB(),
            new InertialSample(
                imu.sampled_tai_ns(), imu.rate_B_rad_s(), imu.deltaV_B_m_s().plus(PUSH_M_S)),
            samples.thermalCamera(),
            samples.laserRangerB());
  }

  private static void ticks(Chaser chaser, int count) {
    for (int i = 0; i < count; i++) {
      chaser.tickOnce();
    }
  }

  private static boolean safedBy(Chaser chaser, SafingSource source) {
    return chaser.events.stream()
        .anyMatch(e -> e.event() == ChaserEvent.SAFING_STARTED && e.b() == source.code());
  }

  @Test
  @Tag("SAF-165")
  void aBatteryThatRunsLowLeadsAway() {
    Chaser chaser = settled(81);
    chaser.meddling =
        s ->
            new MonitorSamples(
                s.starTrackerB(), s.imuB(), s.thermalCamera(), s.laserRangerB(), null, 0.3, true);
    ticks(chaser, 95);
    assertThat(chaser.verdict.active()).as("not before ten seconds").isEqualTo(Rung.NONE);
    ticks(chaser, 10);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    assertThat(safedBy(chaser, SafingSource.BATTERY)).isTrue();
  }

  @Test
  @Tag("SAF-163")
  void thrustThatNobodyCommandedHolds() {
    Chaser chaser = settled(82);
    chaser.meddling = MonitorWiringTest::pushed;
    ticks(chaser, 300);
    assertThat(safedBy(chaser, SafingSource.THRUSTERS)).isTrue();
  }
}
