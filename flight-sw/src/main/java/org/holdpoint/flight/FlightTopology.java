package org.holdpoint.flight;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.assurance.RunTimeAssurance;
import org.holdpoint.flight.ccsds.FarmWindow;
import org.holdpoint.flight.ccsds.UplinkReceiver;
import org.holdpoint.flight.command.CommandDispatcher;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandVerification;
import org.holdpoint.flight.contact.ContactWatch;
import org.holdpoint.flight.control.Control;
import org.holdpoint.flight.control.Sighting;
import org.holdpoint.flight.guidance.Guidance;
import org.holdpoint.flight.mode.Health;
import org.holdpoint.flight.mode.ModeLogic;
import org.holdpoint.flight.navigation.RelativeNavigation;
import org.holdpoint.flight.propulsion.ThrusterWatch;
import org.holdpoint.flight.safety.ActuatorGate;
import org.holdpoint.flight.safety.NominalClaims;
import org.holdpoint.flight.safety.SafetyMonitor;
import org.holdpoint.flight.safety.Vitals;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.sensing.SensorSwitch;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.telemetry.ReportingControl;
import org.holdpoint.flight.telemetry.Telemetry;
import org.holdpoint.flight.telemetry.TickResults;

/** The onboard architecture: who feeds whom, in tick order. Read this first. */
final class FlightTopology {
  private final UplinkReceiver uplinkReceiver = new UplinkReceiver(FarmWindow.STANDARD);
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final ContactWatch contactWatch;
  private final SensorSwitch sensorSwitch = new SensorSwitch();
  private final RelativeNavigation relativeNavigation;
  private final ThrusterWatch thrusterWatch;
  private final ModeLogic modeLogic;
  private final Guidance guidance;
  private final Control control;
  private final SafetyMonitor safetyMonitor;
  private final RunTimeAssurance runTimeAssurance;
  private final ActuatorGate actuatorGate;
  private final ReportingControl reportingControl = new ReportingControl();
  private final CommandVerification verification = new CommandVerification();
  private final Telemetry telemetry;
  private final ProcessorWatch processorWatch = new ProcessorWatch();
  private final LastTick last = new LastTick();

  FlightTopology(FlightConfiguration configuration) {
    contactWatch = new ContactWatch(configuration.contacts(), configuration.start_tai_ns());
    relativeNavigation = new RelativeNavigation(configuration);
    thrusterWatch = new ThrusterWatch(configuration);
    modeLogic = new ModeLogic(configuration);
    guidance = new Guidance(configuration);
    control = new Control(configuration);
    safetyMonitor = new SafetyMonitor(configuration);
    runTimeAssurance = new RunTimeAssurance(configuration, safetyMonitor.meanMotion_rad_s());
    actuatorGate = new ActuatorGate(configuration);
    telemetry = new Telemetry(configuration);
  }

  FlightOutputs tick(Tick tick, SensorSamples delivered, List<byte[]> cltus) {
    var started = new ArrayList<EventReport>(0);
    if (last.isNone()) {
      started.add(processorStarted(tick));
    }
    var processor = processorWatch.step(started);

    List<CommandReport> reports = new ArrayList<>(0);
    var uplinked = uplinkReceiver.receive(tick, cltus);
    var accepted = dispatcher.accept(uplinked.packets()); // authority, epoch and range checks
    var contact = contactWatch.step(tick, accepted.heard(), accepted.contact(), reports);
    var samples = sensorSwitch.step(delivered, accepted.sensing(), started, reports);
    var navigation = relativeNavigation.step(tick, samples, accepted.navigation());
    var solution = navigation.solution();
    var imuA = // a stuck one tells neither thrust nor turn
        navigation.units().get(Sensor.IMU_A) == UnitState.REJECTED ? null : samples.imuA();
    var thrusters =
        thrusterWatch.step(
            tick, imuA, samples.wheelMomentum_B_N_m_s(), solution.mass_kg(), accepted.propulsion());
    var mode =
        modeLogic.step(
            tick,
            accepted.guidance(),
            accepted.token(),
            solution,
            processor,
            new Health(
                samples.monitor().batteryCharge(), navigation.attitudeLost(), samples.tank_kg()),
            last.reference(),
            last.verdict());
    var reference = guidance.step(tick, mode.decision(), solution);
    var wanted =
        control.step(
            tick,
            reference.reference(),
            solution,
            navigation.attitudeLost() ? Sighting.of(samples.sun_B(), imuA) : null,
            samples.wheelMomentum_B_N_m_s(),
            thrusters.isolated());

    var vitals =
        new Vitals(samples.tank_kg(), samples.wheelMomentum_B_N_m_s(), accepted.heard(), contact);
    var claims = new NominalClaims(solution, mode.decision(), reference.reference());
    var verdict = // its own sensors; claims are checked, never used as its state
        safetyMonitor.step(tick, samples.monitor(), vitals, accepted.safing(), claims);
    var assured =
        runTimeAssurance.step(
            tick,
            wanted,
            safetyMonitor.own(),
            mode.decision().mode(),
            mode.decision().leg().kind(),
            verdict.nominalInhibited());
    var applied = // the only writer of thrusters
        actuatorGate.step(tick, assured.passed(), verdict, safetyMonitor.own());
    thrusterWatch.applied(applied.commands());
    safetyMonitor.gave(applied);
    last.keep(reference.reference(), verdict);

    var choice = reportingControl.step(accepted.reporting());
    var progress =
        all(
            reports,
            navigation.reports(),
            thrusters.reports(),
            mode.reports(),
            verdict.reports(),
            choice.reports());
    var verified = verification.step(tick, accepted, progress);
    var results =
        new TickResults(
            samples,
            uplinked.status(),
            verified.status(),
            accepted.token(),
            solution,
            navigation.units(),
            sensorSwitch.isolated(),
            mode.decision(),
            mode.gate(),
            mode.plan(),
            mode.planChanged(),
            contact,
            reference.reference(),
            reference.deltaVUsed_m_s(),
            thrusters.telemetry(),
            assured.telemetry(),
            wanted,
            verdict,
            applied);
    var events =
        all(
            started,
            uplinked.events(),
            accepted.events(),
            verified.events(),
            navigation.events(),
            thrusters.events(),
            mode.events(),
            reference.events(),
            verdict.events(),
            assured.events());
    var frames = telemetry.step(tick, results, verified.reports(), events, choice);
    return new FlightOutputs(applied.commands(), frames);
  }

  /** Everything with a state, in the order in which it is saved. */
  List<Retained> components() {
    return List.of(
        uplinkReceiver,
        dispatcher,
        contactWatch,
        sensorSwitch,
        relativeNavigation,
        thrusterWatch,
        modeLogic,
        guidance,
        control,
        safetyMonitor,
        runTimeAssurance,
        actuatorGate,
        reportingControl,
        verification,
        telemetry,
        processorWatch,
        last);
  }

  ProcessorWatch processorWatch() {
    return processorWatch;
  }

  long packetsGenerated() {
    return telemetry.packetsGenerated();
  }

  long packetsDropped() {
    return telemetry.packetsDropped();
  }

  private static EventReport processorStarted(Tick tick) {
    return new EventReport(ChaserEvent.PROCESSOR_STARTED, tick.number(), 0, 0);
  }

  @SafeVarargs
  private static <T> List<T> all(List<? extends T>... lists) {
    List<T> all = new ArrayList<>();
    for (List<? extends T> list : lists) {
      all.addAll(list);
    }
    return all;
  }
}
