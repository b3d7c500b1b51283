package org.holdpoint.flight.navigation.far;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Points of light followed over several pictures while the target is sought, as offsets from where
 * it is predicted. The target moves slowly there, by what the cue is wrong; stars move with the
 * orbit's rate and objects in other orbits faster, so that they make no track; a hit of a cosmic
 * ray does not come again; a hot pixel stays in the camera and is left behind when the camera is
 * turned a little.
 */
final class Tracks implements Retained {
  /** Limit of the list; the one with the fewest hits makes room. */
  static final int MOST = 24;

  /** Numbers of a track: last time, hits, boresight at the first hit (2), farthest of it, sums. */
  private static final int NUMBERS = 12;

  private static final int LAST = 0;
  private static final int HITS = 1;
  private static final int FIRST = 2;
  private static final int BORE_AZ = 3;
  private static final int BORE_EL = 4;
  private static final int MOVED = 5;
  private static final int SUM_T = 6;
  private static final int SUM_TT = 7;
  private static final int SUM_AZ = 8;
  private static final int SUM_TAZ = 9;
  private static final int SUM_EL = 10;
  private static final int SUM_TEL = 11;

  private static final double ARCSECOND_RAD = Math.PI / 648_000;

  /** Noise of the camera and jitter of the attitude, five sigma. */
  private static final double GATE_RAD = 120 * ARCSECOND_RAD;

  /** Without a hit for so long a track ends. */
  private static final double ENDS_S = 8.5;

  private static final int CONFIRMED_HITS = 25;
  private static final double CONFIRMED_S = 45;
  private static final double CONFIRMED_MOVED_RAD = FastMath.toRadians(0.3);

  private final double[] track = new double[NUMBERS * MOST];
  private int count;
  private long ended;

  /** Not state: the answer of the last question. */
  private double az_rad;

  private double el_rad;

  void clear() {
    count = 0;
  }

  /** Ends those that have not been seen; to be called with each picture. */
  void age(double now_s) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (now_s - track[NUMBERS * i + LAST] <= ENDS_S) {
        System.arraycopy(track, NUMBERS * i, track, NUMBERS * kept, NUMBERS);
        kept++;
      }
    }
    ended += count - kept;
    count = kept;
  }

  /**
   * Takes in one detection.
   *
   * @param time_s any running time
   * @param boreAz_rad where the camera looks, as offset
   * @param fastest_rad_s how fast the target may move among the offsets
   * @return index of a track that is confirmed by it, or -1
   */
  int see(
      double time_s,
      double seenAz_rad,
      double seenEl_rad,
      double boreAz_rad,
      double boreEl_rad,
      double fastest_rad_s) {
    int nearest = -1;
    double least = 1;
    for (int i = 0; i < count; i++) {
      int at = NUMBERS * i;
      if (track[at + LAST] == time_s) {
        continue;
      }
      predict(at, time_s);
      double gate =
          track[at + HITS] < 4 ? GATE_RAD + fastest_rad_s * (time_s - track[at + LAST]) : GATE_RAD;
      double az = seenAz_rad - az_rad;
      double el = seenEl_rad - el_rad;
      double off = (az * az + el * el) / (gate * gate);
      if (off < least) {
        least = off;
        nearest = i;
      }
    }
    int index = nearest >= 0 ? nearest : begin(time_s, boreAz_rad, boreEl_rad);
    int at = NUMBERS * index;
    double t = time_s - track[at + FIRST];
    double moveAz = boreAz_rad - track[at + BORE_AZ];
    double moveEl = boreEl_rad - track[at + BORE_EL];
    track[at + LAST] = time_s;
    track[at + HITS]++;
    track[at + MOVED] = Math.max(track[at + MOVED], Math.sqrt(moveAz * moveAz + moveEl * moveEl));
    track[at + SUM_T] += t;
    track[at + SUM_TT] += t * t;
    track[at + SUM_AZ] += seenAz_rad;
    track[at + SUM_TAZ] += t * seenAz_rad;
    track[at + SUM_EL] += seenEl_rad;
    track[at + SUM_TEL] += t * seenEl_rad;
    return confirmed(at, fastest_rad_s) ? index : -1;
  }

  private boolean confirmed(int at, double fastest_rad_s) {
    if (track[at + HITS] < CONFIRMED_HITS
        || track[at + LAST] - track[at + FIRST] < CONFIRMED_S
        || track[at + MOVED] < CONFIRMED_MOVED_RAD) {
      return false;
    }
    double az = rate(at, SUM_AZ);
    double el = rate(at, SUM_EL);
    return az * az + el * el <= fastest_rad_s * fastest_rad_s;
  }

  private int begin(double time_s, double boreAz_rad, double boreEl_rad) {
    int index = count;
    if (count == MOST) {
      index = 0;
      for (int i = 1; i < MOST; i++) {
        index = track[NUMBERS * i + HITS] < track[NUMBERS * index + HITS] ? i : index;
      }
      ended++;
    } else {
      count++;
    }
    int at = NUMBERS * index;
    Arrays.fill(track, at, at + NUMBERS, 0);
    track[at + FIRST] = time_s;
    track[at + BORE_AZ] = boreAz_rad;
    track[at + BORE_EL] = boreEl_rad;
    return index;
  }

  /** Straight line through the hits, at a time; read it by {@link #az_rad} and {@link #el_rad}. */
  void at(int index, double time_s) {
    predict(NUMBERS * index, time_s);
  }

  private void predict(int at, double time_s) {
    double hits = track[at + HITS];
    double mean_t = track[at + SUM_T] / hits;
    double t = time_s - track[at + FIRST] - mean_t;
    az_rad = track[at + SUM_AZ] / hits + t * rate(at, SUM_AZ);
    el_rad = track[at + SUM_EL] / hits + t * rate(at, SUM_EL);
  }

  /** Slope of the straight line; 0 before there are four hits. */
  private double rate(int at, int sum) {
    double hits = track[at + HITS];
    if (hits < 4) {
      return 0;
    }
    double spread = track[at + SUM_TT] - track[at + SUM_T] * track[at + SUM_T] / hits;
    return (track[at + sum + 1] - track[at + SUM_T] * track[at + sum] / hits) / spread;
  }

  double az_rad() {
    return az_rad;
  }

  double el_rad() {
    return el_rad;
  }

  int count() {
    return count;
  }

  /** Tracks that ended without confirmation, since start. */
  long ended() {
    return ended;
  }

  @Override
  public void save(StateWriter out) {
    out.put(track).put(count).put(ended);
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, track, 0, track.length);
    count = in.getInt();
    ended = in.getLong();
  }
}
