package org.holdpoint.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.event.Almanac;
import org.holdpoint.world.event.Pass;
import org.holdpoint.world.event.Shadow;
import org.jspecify.annotations.Nullable;

/** An almanac as a table for people and as JSON for programs. */
public final class AlmanacReport {
  private static final double NS_TO_S = 1e-9;
  private static final String ROW = "%-16s %-20s %10s %10s %10s  %8s %7s %8s %7s  %9s%s";

  private final String title;
  private final Almanac almanac;

  /**
   * @param title what the almanac is of
   */
  public AlmanacReport(String title, Almanac almanac) {
    this.title = title;
    this.almanac = almanac;
  }

  /** The lines of the table. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add(
        "%s to %s UTC; mission time from its begin"
            .formatted(utc(almanac.from_tai_ns()), utc(almanac.to_tai_ns())));
    lines.add(
        line(
            "beta (Sun to orbit plane) %.2f deg at the begin, %.2f deg at the end",
            almanac.beta_deg(), almanac.betaAtEnd_deg()));
    lines.add("");
    lines.add(
        line(
            ROW,
            "site",
            "AOS (UTC)",
            "LOS (UTC)",
            "AOS (T+)",
            "LOS (T+)",
            "duration",
            "max el",
            "Sun el",
            "light",
            "gap",
            ""));
    for (int i = 0; i < almanac.passes().size(); i++) {
      lines.add(row(i));
    }
    if (almanac.passes().isEmpty()) {
      lines.add("no pass");
    }
    lines.add("");
    lines.add(
        line(
            "%-16s %-20s %10s %10s  %8s",
            "shadow", "from (UTC)", "from (T+)", "to (T+)", "duration"));
    for (Shadow shadow : almanac.shadows()) {
      lines.add(
          line(
              "%-16s %-20s %10s %10s  %8s%s",
              shadow.kind().name().toLowerCase(Locale.ROOT),
              utc(shadow.from_tai_ns()),
              since(shadow.from_tai_ns()),
              since(shadow.to_tai_ns()),
              clock(shadow.duration_s()),
              cut(shadow.whole())));
    }
    if (almanac.shadows().isEmpty()) {
      lines.add("no shadow: the orbit stays in sunlight");
    }
    return lines;
  }

  private String row(int index) {
    Pass pass = almanac.passes().get(index);
    Pass.Highest highest = pass.highest();
    Double gap_s = gap_s(index);
    return line(
        ROW,
        pass.site(),
        utc(pass.aos_tai_ns()),
        utc(pass.los_tai_ns()).substring(11),
        since(pass.aos_tai_ns()),
        since(pass.los_tai_ns()),
        clock(pass.duration_s()),
        highest == null ? "-" : line("%.1f", highest.elevation_deg()),
        highest == null ? "-" : line("%.1f", highest.sunElevation_deg()),
        pass.lit() ? "sun" : "eclipse",
        gap_s == null ? "-" : clock(gap_s),
        cut(pass.whole()));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing();
  }

  private static String cut(boolean whole) {
    return whole ? "" : "  (cut by the span)";
  }

  /** From the end of the pass to the begin of the next contact; 0 when another site has it. */
  private @Nullable Double gap_s(int index) {
    long los_tai_ns = almanac.passes().get(index).los_tai_ns();
    Long next_tai_ns = null;
    for (Pass other : almanac.passes()) {
      if (other.aos_tai_ns() <= los_tai_ns && other.los_tai_ns() > los_tai_ns) {
        return 0.0;
      }
      if (other.aos_tai_ns() > los_tai_ns
          && (next_tai_ns == null || other.aos_tai_ns() < next_tai_ns)) {
        next_tai_ns = other.aos_tai_ns();
      }
    }
    return next_tai_ns == null ? null : (next_tai_ns - los_tai_ns) * NS_TO_S;
  }

  /** The same as JSON; times in UTC and in seconds since the begin. */
  public String json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("title", title);
    root.put("from_utc", utc(almanac.from_tai_ns()));
    root.put("to_utc", utc(almanac.to_tai_ns()));
    root.put("beta_deg", almanac.beta_deg());
    root.put("beta_at_end_deg", almanac.betaAtEnd_deg());
    ArrayNode passes = root.putArray("passes");
    for (int i = 0; i < almanac.passes().size(); i++) {
      Pass pass = almanac.passes().get(i);
      ObjectNode node = passes.addObject().put("site", pass.site());
      putSpan(node, "aos", "los", pass.aos_tai_ns(), pass.los_tai_ns(), pass.whole());
      Pass.Highest highest = pass.highest();
      if (highest != null) {
        node.put("max_elevation_deg", highest.elevation_deg());
        node.put("sun_elevation_deg", highest.sunElevation_deg());
      }
      node.put("sunlit", pass.lit());
      Double gap_s = gap_s(i);
      if (gap_s != null) {
        node.put("gap_to_next_s", gap_s);
      }
    }
    ArrayNode shadows = root.putArray("shadows");
    for (Shadow shadow : almanac.shadows()) {
      ObjectNode node = shadows.addObject().put("kind", shadow.kind().name());
      putSpan(node, "from", "to", shadow.from_tai_ns(), shadow.to_tai_ns(), shadow.whole());
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and words is always JSON", e);
    }
  }

  private void putSpan(
      ObjectNode node, String begin, String end, long from_tai_ns, long to_tai_ns, boolean whole) {
    node.put(begin + "_utc", utc(from_tai_ns));
    node.put(end + "_utc", utc(to_tai_ns));
    node.put(begin + "_s", (from_tai_ns - almanac.from_tai_ns()) * NS_TO_S);
    node.put(end + "_s", (to_tai_ns - almanac.from_tai_ns()) * NS_TO_S);
    node.put("duration_s", (to_tai_ns - from_tai_ns) * NS_TO_S);
    node.put("whole", whole);
  }

  private String since(long tai_ns) {
    return clock((tai_ns - almanac.from_tai_ns()) * NS_TO_S);
  }

  /** Hours, minutes, seconds. */
  private static String clock(double seconds) {
    long s = Math.round(seconds);
    return line("%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
  }

  private static String utc(long tai_ns) {
    WorldData data = WorldData.get();
    return data.date(tai_ns)
        .getComponents(data.timeScales().getUTC())
        .toStringWithoutUtcOffset(60, 0)
        .replace('T', ' ');
  }
}
