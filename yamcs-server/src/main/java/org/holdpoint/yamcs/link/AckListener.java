package org.holdpoint.yamcs.link;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yamcs.cmdhistory.CommandHistoryPublisher;
import org.yamcs.commanding.PreparedCommand;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.protobuf.Commanding.CommandId;

/** Passes everything on and tells when a command's "Sent" is final. */
final class AckListener implements CommandHistoryPublisher {
  private final CommandHistoryPublisher next;
  private final Consumer<CommandId> onSent;

  AckListener(CommandHistoryPublisher next, Consumer<CommandId> onSent) {
    this.next = next;
    this.onSent = onSent;
  }

  @Override
  public void publishAck(
      CommandId command,
      String key,
      long time,
      AckStatus state,
      @Nullable String message,
      @Nullable ParameterValue returned) {
    if (key.equals(AcknowledgeSent_KEY)) {
      onSent.accept(command);
    }
    next.publishAck(command, key, time, state, message, returned);
  }

  @Override
  public void publish(CommandId command, String key, String value) {
    next.publish(command, key, value);
  }

  @Override
  public void publish(CommandId command, String key, int value) {
    next.publish(command, key, value);
  }

  @Override
  public void publish(CommandId command, String key, long value) {
    next.publish(command, key, value);
  }

  @Override
  public void publish(CommandId command, String key, byte[] binary) {
    next.publish(command, key, binary);
  }

  @Override
  public void publish(CommandId command, String key, ParameterValue returned) {
    next.publish(command, key, returned);
  }

  @Override
  public void addCommand(PreparedCommand command) {
    next.addCommand(command);
  }
}
