package org.holdpoint.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdpoint.campaign.CampaignReport.Group;
import org.holdpoint.dictionary.telemetry.Rung;

/** The report as one page that needs nothing else: figures, what fell short, a map, tables. */
final class CampaignPage {
  private static final List<String> RUNGS =
      List.of(Rung.HOLD.name(), Rung.RETREAT.name(), Rung.ESCAPE.name(), Rung.ABORT.name());

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Fault campaign</title>
      <style>
      :root { color-scheme: light dark; --line: #8884; --quiet: light-dark(#5c6670, #9aa4ae);
        --bad: light-dark(#b3261e, #ff8a80); --short: light-dark(#8a5a00, #ffc55c);
        --good: light-dark(#1b6e3c, #7fd69f); --bar: light-dark(#2f6fb0, #7db8f0); }
      body { font: 14px/1.45 system-ui, sans-serif; margin: 20px auto; max-width: 1500px;
        padding: 0 24px; font-variant-numeric: tabular-nums; }
      h1 { font-size: 22px; margin: 0 0 2px; } h2 { font-size: 17px; margin: 30px 0 6px; }
      p { margin: 0 0 8px; max-width: 110ch; } .quiet { color: var(--quiet); }
      .bad { color: var(--bad); font-weight: 600; } .short { color: var(--short); }
      .good { color: var(--good); }
      .figures { display: grid; grid-template-columns: repeat(5, 1fr); gap: 12px; margin: 16px 0; }
      .figure { border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; }
      .figure b { display: block; font-size: 24px; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: left;
        vertical-align: top; }
      th { font-weight: 600; position: sticky; top: 0; background: Canvas; vertical-align: bottom; }
      .n { text-align: right; white-space: nowrap; }
      tbody tr:hover { background: #8881; }
      code { font-size: 12px; overflow-wrap: anywhere; }
      .share { white-space: nowrap; } .share i { display: inline-block; position: relative;
        width: 90px; height: 9px; margin-right: 8px; background: #8882; border-radius: 2px; }
      .share i s { position: absolute; top: 3px; height: 3px; background: var(--bar); opacity: .55; }
      .share i u { position: absolute; top: 0; width: 3px; height: 9px; margin-left: -1px;
        background: var(--bar); }
      .map td, .map th { padding: 3px 6px; } .map td.c { text-align: center; width: 9%;
        border: 2px solid Canvas; border-radius: 6px; }
      td.allwell { background: light-dark(#dcefe2, #1d3a28); }
      td.ended { background: light-dark(#e6e8ea, #33383d); }
      td.fell { background: light-dark(#fbe6b8, #4d3a0c); }
      td.breach { background: light-dark(#f6c7c3, #5c1f1b); }
      @media (max-width: 1500px) { th, td { padding: 4px 7px; } .share i { width: 56px; }
        .map th { font-size: 12px; } }
      summary { cursor: pointer; font-weight: 600; padding: 5px 0; }
      </style></head><body>
      """;

  private final StringBuilder page = new StringBuilder(1 << 16);
  private final CampaignReport report;

  private CampaignPage(CampaignReport report) {
    this.report = report;
  }

  static String of(CampaignReport report) {
    return new CampaignPage(report).write();
  }

  private String write() {
    Group all = report.all();
    page.append(HEAD);
    add("<h1>Fault campaign: %s</h1>\n", text(report.kind()));
    add(
        "<p class=\"quiet\">Flight %s, seed %d, %d flights. Shares have the 95 %% bounds of "
            + "Clopper and Pearson. A breach is the truth inside 30 m, the day after with all "
            + "actuators off included.</p>\n<div class=\"figures\">\n",
        text(report.scenario()), report.seed(), report.outcomes().size());
    figure("flights inside keep-out", all.breached(), all.breached().count() > 0 ? "bad" : "good");
    figure("survivable missions completed", all.completedOfSurvivable(), "");
    figure("of all missions completed", all.completed(), "");
    figure("flights with a safing", all.safed(), "");
    int safings = all.safings().values().stream().mapToInt(Integer::intValue).sum();
    add(
        "<div class=\"figure\"><b>%d of %d</b>safings by the least",
        safings - all.severer(), safings);
    add(
        " rung that was safe<br><span class=\"quiet\">nuisances: %d</span></div>\n</div>\n",
        all.nuisances());
    failures();
    map();
    page.append("<h2>By phase</h2>\n");
    rows("Phase", inOrder());
    page.append("<h2>By unit and kind of fault</h2>\n");
    rows("Fault", report.by(CampaignReport::units));
    page.append("<h2>By phase, unit and kind</h2>\n");
    for (Group phase : inOrder()) {
      add(
          "<details><summary>%s, %d flights</summary>\n",
          text(phase.name()), phase.completed().of());
      rows("Fault", report.only(phase.name()).by(CampaignReport::units));
      page.append("</details>\n");
    }
    page.append("<h2>Survivable when lasting</h2>\n<p class=\"quiet\">A fault that passes is ");
    page.append("survivable. One that stays is so for these units; the mission may end with any ");
    page.append("other, the vehicle must be safe.</p>\n<ul>\n");
    Survivable.rows().forEach(row -> add("<li>%s</li>\n", text(row)));
    return page.append("</ul>\n</body></html>\n").toString();
  }

  /** Phases in the order in which they are flown. */
  private List<Group> inOrder() {
    Map<String, Double> begin_s = new TreeMap<>();
    report.outcomes().forEach(o -> begin_s.merge(o.phase(), o.phase_begin_s(), Math::min));
    List<Group> phases = new ArrayList<>(report.by(Outcome::phase));
    phases.sort(Comparator.comparingDouble(group -> begin_s.getOrDefault(group.name(), 0.0)));
    return phases;
  }

  private void figure(String name, Share share, String look) {
    add("<div class=\"figure\"><b class=\"%s\">%d of %d</b>", look, share.count(), share.of());
    add("%s<br><span class=\"quiet\">%s</span></div>\n", name, percent(share));
  }

  private void failures() {
    List<Outcome> failures = report.failures();
    add("<h2>What fell short: %d flights</h2>\n", failures.size());
    if (failures.isEmpty()) {
      page.append("<p class=\"good\">No breach; every survivable mission was completed.</p>\n");
      return;
    }
    page.append(
        "<table><thead><tr><th>Flight</th><th>Phase</th><th>Fault</th><th>Came to</th>"
            + "<th>Nearest</th><th>Safings</th><th>Fly it again</th></tr></thead><tbody>\n");
    for (Outcome flight : failures) {
      add("<tr><td>%d</td><td>%s</td>", flight.id(), text(flight.phase()));
      add("<td><code>%s</code></td>", text(String.join(" ", flight.faults())));
      add("<td class=\"%s, ", flight.breach() ? "bad\">breach" : "short\">not completed");
      add("%s</td><td class=\"n\">%.1f m", text(flight.final_mode()), flight.min_range_m());
      if (flight.drift_min_range_m() != null) {
        add("<br>drifting %.1f m", flight.drift_min_range_m());
      }
      add("</td><td>%s", text(CampaignReport.safings(flight.safings())));
      flight.safing_log().stream().limit(6).forEach(line -> add("<br>%s", text(line)));
      add("</td><td><code>%s</code></td></tr>\n", text(flight.replay()));
    }
    page.append("</tbody></table>\n");
  }

  /** Units down, phases across: where faults end missions. */
  private void map() {
    Set<String> units = new TreeSet<>();
    report.outcomes().forEach(outcome -> units.addAll(unitsOf(outcome)));
    if (units.isEmpty()) {
      return;
    }
    Set<String> phases = new LinkedHashSet<>();
    inOrder().forEach(group -> phases.add(group.name()));
    page.append("<h2>Phase by unit</h2>\n<p class=\"quiet\">Missions completed of those flown. ");
    page.append("Green: all; grey: some ended by a fault that may end a mission; amber: a ");
    page.append("survivable one was not completed; red: inside keep-out.</p>\n");
    page.append("<table class=\"map\"><thead><tr><th>Unit</th>");
    phases.forEach(phase -> add("<th>%s</th>", text(phase)));
    page.append("</tr></thead><tbody>\n");
    for (String unit : units) {
      add("<tr><td>%s</td>", text(unit));
      for (String phase : phases) {
        cell(
            report.outcomes().stream()
                .filter(o -> o.phase().equals(phase) && unitsOf(o).contains(unit))
                .toList());
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private void cell(List<Outcome> flights) {
    if (flights.isEmpty()) {
      page.append("<td class=\"c quiet\"></td>");
      return;
    }
    boolean breach = flights.stream().anyMatch(Outcome::breach);
    boolean good = flights.stream().allMatch(Outcome::good);
    long completed = flights.stream().filter(Outcome::completed).count();
    String look =
        breach ? "breach" : !good ? "fell" : completed == flights.size() ? "allwell" : "ended";
    Map<String, Integer> kinds = new TreeMap<>();
    flights.forEach(o -> kinds.merge(CampaignReport.units(o), 1, Integer::sum));
    List<String> tip = new ArrayList<>();
    kinds.forEach((kind, n) -> tip.add(n + " " + kind));
    add("<td class=\"c %s\" title=\"%s\">%d of ", look, text(String.join(", ", tip)), completed);
    add("%d</td>", flights.size());
  }

  private static Set<String> unitsOf(Outcome outcome) {
    Set<String> units = new LinkedHashSet<>();
    outcome.units().forEach(unit -> units.add(unit.substring(0, unit.indexOf(' '))));
    return units;
  }

  private void rows(String what, List<Group> groups) {
    add("<table><thead><tr><th>%s</th><th class=\"n\">Flights</th><th>Survivable", what);
    page.append(" completed</th><th class=\"n\">All completed</th><th>Inside keep-out</th>");
    RUNGS.forEach(rung -> add("<th class=\"n\">%s</th>", rung));
    page.append("<th class=\"n\">Lesser rung<br>was safe</th><th class=\"n\">Nuisances</th></tr>");
    page.append("</thead><tbody>\n");
    for (Group group : groups) {
      add("<tr><td>%s</td><td class=\"n\">%d</td>", text(group.name()), group.completed().of());
      share(group.completedOfSurvivable(), "");
      add("<td class=\"n\">%d</td>", group.completed().count());
      share(group.breached(), group.breached().count() > 0 ? " bad" : "");
      RUNGS.forEach(rung -> number(group.safings().getOrDefault(rung, 0)));
      number(group.severer());
      number(group.nuisances());
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private void number(int count) {
    add(count == 0 ? "<td class=\"n quiet\">%d</td>" : "<td class=\"n\">%d</td>", count);
  }

  /** The bounds as a bar, the share as a stroke on it. */
  private void share(Share share, String look) {
    if (share.of() == 0) {
      page.append("<td class=\"quiet\">none flown</td>");
      return;
    }
    add("<td class=\"share%s\"><i><s style=\"left:%.1f%%;", look, 100 * share.low());
    add("width:%.1f%%\"></s>", 100 * (share.high() - share.low()));
    add("<u style=\"left:%.1f%%\"></u></i>%d of ", 100 * share.share(), share.count());
    add("%d <span class=\"quiet\">%.0f to ", share.of(), 100 * share.low());
    add("%.0f %%</span></td>", 100 * share.high());
  }

  private static String percent(Share share) {
    return share.of() == 0
        ? "none flown"
        : String.format(
            Locale.ROOT,
            "%.1f %% (%.1f to %.1f)",
            100 * share.share(),
            100 * share.low(),
            100 * share.high());
  }

  private void add(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values));
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
