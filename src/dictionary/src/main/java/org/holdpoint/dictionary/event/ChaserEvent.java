package org.holdpoint.dictionary.event;

import org.holdpoint.dictionary.Coded;

/**
 * Event reports. Each carries up to three numbers. In a template {@code {1}} stands for the first
 * as a number and {@code {1:Mode}} for it as the constant of that enumeration with this code.
 */
public enum ChaserEvent implements Coded {
  PROCESSOR_STARTED(1, Severity.INFO, "Flight software started; ticks before: {1}"),
  MODE_CHANGED(2, Severity.INFO, "Mode {1:Mode} -> {2:Mode}"),
  GATE_OPENED(3, Severity.INFO, "Gate {1} open: all criteria met"),
  GATE_CLOSED(4, Severity.LOW, "Gate {1} closed: {2:GateCriterion} at {3}"),
  GO_ACCEPTED(5, Severity.INFO, "GO accepted at gate {1}: leg {2} begins"),
  GO_EXPIRED(6, Severity.LOW, "GO for gate {1} expired before the leg began"),
  LEG_STARTED(7, Severity.INFO, "Leg {1} {2:LegKind} started, {3} s"),
  LEG_COMPLETED(8, Severity.INFO, "Leg {1} {2:LegKind} completed, {3} m from its end point"),
  BURN_STARTED(9, Severity.INFO, "Burn started: {1} m/s"),
  BURN_COMPLETED(10, Severity.INFO, "Burn completed: {1} m/s given, {2} m/s left"),
  BURN_MISSED(11, Severity.MEDIUM, "Burn missed: {1} m/s of {2} m/s given"),
  HOLD_ACQUIRED(12, Severity.INFO, "Holding at gate {1}, {2} m from the hold point"),
  PLAN_ACCEPTED(13, Severity.INFO, "Plan {1} accepted, {2} legs"),
  PLAN_REFUSED(14, Severity.LOW, "Plan {1} refused: {2:Refusal}, leg {3}"),
  AUTHORITY_CHANGED(
      15,
      Severity.INFO,
      "Authority changed: translation {1:Holder}, attitude {2:Holder}, epoch {3}"),
  COMMAND_REFUSED(16, Severity.LOW, "Command TC[{1},{2}] refused: {3:Refusal}"),
  FRAME_DROPPED(17, Severity.LOW, "Uplinked unit dropped: {1:FrameError}, {2} bytes"),
  FARM_LOCKOUT(
      18, Severity.MEDIUM, "FARM-1 lockout: sequence number {1} outside the window at {2}"),
  NAVIGATION_VALIDITY(19, Severity.MEDIUM, "Relative navigation {1:Validity}, 3-sigma {2} m"),
  MEASUREMENTS_REJECTED(20, Severity.LOW, "Navigation rejects measurements of {1:Sensor}: NIS {2}"),
  NAVIGATION_REINITIALISED(21, Severity.LOW, "Relative navigation started again at range {1} m"),
  RANGER_DISAGREEMENT(22, Severity.HIGH, "Navigation and monitor disagree by {1} m (limit {2} m)"),
  KEEP_OUT_RULE(23, Severity.HIGH, "Keep-out rule broken: range {1} m, limit {2} m"),
  CORRIDOR_RULE(24, Severity.HIGH, "Corridor rule broken: {1} off, limit {2}"),
  SPEED_RULE(25, Severity.HIGH, "Speed rule broken: {1} m/s, limit {2} m/s"),
  BRAKING_RULE(26, Severity.HIGH, "Braking rule broken: {1} m needed, {2} m left"),
  PASSIVE_SAFETY_RULE(
      27, Severity.HIGH, "Passive safety rule broken: {1} m at 3 sigma, limit {2} m"),
  NAVIGATION_RULE(28, Severity.HIGH, "Navigation rule broken: stale or invalid for {1} s"),
  PROPELLANT_RULE(29, Severity.HIGH, "Propellant rule broken: {1} kg left, reserve {2} kg"),
  SAFING_STARTED(30, Severity.HIGH, "Safing {1:Rung} started, asked for by {2:SafingSource}"),
  SAFING_ENDED(31, Severity.INFO, "Safing {1:Rung} ended"),
  SAFING_ESCALATED(32, Severity.HIGH, "Safing {1:Rung} not safe now, {2:Rung} instead"),
  ABORT_DIRECTION(33, Severity.INFO, "Abort burn {1:Direction}, {2} m/s"),
  ABORT_BURN_ENDED(34, Severity.INFO, "Abort burn ended: {1} m/s given in {2} s"),
  MONITOR_VALIDITY(35, Severity.MEDIUM, "Safety monitor {1:Validity}, 3-sigma {2} m"),
  UNIT_STATE(36, Severity.LOW, "Unit {1:Sensor}: {2:UnitState}"),
  EVENTS_SUPPRESSED(37, Severity.LOW, "{1} events suppressed in this second"),
  REPORTS_UNFIT(
      38,
      Severity.MEDIUM,
      "{1} housekeeping reports left out: a value without a form on the wire, last in structure {2}"),
  TARGET_FOUND(40, Severity.INFO, "Target found, {1} m off; range known to {2} of it"),
  TARGET_LOST(41, Severity.MEDIUM, "Target lost, {1} m off: {2} pictures without it"),
  ESCAPE_DIRECTION(60, Severity.INFO, "Escape burn {1:Direction}, {2} m/s, then {3} m at 3 sigma"),
  ATTITUDE_RATE_RULE(61, Severity.HIGH, "Attitude rate rule broken: {1} deg/s, limit {2} deg/s"),
  WHEEL_RULE(62, Severity.HIGH, "Wheel rule broken: {1} N.m.s on an axis, limit {2} N.m.s"),
  THRUSTER_RULE(
      63, Severity.HIGH, "Thruster rule broken: {1} of force or torque unexplained, limit {2}"),
  SUN_RULE(64, Severity.HIGH, "Sun rule broken: Sun {1} deg off the cameras, limit {2} deg"),
  BATTERY_RULE(65, Severity.HIGH, "Battery rule broken: charge {1}, limit {2}"),
  TICKS_RULE(66, Severity.HIGH, "Tick rule broken: {1} ticks missed, limit {2}"),
  DEAD_MAN_RULE(67, Severity.HIGH, "Dead-man rule broken: ground not heard for {1} s, limit {2} s"),
  PROCESSOR_RESET(
      70, Severity.HIGH, "Processor restarted after {1:ResetCause}, {2} times since start"),
  PROCESSOR_UNSTABLE(71, Severity.HIGH, "{1} restarts within {2} s: safe mode"),
  CONTACT_RULE(
      72,
      Severity.HIGH,
      "Contact rule broken: no telecommand accepted in {1} contacts in a row, limit {2}"),
  SAFE_MODE_NEEDED(73, Severity.HIGH, "Safe mode asked for by {1:SafeCause}: {2}, limit {3}"),
  SENSOR_ISOLATED(74, Severity.MEDIUM, "Sensor {1:Sensor} isolated by the ground"),
  SENSOR_RESTORED(75, Severity.INFO, "Sensor {1:Sensor} taken into use again"),
  THRUSTER_ISOLATED(80, Severity.MEDIUM, "Thruster {1} {2:ThrusterState}, share {3}"),
  THRUSTER_RESTORED(81, Severity.INFO, "Thruster {1} taken into use again: {2:ThrusterState}"),
  ASSURANCE_INTERVENED(
      82,
      Severity.MEDIUM,
      "Assurance {1:AssuranceConstraint}: {2} m/s wanted, {3} m/s let through"),
  ASSURANCE_ENDED(83, Severity.INFO, "Assurance lets everything through again; {1} interventions"),
  ASSURANCE_BUDGET(84, Severity.HIGH, "Delta-v budget of {1:Mode} spent: {2} m/s; thrust blocked"),
  GO_KEPT(
      91,
      Severity.INFO,
      "GO kept at gate {1}: the leg begins when the light is right, in {2} s; HOLD takes it back"),
  UNIT_STUCK(92, Severity.MEDIUM, "Sensor {1:Sensor} repeats one value: its samples are not used"),
  RANGER_CONTRADICTS(
      93,
      Severity.MEDIUM,
      "Laser ranger A hears the target at {1} m, navigation had it at {2} m: started again"),
  BURN_REFUSED(
      90,
      Severity.MEDIUM,
      "Burn of {1} m/s refused: parts of it lead to {2} m at 3 sigma, none of it to {3} m");

  private final int code;
  private final Severity severity;
  private final String template;

  ChaserEvent(int code, Severity severity, String template) {
    this.code = code;
    this.severity = severity;
    this.template = template;
  }

  @Override
  public int code() {
    return code;
  }

  /** The template says what the event means. */
  @Override
  public String meaning() {
    return template;
  }

  public Severity severity() {
    return severity;
  }

  /** Text for an operator with places for the numbers. */
  public String template() {
    return template;
  }
}
