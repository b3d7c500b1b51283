package org.holdpoint.world.station;

import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.sample.Xyz;
import org.jspecify.annotations.Nullable;

/** The sites that a flight may use. Immutable. */
public final class StationNetwork {
  /** Most sites of a network. */
  public static final int MAX_SITES = 64;

  private final List<Site> sites;
  private final List<Sightline> sightlines;

  /**
   * @throws IllegalArgumentException when it is empty, too large, or a name stands twice
   */
  public StationNetwork(List<Site> sites) {
    this.sites = List.copyOf(sites);
    if (sites.isEmpty() || sites.size() > MAX_SITES) {
      throw new IllegalArgumentException(
          "stations: " + sites.size() + " sites, allowed 1 to " + MAX_SITES);
    }
    if (sites.stream().map(Site::name).distinct().count() != sites.size()) {
      throw new IllegalArgumentException("stations: a name stands twice");
    }
    sightlines = this.sites.stream().map(Sightline::new).toList();
  }

  public List<Site> sites() {
    return sites;
  }

  /**
   * The contact of the moment: of all sites that see the chaser the one with the shortest delay.
   *
   * @param chaser_E_m chaser's position, Earth-fixed (ITRF)
   * @return null when none sees it
   */
  public @Nullable Contact contact(Xyz chaser_E_m) {
    Vector3D at = new Vector3D(chaser_E_m.x(), chaser_E_m.y(), chaser_E_m.z());
    Contact best = null;
    for (Sightline line : sightlines) {
      if (line.sees(at)) {
        double delay_s = line.delay_s(at);
        if (best == null || delay_s < best.delay_s()) {
          best = new Contact(line.site().name(), delay_s);
        }
      }
    }
    return best;
  }
}
