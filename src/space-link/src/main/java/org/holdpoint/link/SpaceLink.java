package org.holdpoint.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Both directions between the ground and the spacecraft, in ticks of 100 ms. It sees bytes only. A
 * unit must have signal from the first to the last of its bits that leaves the transmitter.
 */
public final class SpaceLink {
  private static final int MAGIC = 0x4850_534C; // "HPSL"
  private static final int VERSION = 2;

  private final LinkConfiguration configuration;
  private final OneWay up;
  private final OneWay down;
  private boolean contact = true;

  public SpaceLink(LinkConfiguration configuration, long seed) {
    this.configuration = configuration;
    Visibility visibility = configuration.visibility();
    up = new OneWay(configuration.up(), visibility, new NoiseStream(seed, "space-link/up"));
    down = new OneWay(configuration.down(), visibility, new NoiseStream(seed, "space-link/down"));
  }

  public LinkConfiguration configuration() {
    return configuration;
  }

  /** Whether the link carries signal in the tick. */
  public boolean signal(long tick) {
    return contact && configuration.visibility().at(tick);
  }

  /**
   * Tells what geometry allows from this tick on, for a flight whose contacts are not known before;
   * called before the tick's sends. Both directions share it. Without a call there is contact.
   *
   * @param contactNow whether there is a contact; the configured visibility must allow it as well
   * @param pathDelay_s one-way light time, added to the channel's delay; 0 to 60 s
   * @throws IllegalArgumentException when the delay is out of range
   */
  public void see(long tick, boolean contactNow, double pathDelay_s) {
    if (!(pathDelay_s >= 0 && pathDelay_s <= 60)) {
      throw new IllegalArgumentException(
          "link: pathDelay_s is " + pathDelay_s + ", allowed 0 to 60");
    }
    contact = contactNow;
    up.see(tick, contactNow, pathDelay_s);
    down.see(tick, contactNow, pathDelay_s);
  }

  /** Hands a unit to the ground's transmitter. */
  public void sendUp(long tick, byte[] unit) {
    up.send(tick, unit);
  }

  /** Units that reach the spacecraft in this tick, in order; ticks must not go back. */
  public List<byte[]> arriveUp(long tick) {
    return up.arrive(tick);
  }

  /** Hands a unit to the spacecraft's transmitter. */
  public void sendDown(long tick, byte[] unit) {
    down.send(tick, unit);
  }

  /** Units that reach the ground in this tick, in order; ticks must not go back. */
  public List<byte[]> arriveDown(long tick) {
    return down.arrive(tick);
  }

  public DirectionCounters upCounters() {
    return up.counters();
  }

  public DirectionCounters downCounters() {
    return down.counters();
  }

  /** Whole state, byte-exact; the configuration and the seed are not in it. */
  public byte[] save() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeBoolean(contact);
      up.save(out);
      down.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /**
   * A link that continues where {@link #save} was called.
   *
   * @throws IllegalArgumentException when the bytes are no state of this version
   */
  public static SpaceLink restore(LinkConfiguration configuration, long seed, byte[] state) {
    SpaceLink link = new SpaceLink(configuration, seed);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int magic = in.readInt();
      int version = in.readInt();
      if (magic != MAGIC || version != VERSION) {
        throw new IllegalArgumentException(
            String.format(
                "not a space link state of version %d: %08X %d", VERSION, magic, version));
      }
      link.contact = in.readBoolean();
      link.up.restore(in);
      link.down.restore(in);
      if (in.available() != 0) {
        throw new IllegalArgumentException(
            "damaged space link state: " + in.available() + " bytes too many");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("damaged space link state: " + e.getMessage(), e);
    }
    return link;
  }
}
