package org.holdpoint.world;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.dynamics.ChaserBody;
import org.holdpoint.world.dynamics.OrbitalMotion;
import org.holdpoint.world.dynamics.Plume;
import org.holdpoint.world.dynamics.ThrusterSet;
import org.holdpoint.world.environment.Environment;
import org.holdpoint.world.environment.Surroundings;
import org.holdpoint.world.fault.ActiveFault;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.Faults;
import org.holdpoint.world.power.Battery;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.sensor.SensorBank;
import org.holdpoint.world.sensor.Situation;
import org.orekit.utils.PVCoordinates;

/**
 * The world: two spacecraft, their environment, the chaser's sensors, actuators and faults. It
 * advances by ticks of 100 ms and is a pure function of its configuration, the commands of each
 * tick and the faults injected between ticks; {@link #save} and {@link #restore} keep it
 * byte-exactly. Not for use by several threads.
 */
public final class TruthWorld {
  /** One tick. */
  public static final long TICK_NS = 100_000_000L;

  /** Octets of the truth of chaser and target. */
  private static final int TRUTH_BYTES = Long.BYTES + 29 * Double.BYTES + 2 * Integer.BYTES;

  private static final int MAGIC = 0x48505754; // "HPWT"
  private static final int VERSION = 5;
  private static final int MAX_STATE_BYTES = 131_072;
  private static final double STEP_S = 1e-9 * TICK_NS;
  private static final double[] NOT_ASKED = {1, 0, 0, 0};
  private static final double[] NO_SHIFT = new double[3];

  private final WorldConfiguration configuration;
  private final long start_tai_ns;
  private final Surroundings surroundings;
  private final Environment environment;
  private final OrbitalMotion target;
  private final OrbitalMotion chaser;
  private final ChaserBody body;
  private final ThrusterSet thrusters;
  private final TargetTurning targetTurning;
  private final SensorBank sensors;
  private final Faults faults;
  private final ProximityJudge judge = new ProximityJudge();
  private final RelativePath path = new RelativePath();
  private final ContactWatch contact;
  private final TargetPilot pilot;
  private final Plume plume;
  private final Battery battery = new Battery();
  private final Bystanders bystanders;
  private double plumeImpulse_N_s;
  private long tick;

  private final Situation situation = new Situation();
  private final double[] on_s = new double[ThrusterSet.COUNT];
  private final double[] strength = new double[ThrusterSet.COUNT];
  private int closedValves;
  private final double[] wheelTorque_N_m = new double[3];
  private final boolean[] stuckWheels = new boolean[3];
  private final double[] chaser_q_BI = {1, 0, 0, 0};
  private final double[] work = new double[3];

  private TruthWorld(WorldConfiguration configuration) {
    this.configuration = configuration;
    start_tai_ns = configuration.start_tai_ns();
    surroundings = new Surroundings(configuration.environment());
    environment = surroundings.environment();
    target = new OrbitalMotion(surroundings, configuration.target());
    chaser = new OrbitalMotion(surroundings, configuration.chaser());
    double[] target_I = configuration.targetOrbit().rv_I(surroundings.gravity().mu_m3_s2());
    target.start(target_I);
    chaser.start(
        new RelativeState(configuration.r_CT_L_m(), configuration.v_CT_L_m_s()).chaser_I(target_I));
    targetTurning = new TargetTurning(configuration.targetAttitude(), target_I);
    body = new ChaserBody(configuration.chaser().mass_kg(), configuration.propellant_kg());
    TargetHull hull = configuration.targetHull();
    contact = new ContactWatch(hull);
    plume = new Plume(hull.halfX_m(), hull.halfY_m(), hull.halfZ_m());
    pilot = new TargetPilot(configuration.targetBurns(), configuration.targetEvasion());
    thrusters = new ThrusterSet(configuration.runSeed());
    sensors = new SensorBank(configuration.runSeed());
    faults = new Faults(configuration.runSeed());
    body.spinWheels(configuration.wheelMomentum_B_N_m_s());
    for (Fault fault : configuration.faults()) {
      var unused = injectFault(fault);
    }
    bystanders =
        new Bystanders(configuration.bystanders(), surroundings, target_I, chaser.state_I());
    environment.moveTo(start_tai_ns);
    StartAttitude.pointAtTarget(body, target_I, chaser.state_I(), environment.sun_I_m());
    target.observeLight();
    chaser.observeLight();
    judge.see(range_m());
    judgeFaults(false);
    fillSituation();
    observe();
  }

  /** A world at its epoch; its first samples are there. */
  public static TruthWorld create(WorldConfiguration configuration) {
    return new TruthWorld(configuration);
  }

  /**
   * Advances by exactly 100 ms.
   *
   * @param onTime_ms on-time of each of the 16 thrusters, 0 or 20 to 100, from the begin of the
   *     tick
   * @param wheelTorque_B_N_m torque on the body asked from the wheels about its three axes; a wheel
   *     gives at most 0.2 N m
   */
  public void step(int[] onTime_ms, double[] wheelTorque_B_N_m) {
    move(onTime_ms, wheelTorque_B_N_m);
    fillSituation();
    battery.step(STEP_S, chaser.light(), situation.sun_B, faults.arrayShare());
    observe();
  }

  /**
   * Advances by exactly 100 ms without asking the sensors: for long coasts that nobody watches and
   * for measuring the dynamics alone. Samples and battery stay as they were.
   *
   * @param onTime_ms as for {@link #step}
   * @param wheelTorque_B_N_m as for {@link #step}
   */
  public void move(int[] onTime_ms, double[] wheelTorque_B_N_m) {
    Checks.commands(onTime_ms, wheelTorque_B_N_m);
    faults.step();
    for (int i = 0; i < ThrusterSet.COUNT; i++) {
      on_s[i] = 1e-3 * onTime_ms[i];
    }
    long now_tai_ns = tai_ns();
    faults.applyToThrusters(on_s, strength, STEP_S, now_tai_ns);
    System.arraycopy(wheelTorque_B_N_m, 0, wheelTorque_N_m, 0, 3);
    faults.applyToWheels(wheelTorque_N_m, stuckWheels, now_tai_ns);
    thrusters.isolate(closedValves, on_s, strength);
    thrusters.fire(on_s, strength, body.propellant_kg());

    pilot.step(target, sinceStart_s(), judge.range_m());
    path.begin(target.state_I(), chaser.state_I());
    contact.begin(targetTurning.q_TI(target.state_I()));
    bystanders.advance(tick, now_tai_ns, chaser.state_I());
    pushByPlume();
    target.advance(
        tick,
        now_tai_ns,
        configuration.target().mass_kg(),
        target.wantsAttitude(tick)
            ? targetTurning.ahead(target.state_I(), OrbitalMotion.ATTITUDE_AHEAD_S)
            : NOT_ASKED);
    targetTurning.advance(plume.angularImpulse_T_N_m_s());
    double mass_kg = body.mass_kg();
    System.arraycopy(chaser.state_I(), 0, work, 0, 3);
    if (chaser.wantsAttitude(tick)) {
      body.attitudeAhead(OrbitalMotion.ATTITUDE_AHEAD_S, chaser_q_BI);
    }
    chaser.advance(tick, now_tai_ns, mass_kg, chaser_q_BI);
    body.advance(
        thrusters,
        wheelTorque_N_m,
        stuckWheels,
        work,
        surroundings.gravity().mu_m3_s2(),
        chaser.surface_m_s2());
    body.leak(faults.leak_kg_s() * STEP_S);
    chaser.kick(body.deltaV_I_m_s(), body.shift_I_m());
    tick++;
    judge();
    judgeFaults(thrusters.open());
  }

  /** Whether a fault keeps the flight computer from running in the tick that begins now. */
  public boolean processorDown() {
    return faults.processorDown(tai_ns());
  }

  /** Whether a fault keeps the chaser from hearing the ground in the tick that begins now. */
  public boolean receiverDeaf() {
    return faults.receiverDeaf();
  }

  /**
   * Sets the latch valves before the thrusters; what is closed gives nothing, whatever the
   * thruster's own valve does. They keep their position until the next call.
   *
   * @param closed bit i for thruster i
   */
  public void closeValves(int closed) {
    if (closed >>> ThrusterSet.COUNT != 0) {
      throw new IllegalArgumentException("latch valves: only bits 0 to 15 stand for thrusters");
    }
    closedValves = closed;
  }

  /** Finds what the plumes give the target in this tick, and gives it its share of velocity. */
  private void pushByPlume() {
    plume.clear();
    if (thrusters.used_kg() == 0 || judge.range_m() > Plume.LARGEST_RANGE_M) {
      return;
    }
    path.at(0, work);
    plume.push(
        thrusters,
        body.state(),
        body.centreOfMass_B_m(),
        work,
        targetTurning.q_TI(target.state_I()));
    double size_N_s = plume.size_N_s();
    if (size_N_s > 0) {
      for (int i = 0; i < 3; i++) {
        work[i] = plume.impulse_I_N_s()[i] / configuration.target().mass_kg();
      }
      target.kick(work, NO_SHIFT);
      plumeImpulse_N_s += size_N_s;
    }
  }

  /** Looks at the way between the ends of the tick too. */
  private void judge() {
    path.end(target.state_I(), chaser.state_I());
    judge.see(path);
    bystanders.judge(chaser.state_I());
    if (contact.near(path)) {
      contact.see(path, sinceStart_s() - STEP_S, targetTurning.q_TI(target.state_I()));
    }
  }

  /**
   * The target burns now, flown by the instructor.
   *
   * @param dv_L_m_s change of its velocity, its QSW, at most 5 m/s
   * @throws IllegalArgumentException saying what is allowed
   */
  public void manoeuvreTarget(Xyz dv_L_m_s) {
    TargetBurn.check("target manoeuvre: dv_L_m_s", dv_L_m_s);
    pilot.burn(target, dv_L_m_s);
  }

  /** What has passed between both spacecraft up to the present time. */
  public ProximityTruth proximity() {
    return new ProximityTruth(
        contact.count(),
        contact.first_s(),
        contact.last_s(),
        contact.lastSpeed_m_s(),
        plume.size_N_s() / STEP_S,
        plumeImpulse_N_s,
        pilot.count(),
        pilot.sum_m_s());
  }

  /** What the sensors delivered at the present time. */
  public WorldSamples samples() {
    return sensors.samples();
  }

  /** Ticks since start. */
  public long tick() {
    return tick;
  }

  /** The present time, nanoseconds of TAI since 1958-01-01T00:00:00 TAI. */
  public long tai_ns() {
    return start_tai_ns + tick * TICK_NS;
  }

  public WorldConfiguration configuration() {
    return configuration;
  }

  /** The truth at the present time. */
  public TruthSnapshot truth() {
    double[] t = target.state_I();
    double[] c = chaser.state_I();
    RelativeState relative = RelativeState.of(t, c);
    return new TruthSnapshot(
        tai_ns(),
        Xyz.of(t, 0),
        Xyz.of(t, 3),
        Xyz.of(c, 0),
        Xyz.of(c, 3),
        relative.r_CT_L_m(),
        relative.v_CT_L_m_s(),
        Wxyz.of(body.state(), 0),
        Wxyz.of(targetTurning.q_TI(t), 0),
        Xyz.of(body.state(), 4),
        body.mass_kg(),
        body.propellant_kg(),
        Xyz.of(body.state(), 7),
        judge.range_m(),
        chaser.light() < 0.5,
        beta_deg(t),
        judge.smallestRange_m(),
        judge.entries());
  }

  /** The bystanders at the present time, in the configuration's order. */
  public List<Bystander.Truth> bystanders() {
    return bystanders.truth();
  }

  /** Size of what {@link #writeTruth} writes. */
  public int truthBytes() {
    return TRUTH_BYTES + bystanders.truthBytes();
  }

  /** Chaser's position, Earth-fixed (ITRF), at the present time. */
  public Xyz chaser_E_m() {
    environment.moveTo(tai_ns());
    double[] m = environment.toEarth();
    double[] c = chaser.state_I();
    return new Xyz(
        m[0] * c[0] + m[1] * c[1] + m[2] * c[2],
        m[3] * c[0] + m[4] * c[1] + m[5] * c[2],
        m[6] * c[0] + m[7] * c[1] + m[8] * c[2]);
  }

  /** Unit vector to the Sun from Earth, GCRF, by Orekit's analytical Sun, at the present time. */
  public Xyz sunDirection_I() {
    environment.moveTo(tai_ns());
    double[] sun = environment.sun_I_m();
    double d = Math.sqrt(sun[0] * sun[0] + sun[1] * sun[1] + sun[2] * sun[2]);
    return new Xyz(sun[0] / d, sun[1] / d, sun[2] / d);
  }

  /**
   * Writes the truth as raw bits for the trace hash: time, both orbits, chaser's attitude, rate and
   * wheels, propellant, target's attitude, smallest range, keep-out entries, contacts, bystanders.
   */
  public void writeTruth(ByteBuffer out) {
    out.putLong(tai_ns());
    put(out, target.state_I());
    put(out, chaser.state_I());
    put(out, body.state());
    put(out, targetTurning.q_TI(target.state_I()));
    out.putDouble(body.propellant_kg());
    out.putDouble(judge.range_m());
    out.putDouble(judge.smallestRange_m());
    out.putInt(judge.entries()).putInt(contact.count());
    bystanders.writeTruth(out);
  }

  /**
   * Injects a fault from now on.
   *
   * @return its id
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public int injectFault(String unit, String kind, Map<String, Double> parameters) {
    return injectFault(Fault.from(0, unit, kind, parameters));
  }

  /**
   * Injects a fault with its own start, end and condition; one whose start is past starts now.
   *
   * @return its id
   * @throws IllegalArgumentException when too many are there
   */
  public int injectFault(Fault fault) {
    return faults.inject(fault, tai_ns(), start_tai_ns);
  }

  /** Clears an active fault by its id. */
  public void clearFault(int id) {
    faults.clear(id);
  }

  /** The faults that have started and not ended, oldest first. */
  public List<ActiveFault> activeFaults() {
    return faults.active(tai_ns());
  }

  /** The whole state, random streams and faults included. */
  public byte[] save() {
    ByteBuffer out = ByteBuffer.allocate(MAX_STATE_BYTES);
    out.putInt(MAGIC).putInt(VERSION);
    out.putLong(configuration.runSeed()).putLong(start_tai_ns);
    out.putLong(tick);
    target.save(out);
    chaser.save(out);
    body.save(out);
    thrusters.save(out);
    out.putInt(closedValves);
    targetTurning.save(out);
    pilot.save(out);
    contact.save(out);
    plume.save(out);
    battery.save(out);
    bystanders.save(out);
    out.putDouble(plumeImpulse_N_s);
    judge.save(out);
    faults.save(out);
    sensors.save(out);
    return Arrays.copyOf(out.array(), out.position());
  }

  /**
   * Goes to a saved state. The world must have been created from the same configuration.
   *
   * @throws IllegalArgumentException when the bytes are not a state of this world
   */
  public void restore(byte[] state) {
    ByteBuffer in = ByteBuffer.wrap(state);
    try {
      if (in.getInt() != MAGIC || in.getInt() != VERSION) {
        throw new IllegalArgumentException(
            "not a world state of version " + VERSION + ": save it again with this build");
      }
      long seed = in.getLong();
      long start = in.getLong();
      if (seed != configuration.runSeed() || start != start_tai_ns) {
        throw new IllegalArgumentException(
            "the state is of a run with seed "
                + seed
                + " and start "
                + start
                + " ns TAI, this one has "
                + configuration.runSeed()
                + " and "
                + start_tai_ns);
      }
      tick = in.getLong();
      target.restore(in);
      chaser.restore(in);
      body.restore(in);
      thrusters.restore(in);
      closedValves = in.getInt();
      targetTurning.restore(in);
      pilot.restore(in);
      contact.restore(in);
      plume.restore(in);
      battery.restore(in);
      bystanders.restore(in);
      plumeImpulse_N_s = in.getDouble();
      judge.restore(in);
      faults.restore(in);
      sensors.restore(in);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "damaged world state: it ends after " + state.length + " bytes", e);
    }
    if (in.hasRemaining()) {
      throw new IllegalArgumentException(
          "damaged world state: " + in.remaining() + " bytes too many");
    }
    fillSituation();
  }

  /** Distance between the centres of mass now. */
  public double range_m() {
    double[] t = target.state_I();
    double[] c = chaser.state_I();
    double x = t[0] - c[0];
    double y = t[1] - c[1];
    double z = t[2] - c[2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  private void judgeFaults(boolean fired) {
    faults.judge(tai_ns(), range_m(), chaser.light() < 0.5, fired);
  }

  private void observe() {
    situation.batteryCharge = battery.charge();
    sensors.step(tick, situation, faults);
  }

  private void fillSituation() {
    environment.moveTo(tai_ns());
    situation.tai_ns = tai_ns();
    System.arraycopy(chaser.state_I(), 0, situation.chaser_I, 0, 6);
    System.arraycopy(body.state(), 0, situation.body, 0, 10);
    System.arraycopy(body.meanRate_rad_s(), 0, situation.meanRate_rad_s, 0, 3);
    BodyFrame.toBody(body.state(), chaser.surface_m_s2(), work);
    for (int i = 0; i < 3; i++) {
      situation.deltaV_B_m_s[i] = body.deltaV_B_m_s()[i] + STEP_S * work[i];
    }
    situation.propellant_kg = body.propellant_kg();
    situation.chaserLit = chaser.light() >= 0.5;
    situation.targetLit = target.light() >= 0.5;
    TargetHull hull = configuration.targetHull();
    situation.targetSize_m = hull.size_m();
    situation.targetArea_m2 = configuration.target().area_m2();
    situation.hull_m[0] = hull.halfX_m();
    situation.hull_m[1] = hull.halfY_m();
    situation.hull_m[2] = hull.halfZ_m();
    situation.targetCooperative = configuration.targetCooperative();
    System.arraycopy(targetTurning.q_TI(target.state_I()), 0, situation.q_TI, 0, 4);
    situation.look(target.state_I(), environment.sun_I_m());
  }

  private double beta_deg(double[] t) {
    PVCoordinates pv = RelativeState.pv(t);
    Xyz sun = sunDirection_I();
    Vector3D normal = pv.getMomentum().normalize();
    return FastMath.toDegrees(
        FastMath.asin(Vector3D.dotProduct(normal, new Vector3D(sun.x(), sun.y(), sun.z()))));
  }

  private double sinceStart_s() {
    return 1e-9 * (tick * TICK_NS);
  }

  private static void put(ByteBuffer out, double[] values) {
    for (double value : values) {
      out.putDouble(value);
    }
  }
}
