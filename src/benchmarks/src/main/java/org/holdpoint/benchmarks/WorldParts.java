package org.holdpoint.benchmarks;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.TargetOrbit;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.environment.Atmosphere;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Gravity;
import org.holdpoint.world.environment.Light;
import org.holdpoint.world.sample.Xyz;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the parts of a world's tick cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorldParts {
  private static final Instant EPOCH = Instant.parse("2027-03-04T06:00:00Z");
  private static final int[] OFF = new int[16];
  private static final double[] NO_TORQUE = new double[3];
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long DAY_NS = 86_400 * SECOND_NS;
  private static final double X_M = 6.1e6;
  private static final double Y_M = 2.9e6;
  private static final double Z_M = 1.2e6;

  private final TruthWorld world =
      TruthWorld.create(
          WorldConfiguration.nominal(
              EPOCH,
              1,
              new TargetOrbit(500, 0.0005, 97.4, -15, 20),
              new Xyz(0, -1000, 0),
              new Xyz(0, 0, 0)));
  private final Environment environment = new Environment();
  private final Atmosphere atmosphere = new Atmosphere(environment, EnvironmentChoice.NOMINAL);
  private final Gravity gravity = new Gravity(Gravity.DEGREE);
  private final Gravity gravity70 = new Gravity(Gravity.LARGEST_DEGREE);
  private final double[] a_m_s2 = new double[3];
  private long tai_ns = world.tai_ns();

  /** Sets the environment to the start. */
  public WorldParts() {
    environment.moveTo(tai_ns);
  }

  @Benchmark
  public long moveOneTick() {
    world.move(OFF, NO_TORQUE);
    return world.tick();
  }

  @Benchmark
  public long stepOneTickWithSensors() {
    world.step(OFF, NO_TORQUE);
    return world.tick();
  }

  @Benchmark
  public double[] gravity20() {
    gravity.acceleration(X_M, Y_M, Z_M, environment.toEarth(), a_m_s2);
    return a_m_s2;
  }

  @Benchmark
  public double[] gravity70() {
    gravity70.acceleration(X_M, Y_M, Z_M, environment.toEarth(), a_m_s2);
    return a_m_s2;
  }

  @Benchmark
  public double density() {
    return atmosphere.density_kg_m3(X_M, Y_M, Z_M);
  }

  @Benchmark
  public double light() {
    return Light.share(X_M, Y_M, Z_M, environment.sun_I_m(), environment.toEarth());
  }

  @Benchmark
  public double[] environmentOneSecondLater() {
    tai_ns = tai_ns < world.tai_ns() + DAY_NS ? tai_ns + SECOND_NS : world.tai_ns();
    environment.moveTo(tai_ns);
    return environment.toEarth();
  }
}
