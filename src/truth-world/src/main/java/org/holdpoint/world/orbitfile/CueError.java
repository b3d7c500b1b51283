package org.holdpoint.world.orbitfile;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.state.NoiseStream;
import org.orekit.utils.PVCoordinates;

/**
 * How wrong the orbit is that the mission is told, 1 sigma each, Gaussian and independent.
 *
 * @param semiMajorAxis_km 0 to 100; its error makes the along-track error grow by 3 pi of it each
 *     revolution
 * @param alongTrack_km at the epoch, 0 to 5000
 * @param crossTrack_km its amplitude in each of two directions of tilt, so that it is 1 sigma
 *     everywhere on the orbit, 0 to 500
 */
public record CueError(double semiMajorAxis_km, double alongTrack_km, double crossTrack_km) {
  /** A target launched hours ago, seen once or twice by others. */
  public static final CueError USUAL = new CueError(2, 100, 10);

  /** The truth. */
  public static final CueError NONE = new CueError(0, 0, 0);

  public CueError {
    check("semi_major_axis_km", semiMajorAxis_km, 100);
    check("along_track_km", alongTrack_km, 5000);
    check("cross_track_km", crossTrack_km, 500);
  }

  private static void check(String name, double value, double highest) {
    if (!(value >= 0 && value <= highest)) {
      throw new IllegalArgumentException(
          "cue: " + name + " is " + value + ", allowed 0 to " + highest);
    }
  }

  /**
   * An orbit as the mission would be told it. The truth is turned along its plane, the plane is
   * tilted, and the speed is changed for the semi-major axis by the vis-viva equation; the shape is
   * otherwise kept.
   *
   * @param rv_I true position and velocity, GCRF
   * @param mu_m3_s2 of Earth
   */
  public double[] disturb(double[] rv_I, double mu_m3_s2, long seed) {
    NoiseStream noise = new NoiseStream(seed, "cue");
    double da_m = 1e3 * semiMajorAxis_km * noise.gaussian();
    double along_m = 1e3 * alongTrack_km * noise.gaussian();
    double tilt1_m = 1e3 * crossTrack_km * noise.gaussian();
    double tilt2_m = 1e3 * crossTrack_km * noise.gaussian();
    Vector3D r = new Vector3D(rv_I[0], rv_I[1], rv_I[2]);
    Vector3D v = new Vector3D(rv_I[3], rv_I[4], rv_I[5]);
    double radius_m = r.getNorm();
    double a_m = 1 / (2 / radius_m - v.getNormSq() / mu_m3_s2);
    double speed_m_s = FastMath.sqrt(mu_m3_s2 * (2 / radius_m - 1 / (a_m + da_m)));
    v = v.scalarMultiply(speed_m_s / v.getNorm());

    Vector3D normal = new PVCoordinates(r, v).getMomentum().normalize();
    Vector3D radial = r.normalize();
    Vector3D along = normal.crossProduct(radial);
    Rotation turn = about(normal, along_m / radius_m);
    Rotation tilt = about(radial, tilt1_m / radius_m).applyTo(about(along, tilt2_m / radius_m));
    Rotation all = tilt.applyTo(turn);
    Vector3D rCue = all.applyTo(r);
    Vector3D vCue = all.applyTo(v);
    return new double[] {
      rCue.getX(), rCue.getY(), rCue.getZ(), vCue.getX(), vCue.getY(), vCue.getZ()
    };
  }

  private static Rotation about(Vector3D axis, double angle_rad) {
    return new Rotation(axis, angle_rad, RotationConvention.VECTOR_OPERATOR);
  }
}
