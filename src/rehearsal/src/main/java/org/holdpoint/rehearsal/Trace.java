package org.holdpoint.rehearsal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.holdpoint.flight.ActuatorCommands;

/**
 * The run's fingerprint: a chain of SHA-256 over each tick's telemetry bytes, actuator commands and
 * truth as raw bits. A chain and not one long digest, so that 32 bytes are its whole state and a
 * snapshot can carry it.
 */
final class Trace {
  private static final int LENGTH = 32;

  private final MessageDigest digest;
  private final ByteBuffer scratch = ByteBuffer.allocate(8 * (ActuatorCommands.THRUSTERS + 3));
  private byte[] link = new byte[LENGTH];

  Trace() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(List<byte[]> frames, ActuatorCommands actuators, byte[] truth) {
    digest.update(link);
    for (byte[] frame : frames) {
      digest.update(frame);
    }
    scratch.clear();
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      scratch.putLong(actuators.onTime_ms(i));
    }
    scratch.putDouble(actuators.wheelTorque_B_N_m().x());
    scratch.putDouble(actuators.wheelTorque_B_N_m().y());
    scratch.putDouble(actuators.wheelTorque_B_N_m().z());
    digest.update(scratch.array());
    if (actuators.isolated() != 0) {
      // Only then, so that runs without an isolated thruster keep their hashes.
      digest.update(ByteBuffer.allocate(4).putInt(actuators.isolated()).array());
    }
    link = digest.digest(truth);
  }

  String sha256() {
    return HexFormat.of().formatHex(link);
  }

  byte[] save() {
    return link.clone();
  }

  void restore(byte[] saved) {
    if (saved.length != LENGTH) {
      throw new IllegalArgumentException("a trace state has 32 bytes, got " + saved.length);
    }
    link = saved.clone();
  }
}
