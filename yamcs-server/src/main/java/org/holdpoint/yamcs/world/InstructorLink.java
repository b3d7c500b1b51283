package org.holdpoint.yamcs.world;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.port.messages.ActionResult;
import org.holdpoint.port.messages.FaultCatalogue;
import org.holdpoint.port.messages.InstructorDown;
import org.holdpoint.port.messages.JournalExport;
import org.jspecify.annotations.Nullable;
import org.yamcs.ConfigurationException;
import org.yamcs.Spec;
import org.yamcs.Spec.OptionType;
import org.yamcs.YConfiguration;
import org.yamcs.YamcsServer;
import org.yamcs.buckets.Bucket;
import org.yamcs.cmdhistory.CommandHistoryPublisher;
import org.yamcs.cmdhistory.CommandHistoryPublisher.AckStatus;
import org.yamcs.commanding.PreparedCommand;
import org.yamcs.mdb.Mdb;
import org.yamcs.mdb.MdbFactory;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.protobuf.Commanding.CommandId;
import org.yamcs.tctm.AbstractLink;
import org.yamcs.tctm.ParameterDataLink;
import org.yamcs.tctm.ParameterSink;
import org.yamcs.tctm.TcDataLink;
import org.yamcs.xtce.Parameter;

/**
 * Truth in as parameters, the instructor's commands out as actions. A command is "Sent" when the
 * action was written, and complete when the rehearsal answers, with the rehearsal's text.
 */
public final class InstructorLink extends AbstractLink implements ParameterDataLink, TcDataLink {
  private static final int MOST_OPEN_ACTIONS = 64;

  private final Map<Long, CommandId> openActions = new LinkedHashMap<>();
  private InstructorPort port;
  private TruthValues values;
  private Bucket journals;
  private @Nullable ParameterSink sink;
  private @Nullable CommandHistoryPublisher history;
  private long lastActionId;
  private int truthSequence;
  private int clockSequence;
  private String lastClock = "";

  @SuppressWarnings(
      "NullAway.Init") // Yamcs makes links by reflection and calls init before all else
  public InstructorLink() {}

  @Override
  public Spec getSpec() {
    Spec spec = getDefaultSpec();
    spec.addOption("journalBucket", OptionType.STRING).withRequired(true);
    return spec;
  }

  @Override
  public void init(String instance, String name, YConfiguration config) {
    super.init(instance, name, config);
    if (!(timeService instanceof WorldTimeService world)) {
      throw new ConfigurationException(
          "instance " + instance + " needs the timeService " + WorldTimeService.class.getName());
    }
    port = world.port();
    Mdb mdb = MdbFactory.getInstance(instance);
    Map<String, Parameter> known = new HashMap<>();
    values = new TruthValues(path -> known.computeIfAbsent(path, key -> require(mdb, key)));
    journals = bucket(config.getString("journalBucket"));
  }

  private static Parameter require(Mdb mdb, String path) {
    Parameter parameter = mdb.getParameter(path);
    if (parameter == null) {
      throw new ConfigurationException("mdb/world.xml has no parameter " + path);
    }
    return parameter;
  }

  private static Bucket bucket(String name) {
    var buckets = YamcsServer.getServer().getBucketManager();
    try {
      Bucket present = buckets.getBucket(name);
      return present == null ? buckets.createBucket(name) : present;
    } catch (IOException e) {
      throw new ConfigurationException("bucket " + name + " could not be opened", e);
    }
  }

  /** What faults the rehearsal offers; empty before it told. */
  public FaultCatalogue catalogue() {
    return port.catalogue();
  }

  private void received(InstructorDown message) {
    if (!isRunningAndEnabled()) {
      return;
    }
    dataIn(1, message.getSerializedSize());
    switch (message.getOfCase()) {
      case TRUTH ->
          publish(
              "truth",
              message.getTruth().getTaiNs(),
              truthSequence++,
              values.of(message.getTruth()));
      case CLOCK -> {
        var clock = message.getClock();
        String shown =
            clock.getWarp() + " " + clock.getPaused() + " " + clock.getEnded() + clock.getTaiNs();
        if (!shown.equals(lastClock)) { // a paused clock repeats itself five times a second
          lastClock = shown;
          publish("clock", clock.getTaiNs(), clockSequence++, values.of(clock));
        }
      }
      case RESULT -> answered(message.getResult());
      case JOURNAL -> store(message.getJournal());
      case CATALOGUE -> log.info("{} faults on offer", message.getCatalogue().getOffersCount());
      case OF_NOT_SET -> log.warn("Message of an unknown kind on the instructor port");
    }
  }

  private void publish(String group, long tai_ns, int sequence, List<ParameterValue> parameters) {
    ParameterSink present = sink;
    if (present != null && !parameters.isEmpty()) {
      present.updateParameters(parameters.get(0).getGenerationTime(), group, sequence, parameters);
    }
  }

  private void store(JournalExport journal) {
    String name = journal.getFileName().replaceAll("[^A-Za-z0-9._-]", "_");
    var unused =
        journals
            .putObjectAsync(
                name, "application/octet-stream", Map.of(), journal.getContent().toByteArray())
            .whenComplete(
                (done, fault) -> {
                  if (fault == null) {
                    eventProducer.sendInfo(
                        "JOURNAL", "Journal stored as " + journals.getName() + "/" + name);
                  } else {
                    eventProducer.sendWarning(
                        "JOURNAL", "Journal " + name + " could not be stored: " + fault);
                  }
                });
  }

  @Override
  public boolean sendCommand(PreparedCommand command) {
    Map<String, String> arguments = new HashMap<>();
    command
        .getArgAssignment()
        .forEach(
            (argument, value) -> arguments.put(argument.getName(), value.getEngValue().toString()));
    String name = command.getCommandName();
    long id;
    synchronized (openActions) {
      if (openActions.size() >= MOST_OPEN_ACTIONS) {
        fail(command.getCommandId(), MOST_OPEN_ACTIONS + " actions are without an answer");
        return true;
      }
      id = ++lastActionId;
      openActions.put(id, command.getCommandId());
    }
    String fault = null;
    try {
      var action =
          InstructorCommands.action(
              name.substring(name.lastIndexOf('/') + 1), arguments, id, command.getUsername());
      if (port.send(action)) {
        dataOut(1, action.getSerializedSize());
      } else {
        fault = "the instructor port is not connected";
      }
    } catch (IllegalArgumentException e) {
      fault = String.valueOf(e.getMessage());
    }
    if (fault == null) {
      ack(command.getCommandId(), CommandHistoryPublisher.AcknowledgeSent_KEY, AckStatus.OK, null);
    } else {
      synchronized (openActions) {
        openActions.remove(id);
      }
      fail(command.getCommandId(), fault);
    }
    return true;
  }

  private void answered(ActionResult result) {
    CommandId command;
    synchronized (openActions) {
      command = openActions.remove(result.getActionId());
    }
    if (command != null) {
      ack(
          command,
          CommandHistoryPublisher.CommandComplete_KEY,
          result.getDone() ? AckStatus.OK : AckStatus.NOK,
          result.getText());
    }
  }

  private void fail(CommandId command, String reason) {
    ack(command, CommandHistoryPublisher.AcknowledgeSent_KEY, AckStatus.NOK, reason);
    ack(command, CommandHistoryPublisher.CommandComplete_KEY, AckStatus.NOK, reason);
  }

  private void ack(CommandId command, String key, AckStatus status, @Nullable String text) {
    CommandHistoryPublisher present = history;
    if (present != null) {
      present.publishAck(command, key, timeService.getMissionTime(), status, text);
    }
  }

  private void changed(boolean connected) {
    if (connected) {
      eventProducer.sendInfo("INSTRUCTOR_LINK", "Instructor port connected");
      return;
    }
    eventProducer.sendWarning("INSTRUCTOR_LINK", "Instructor port lost; reconnecting");
    List<CommandId> lost;
    synchronized (openActions) {
      lost = List.copyOf(openActions.values());
      openActions.clear();
    }
    lost.forEach(command -> fail(command, "connection lost before the rehearsal answered"));
  }

  @Override
  public void setParameterSink(ParameterSink sink) {
    this.sink = sink;
  }

  @Override
  public void setCommandHistoryPublisher(CommandHistoryPublisher publisher) {
    history = publisher;
  }

  @Override
  protected Status connectionStatus() {
    return port.connected() ? Status.OK : Status.UNAVAIL;
  }

  @Override
  public String getDetailedStatus() {
    return timeService instanceof WorldTimeService world ? world.state() : port.state();
  }

  @Override
  protected void doStart() {
    port.read(this::received);
    port.watch(this::changed);
    notifyStarted();
  }

  @Override
  protected void doStop() {
    port.close();
    notifyStopped();
  }
}
