package org.holdpoint.flight.mode;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/** Where the vehicle is in its plan: the leg, the hold point, the place, and where it has been. */
final class Course implements Retained {
  /** Hold points remembered as places to go back to; the oldest is forgotten. */
  private static final int MOST_VISITED = 8;

  static final Leg NO_LEG = new Leg(LegKind.NONE, 0, new Xyz(0, 0, 0), 0);

  /**
   * What is kept from tick to tick.
   *
   * @param legIndex leg of the plan, 1-based; 0 when it is none of the plan
   * @param legInFlight whether the leg still has an end to reach
   * @param legBegan_tick when it began
   * @param holdPoint_L_m where the vehicle holds or held last; null before the first hold
   * @param planStart_L_m where leg 1 departs from; null when that is the ellipse
   * @param place place of the plan that the vehicle waits at, see {@link PlanPlaces}; 0 at none
   * @param reached place that the plan has been flown to
   * @param visited hold points left so far
   */
  private record Kept(
      int legIndex,
      Leg leg,
      long legSerial,
      boolean legInFlight,
      long legBegan_tick,
      boolean stopBurnPending,
      @Nullable Vec3 holdPoint_L_m,
      @Nullable Vec3 planStart_L_m,
      int place,
      int reached,
      List<Vec3> visited) {
    Kept {
      visited = List.copyOf(visited);
    }
  }

  private final PlanStore plans;
  private int legIndex;
  private Leg leg = NO_LEG;
  private long legSerial = 1;
  private boolean legInFlight;
  private long legBegan_tick;
  private boolean stopBurnPending;
  private @Nullable Vec3 holdPoint_L_m;
  private @Nullable Vec3 planStart_L_m;
  private int place;
  private int reached = 1;
  private List<Vec3> visited = new ArrayList<>();

  Course(PlanStore plans) {
    this.plans = plans;
  }

  /** The first hold: where leg 1 departs from. */
  void start(Tick tick, Vec3 point_L_m) {
    planStart_L_m = point_L_m;
    hold(tick, point_L_m, 1);
  }

  /** Far away the plan begins where the vehicle drifts. */
  void startParked(Tick tick) {
    coast(tick);
    planStart_L_m = null;
    place = 1;
  }

  /** Begins a leg; guidance plans it once because its serial number is new. */
  void fly(Tick tick, Leg flown, int index) {
    set(tick, flown, index, true);
  }

  /** Nothing is flown. */
  void coast(Tick tick) {
    set(tick, NO_LEG, 0, false);
  }

  /** Holds at a point that is the given place of the plan; 0 when it is none. */
  void hold(Tick tick, Vec3 point_L_m, int atPlace) {
    set(tick, HoldChoice.leg(LegKind.HOLD_AT, point_L_m), 0, false);
    holdPoint_L_m = point_L_m;
    place = atPlace;
    reached = atPlace > 0 ? atPlace : reached;
  }

  /** The leg is flown; on the ellipse the vehicle waits where it is. */
  void park() {
    legInFlight = false;
    place = legIndex + 1;
    reached = place;
  }

  /** Remembers the hold point as left. */
  void leaveHold() {
    Vec3 from = holdPoint_L_m;
    if (from == null || visited.contains(from)) {
      return;
    }
    visited.add(from);
    if (visited.size() > MOST_VISITED) {
      visited.remove(0);
    }
  }

  /** Place at which the leg ends: the next of the plan, or whichever its end point is. */
  int placeAfterLeg(Vec3 end_L_m) {
    return legIndex > 0 ? legIndex + 1 : placeOf(end_L_m);
  }

  int placeOf(Vec3 point_L_m) {
    return PlanPlaces.at(point_L_m, plans.plan().legs(), planStart_L_m, reached);
  }

  /**
   * A new plan begins.
   *
   * @param waits the vehicle waits where leg 1 departs from
   * @param start_L_m the hold point; null on the ellipse or while drifting
   */
  void beginPlan(boolean waits, @Nullable Vec3 start_L_m) {
    planStart_L_m = start_L_m;
    place = waits ? 1 : 0;
    reached = 1;
  }

  /** Gate at the place; 0 at none. */
  int gate() {
    return PlanPlaces.gate(plans.plan().legs(), place);
  }

  /** Leg that departs from the place; null when none does. */
  @Nullable Leg departing() {
    return PlanPlaces.departing(plans.plan().legs(), place);
  }

  void finishFirst() {
    stopBurnPending = true;
  }

  int legIndex() {
    return legIndex;
  }

  Leg leg() {
    return leg;
  }

  long legSerial() {
    return legSerial;
  }

  boolean legInFlight() {
    return legInFlight;
  }

  /** End point of the leg. */
  Vec3 legEnd_L_m() {
    Xyz target = leg.target_L_m();
    return new Vec3(target.x(), target.y(), target.z());
  }

  /** A hold leg ends after its time; every other leg ends where guidance says. */
  boolean holdTimeOver(Tick tick) {
    double flown_s = (tick.number() - legBegan_tick) * Tick.PERIOD_S;
    return leg.kind() != LegKind.HOLD_AT || flown_s >= leg.duration_s();
  }

  boolean stopBurnPending() {
    return stopBurnPending;
  }

  @Nullable Vec3 holdPoint_L_m() {
    return holdPoint_L_m;
  }

  int place() {
    return place;
  }

  List<Vec3> visited() {
    return visited;
  }

  private void set(Tick tick, Leg flown, int index, boolean inFlight) {
    leg = flown;
    legIndex = index;
    legSerial++;
    legInFlight = inFlight;
    legBegan_tick = tick.number();
    stopBurnPending = false;
    place = 0;
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(
        out,
        new Kept(
            legIndex,
            leg,
            legSerial,
            legInFlight,
            legBegan_tick,
            stopBurnPending,
            holdPoint_L_m,
            planStart_L_m,
            place,
            reached,
            visited));
  }

  @Override
  public void restore(StateReader in) {
    Kept kept = RecordState.read(in, Kept.class);
    legIndex = kept.legIndex();
    leg = kept.leg();
    legSerial = kept.legSerial();
    legInFlight = kept.legInFlight();
    legBegan_tick = kept.legBegan_tick();
    stopBurnPending = kept.stopBurnPending();
    holdPoint_L_m = kept.holdPoint_L_m();
    planStart_L_m = kept.planStart_L_m();
    place = kept.place();
    reached = kept.reached();
    visited = new ArrayList<>(kept.visited());
  }
}
