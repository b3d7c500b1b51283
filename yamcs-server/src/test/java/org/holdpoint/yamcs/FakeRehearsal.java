package org.holdpoint.yamcs;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.EventCodec;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.WarpRequest;

/**
 * The ports of a rehearsal with a spacecraft that accepts every command: TM and TC frames with a
 * FARM that counts, S1 reports, and a clock that the test sets. One lock guards all.
 */
final class FakeRehearsal implements AutoCloseable {
  static final int FRAME_BYTES = 1115;
  static final long START_TAI_NS = 2_182_831_237_000_000_000L; // 2027-03-04T06:00:00Z

  final ServerSocket tm = listen();
  final ServerSocket tc = listen();
  final ServerSocket clock = listen();

  /** TC packets in order of arrival, and whether each came in a BD frame. */
  record Uplinked(byte[] packet, boolean bypass) {}

  final List<Uplinked> uplinked = new CopyOnWriteArrayList<>();
  final List<WarpRequest> warpRequests = new CopyOnWriteArrayList<>();
  volatile double warp = 1;
  volatile boolean paused;
  volatile boolean silent; // no telemetry
  volatile boolean deaf; // no telecommand arrives
  volatile int framesSent;

  private final String run;
  private final List<Socket> tmClients = new CopyOnWriteArrayList<>();
  private final List<Socket> clockClients = new CopyOnWriteArrayList<>();
  private final List<Socket> tcClients = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> sequences = new TreeMap<>();
  private final List<byte[]> queued = new ArrayList<>();
  private final List<byte[]> everyTick = new CopyOnWriteArrayList<>();
  private long elapsed_ns;
  private int frameCount;
  private int v_r;
  private volatile boolean open = true;

  FakeRehearsal(String run) throws IOException {
    this.run = run;
    thread("tm", () -> accept(tm, tmClients::add));
    thread(
        "clock",
        () ->
            accept(
                clock,
                client -> {
                  clockClients.add(client);
                  thread("warp", () -> readWarp(client));
                }));
    thread(
        "tc",
        () ->
            accept(
                tc,
                client -> {
                  tcClients.add(client);
                  thread("uplink", () -> readCltus(client));
                }));
    thread("ticks", this::runTicks);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  synchronized long now_tai_ns() {
    return START_TAI_NS + elapsed_ns;
  }

  synchronized double elapsed_s() {
    return elapsed_ns / 1e9;
  }

  synchronized int farmV_r() {
    return v_r;
  }

  /** Sent once, in the next frame. */
  synchronized void send(int apid, int service, int subtype, byte[] userData) {
    queued.add(packet(apid, service, subtype, userData));
  }

  synchronized void send(EventReport event) {
    ByteBuf data = Unpooled.buffer();
    EventCodec.encode(event, data);
    queued.add(packet(Apid.CORE, 5, event.severity().subtype(), ByteBufUtil.getBytes(data)));
  }

  /** User data of a TM[3,25] of this APID, sent in each frame with the time of the tick. */
  void sendEveryTick(byte[] userData) {
    everyTick.add(userData);
  }

  private interface Body {
    void run() throws Exception;
  }

  private void thread(String name, Body body) {
    Thread thread =
        new Thread(
            () -> {
              try {
                body.run();
              } catch (Exception e) {
                if (open && !(e instanceof IOException)) {
                  throw new IllegalStateException(name, e);
                }
              }
            },
            "fake-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private interface Greeting {
    void greet(Socket client);
  }

  private void accept(ServerSocket server, Greeting greeting) throws IOException {
    while (open) {
      Socket client = server.accept();
      client.setTcpNoDelay(true);
      greeting.greet(client);
    }
  }

  private void runTicks() throws InterruptedException {
    long before = System.nanoTime();
    while (open) {
      Thread.sleep(20);
      long now = System.nanoTime();
      byte[] message = null;
      synchronized (this) {
        if (!paused) {
          elapsed_ns += (long) ((now - before) * warp);
          message = silent ? null : frameMessage();
        }
      }
      before = now;
      if (message != null) {
        framesSent++;
        write(tmClients, message);
      }
      write(clockClients, delimited(state()));
    }
  }

  private ClockState state() {
    return ClockState.newBuilder()
        .setTaiNs(now_tai_ns())
        .setStartTaiNs(START_TAI_NS)
        .setWarp(warp)
        .setPaused(paused)
        .setRun(run)
        .setScenario("first-approach")
        .setTitle("Fly the first approach")
        .setEnded(false)
        .build();
  }

  private static byte[] delimited(com.google.protobuf.MessageLite message) {
    try {
      var out = new java.io.ByteArrayOutputStream();
      message.writeDelimitedTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(List<Socket> clients, byte[] bytes) {
    for (Socket client : clients) {
      try {
        OutputStream out = client.getOutputStream();
        out.write(bytes);
      } catch (IOException e) {
        clients.remove(client);
      }
    }
  }

  /** A raw message on the TM port. */
  void sendRaw(byte[] frame) {
    write(
        tmClients,
        ByteBuffer.allocate(12 + frame.length)
            .putInt(8 + frame.length)
            .putLong(now_tai_ns())
            .put(frame)
            .array());
  }

  synchronized byte[] frame() {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    frame.putShort((short) (Apid.SPACECRAFT_ID << 4 | 1)); // VC0, OCF present
    frame.put((byte) frameCount).put((byte) frameCount);
    frameCount++;
    frame.putShort((short) 0x1800); // first header pointer 0
    int end = FRAME_BYTES - 6;
    for (byte[] data : everyTick) {
      int apid = apidOf(data[0]);
      frame.put(packet(apid, 3, 25, data));
    }
    while (!queued.isEmpty() && queued.get(0).length + 7 <= end - frame.position()) {
      frame.put(queued.remove(0));
    }
    int idle = end - frame.position();
    frame.putShort((short) 0x07FF).putShort((short) 0xC000).putShort((short) (idle - 7));
    frame.position(end);
    frame.putInt(0x01000000 | v_r);
    frame.putShort((short) crc(frame.array(), FRAME_BYTES - 2));
    return frame.array();
  }

  private static int apidOf(int structure) {
    return structure >= 20 ? Apid.SAFETY : structure >= 10 ? Apid.GNC : Apid.HOUSEKEEPING;
  }

  private byte[] frameMessage() {
    byte[] frame = frame();
    return ByteBuffer.allocate(12 + frame.length)
        .putInt(8 + frame.length)
        .putLong(now_tai_ns())
        .put(frame)
        .array();
  }

  private byte[] packet(int apid, int service, int subtype, byte[] userData) {
    int length = 6 + 14 + userData.length + 2;
    ByteBuffer packet = ByteBuffer.allocate(length);
    int sequence = sequences.merge(apid, 1, Integer::sum) - 1 & 0x3FFF;
    packet.putShort((short) (0x0800 | apid));
    packet.putShort((short) (0xC000 | sequence));
    packet.putShort((short) (length - 7));
    packet.put((byte) 0x20).put((byte) service).put((byte) subtype);
    packet.putShort((short) 0).putShort((short) 0);
    long tai_ns = now_tai_ns();
    packet.putInt((int) (tai_ns / 1_000_000_000L));
    long fine = (tai_ns % 1_000_000_000L) * (1 << 24) / 1_000_000_000L;
    packet.put((byte) (fine >> 16)).put((byte) (fine >> 8)).put((byte) fine);
    packet.put(userData);
    packet.putShort((short) crc(packet.array(), length - 2));
    return packet.array();
  }

  /** CRC-16-CCITT, start 0xFFFF. */
  static int crc(byte[] data, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= (data[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
      }
    }
    return crc & 0xFFFF;
  }

  private void readCltus(Socket client) throws IOException {
    var in = new DataInputStream(client.getInputStream());
    while (open) {
      byte[] cltu = new byte[in.readInt()];
      in.readFully(cltu);
      ByteBuffer frame = ByteBuffer.allocate(cltu.length);
      for (int at = 2; at + 8 <= cltu.length - 8; at += 8) { // between start and tail
        frame.put(cltu, at, 7);
      }
      accept(frame.array());
    }
  }

  private synchronized void accept(byte[] frame) {
    if (deaf) {
      return;
    }
    boolean bypass = (frame[0] & 0x20) != 0;
    int length = ((frame[2] & 0x03) << 8 | frame[3] & 0xFF) + 1;
    if (!bypass) {
      if ((frame[4] & 0xFF) != v_r) {
        return;
      }
      v_r = v_r + 1 & 0xFF;
    }
    byte[] packet = new byte[length - 7];
    System.arraycopy(frame, 5, packet, 0, packet.length);
    uplinked.add(new Uplinked(packet, bypass));
    byte[] request = {packet[0], packet[1], packet[2], packet[3]};
    for (int subtype : new int[] {1, 3, 7}) {
      queued.add(packet(Apid.CORE, 1, subtype, request));
    }
  }

  private void readWarp(Socket client) throws IOException {
    while (open) {
      WarpRequest request = WarpRequest.parseDelimitedFrom(client.getInputStream());
      if (request == null) {
        return;
      }
      warpRequests.add(request);
      warp = request.getWarp();
    }
  }

  /** Cuts the telemetry connections; the port stays open. */
  void cutDownlink() throws IOException {
    for (Socket client : tmClients) {
      client.close();
      tmClients.remove(client);
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    tm.close();
    tc.close();
    clock.close();
    for (Socket client : tmClients) {
      client.close();
    }
    for (Socket client : clockClients) {
      client.close();
    }
    for (Socket client : tcClients) {
      client.close();
    }
  }
}
