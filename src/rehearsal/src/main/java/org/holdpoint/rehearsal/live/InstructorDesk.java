package org.holdpoint.rehearsal.live;

import com.google.protobuf.ByteString;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.motion.Vec3;
import org.holdpoint.port.messages.ActionResult;
import org.holdpoint.port.messages.ActiveFault;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.FaultCatalogue;
import org.holdpoint.port.messages.FaultOffer;
import org.holdpoint.port.messages.InjectFault;
import org.holdpoint.port.messages.InstructorAction;
import org.holdpoint.port.messages.InstructorDown;
import org.holdpoint.port.messages.JournalExport;
import org.holdpoint.port.messages.ManoeuvreTarget;
import org.holdpoint.port.messages.TruthSample;
import org.holdpoint.port.messages.Wxyz;
import org.holdpoint.port.messages.Xyz;
import org.holdpoint.port.messages.journal.JournalRecord.Source;
import org.holdpoint.rehearsal.InstructedFault;
import org.holdpoint.rehearsal.Rehearsal;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.journal.JournalWriter;
import org.holdpoint.world.ProximityTruth;
import org.holdpoint.world.TargetBurn;
import org.holdpoint.world.TruthSnapshot;
import org.jspecify.annotations.Nullable;

/** The instructor's port: truth goes out, actions come in and are answered. */
final class InstructorDesk implements AutoCloseable {
  private static final long TRUTH_EVERY_NS = 100_000_000L;

  private final LiveSession session;
  private final Rehearsal rehearsal;
  private final JournalWriter journal;
  private @Nullable MessagePort<InstructorAction> port;
  private long lastTruth_ns;

  InstructorDesk(LiveSession session, Rehearsal rehearsal, JournalWriter journal) {
    this.session = session;
    this.rehearsal = rehearsal;
    this.journal = journal;
  }

  /**
   * @param token that a connection must show first: the truth is for who was started by this run,
   *     not for every program on this machine
   */
  void open(EventLoopGroup network, int tcpPort, String token) {
    byte[] expected = token.getBytes(StandardCharsets.UTF_8);
    port =
        new MessagePort<>(
            network,
            "instructor",
            tcpPort,
            InstructorAction.getDefaultInstance(),
            action -> session.act(() -> answer(action)),
            () -> List.of(catalogue(), clock(session.clockState())),
            action ->
                MessageDigest.isEqual(
                    expected, action.getToken().getBytes(StandardCharsets.UTF_8)));
  }

  int port() {
    return port == null ? 0 : port.port();
  }

  private void answer(InstructorAction action) {
    String text;
    boolean done = true;
    try {
      text = carryOut(action);
    } catch (IllegalArgumentException | IOException e) {
      text = String.valueOf(e.getMessage());
      done = false;
    }
    send(
        InstructorDown.newBuilder()
            .setResult(
                ActionResult.newBuilder()
                    .setActionId(action.getActionId())
                    .setDone(done)
                    .setText(text))
            .build());
  }

  /**
   * Does one action, on the simulation thread.
   *
   * @return what was done, for the instructor
   * @throws IllegalArgumentException what was wrong with it
   */
  private String carryOut(InstructorAction action) throws IOException {
    switch (action.getOfCase()) {
      case PAUSE -> {
        session.setPaused(action.getPause(), action.getWho());
        return action.getPause() ? "paused" : "running";
      }
      case WARP -> {
        session.setWarp(action.getWarp(), "warp set by " + action.getWho());
        return "warp " + action.getWarp();
      }
      case INJECT -> {
        return inject(action.getInject());
      }
      case CLEAR_FAULT_ID -> {
        return clear(action.getClearFaultId());
      }
      case NOTE -> {
        note(action.getWho(), action.getNote());
        return "noted at %.1f s".formatted(session.time_s());
      }
      case END_RUN -> {
        session.end(action.getWho());
        return "run ended";
      }
      case EXPORT_JOURNAL -> {
        return export();
      }
      case MANOEUVRE_TARGET -> {
        return manoeuvre(action.getManoeuvreTarget());
      }
      case TOKEN, OF_NOT_SET -> throw new IllegalArgumentException("the action says nothing");
    }
    throw new IllegalArgumentException("unknown action " + action.getOfCase());
  }

  private String inject(InjectFault fault) {
    var unused = InstructedFault.of(fault, session.time_s());
    offer(new JournalInput(Source.INJECT_FAULT, fault.toByteArray()));
    return fault.getKind() + " of " + fault.getUnit() + " begins";
  }

  private String clear(int id) {
    if (rehearsal.world().activeFaults().stream().noneMatch(fault -> fault.id() == id)) {
      throw new IllegalArgumentException("no fault " + id + " is active");
    }
    offer(
        new JournalInput(
            Source.CLEAR_FAULT, Integer.toString(id).getBytes(StandardCharsets.US_ASCII)));
    return "fault " + id + " cleared";
  }

  private String manoeuvre(ManoeuvreTarget burn) {
    Xyz dv = burn.getDvLMS();
    var dv_L_m_s = new org.holdpoint.world.sample.Xyz(dv.getX(), dv.getY(), dv.getZ());
    TargetBurn.check("dv_L_m_s", dv_L_m_s);
    offer(new JournalInput(Source.MANOEUVRE_TARGET, burn.toByteArray()));
    return "the target burns %.3f m/s".formatted(dv_L_m_s.norm());
  }

  private void note(String who, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an empty note");
    }
    offer(new JournalInput(Source.NOTE, (who + ": " + text).getBytes(StandardCharsets.UTF_8)));
  }

  private void offer(JournalInput input) {
    if (!session.offer(input)) {
      throw new IllegalArgumentException("too many inputs are waiting; try again");
    }
  }

  private String export() throws IOException {
    byte[] content = Files.readAllBytes(journal.file());
    String name = exportName(journal.run(), session.ended(), session.time_s());
    send(
        InstructorDown.newBuilder()
            .setJournal(
                JournalExport.newBuilder()
                    .setFileName(name)
                    .setContent(ByteString.copyFrom(content)))
            .build());
    return "journal " + name + ", " + content.length + " bytes";
  }

  /** A copy of a run that goes on is named so: it lacks the rest, and the hash to compare with. */
  static String exportName(String run, boolean ended, double time_s) {
    return run + (ended ? "" : "-until-%.0fs".formatted(time_s)) + ".journal";
  }

  /** Sends the truth, at most ten times a wall second. */
  void tellTruth() {
    MessagePort<InstructorAction> open = port;
    long now_ns = System.nanoTime();
    if (open == null || !open.connected() || now_ns - lastTruth_ns < TRUTH_EVERY_NS) {
      return;
    }
    lastTruth_ns = now_ns;
    open.send(InstructorDown.newBuilder().setTruth(truth()).build());
  }

  void tellClock(ClockState state) {
    if (port != null) {
      port.send(clock(state));
    }
  }

  private void send(InstructorDown message) {
    if (port != null) {
      port.sendAlways(message);
    }
  }

  private static InstructorDown clock(ClockState state) {
    return InstructorDown.newBuilder().setClock(state).build();
  }

  private TruthSample truth() {
    TruthSnapshot truth = rehearsal.world().truth();
    var mode = rehearsal.telemetry().mode();
    TruthSample.Builder sample =
        TruthSample.newBuilder()
            .setTaiNs(truth.tai_ns())
            .setRCTLM(xyz(truth.r_CT_L_m().x(), truth.r_CT_L_m().y(), truth.r_CT_L_m().z()))
            .setVCTLMS(xyz(truth.v_CT_L_m_s().x(), truth.v_CT_L_m_s().y(), truth.v_CT_L_m_s().z()))
            .setRangeM(truth.range_m())
            .setQBIChaser(wxyz(truth.q_BI()))
            .setQBITarget(wxyz(truth.q_TI()))
            .setPropellantKg(truth.propellant_kg())
            .setSmallestRangeM(truth.smallestRange_m())
            .setKeepOutEntries(truth.keepOutEntries())
            .setEclipse(truth.eclipse())
            .setBetaDeg(truth.beta_deg())
            .setMode(mode == null ? "UNKNOWN" : mode.name());
    addProximity(sample, rehearsal.world().proximity());
    addEstimates(sample, truth);
    for (var fault : rehearsal.world().activeFaults()) {
      sample.addFaults(
          ActiveFault.newBuilder()
              .setId(fault.id())
              .setUnit(fault.unit())
              .setKind(fault.kind())
              .setSinceTaiNs(fault.since_tai_ns())
              .setParameters(fault.parameters().toString()));
    }
    return sample.build();
  }

  private static void addProximity(TruthSample.Builder sample, ProximityTruth proximity) {
    sample
        .setContacts(proximity.contacts())
        .setPlumeForceN(proximity.plumeForce_N())
        .setPlumeOnTarget(proximity.plumeOnTarget())
        .setTargetBurns(proximity.targetBurns())
        .setTargetDeltaVMS(proximity.targetDeltaV_m_s());
    if (proximity.contacts() > 0) {
      sample
          .setLastContactS(proximity.lastContact_s())
          .setLastContactSpeedMS(proximity.lastContactSpeed_m_s());
    }
  }

  private void addEstimates(TruthSample.Builder sample, TruthSnapshot truth) {
    GncPacket gnc = rehearsal.telemetry().gnc();
    if (gnc != null) {
      var r = gnc.r_CT_L_m();
      Vec3 error =
          new Vec3(
              r.x() - truth.r_CT_L_m().x(),
              r.y() - truth.r_CT_L_m().y(),
              r.z() - truth.r_CT_L_m().z());
      sample
          .setEstimateRCTLM(xyz(r.x(), r.y(), r.z()))
          .setEstimateVCTLMS(xyz(gnc.v_CT_L_m_s().x(), gnc.v_CT_L_m_s().y(), gnc.v_CT_L_m_s().z()))
          .setEstimate3SigmaM(gnc.position_3sigma_m())
          .setErrorM(error.norm());
    }
    SafetyPacket safety = rehearsal.telemetry().safety();
    if (safety != null) {
      sample
          .setMonitorRCTLM(xyz(safety.r_CT_L_m().x(), safety.r_CT_L_m().y(), safety.r_CT_L_m().z()))
          .setMonitor3SigmaM(safety.position_3sigma_m());
    }
  }

  private static Xyz xyz(double x, double y, double z) {
    return Xyz.newBuilder().setX(x).setY(y).setZ(z).build();
  }

  /** Scalar first, Hamilton; GCRF to body. */
  private static Wxyz wxyz(org.holdpoint.world.sample.Wxyz q) {
    return Wxyz.newBuilder().setQ0(q.q0()).setQ1(q.q1()).setQ2(q.q2()).setQ3(q.q3()).build();
  }

  private static InstructorDown catalogue() {
    List<FaultOffer> offers = new ArrayList<>();
    for (var offer : org.holdpoint.world.fault.FaultCatalogue.OFFERS) {
      offers.add(
          FaultOffer.newBuilder()
              .setUnit(offer.unit())
              .setKind(offer.kind().code())
              .addAllParameters(offer.parameterNames())
              .addAllParameters(InstructedFault.TIMING)
              .setDescription(offer.description())
              .build());
    }
    return InstructorDown.newBuilder()
        .setCatalogue(FaultCatalogue.newBuilder().addAllOffers(offers))
        .build();
  }

  @Override
  public void close() {
    if (port != null) {
      port.close();
    }
  }
}
