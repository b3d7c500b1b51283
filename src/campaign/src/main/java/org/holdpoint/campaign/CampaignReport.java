package org.holdpoint.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a campaign came to.
 *
 * @param scenario base flight
 * @param seed of the campaign
 * @param kind "one fault", "two faults" or "no fault"
 * @param outcomes in order of their numbers
 */
record CampaignReport(String scenario, long seed, String kind, List<Outcome> outcomes) {
  CampaignReport {
    outcomes = List.copyOf(outcomes);
  }

  /** A row of a table: a group of flights. */
  record Group(
      String name,
      Share completed,
      Share completedOfSurvivable,
      Share breached,
      Map<String, Integer> safings,
      Share safed,
      int severer,
      int nuisances) {
    static Group of(String name, List<Outcome> flights) {
      Map<String, Integer> safings = new TreeMap<>();
      flights.forEach(
          flight -> flight.safings().forEach((rung, n) -> safings.merge(rung, n, Integer::sum)));
      return new Group(
          name,
          Share.of(count(flights, Outcome::completed), flights.size()),
          Share.of(
              count(flights, flight -> flight.survivable() && flight.completed()),
              count(flights, Outcome::survivable)),
          Share.of(count(flights, Outcome::breach), flights.size()),
          safings,
          Share.of(count(flights, flight -> flight.safingCount() > 0), flights.size()),
          flights.stream().mapToInt(Outcome::severer).sum(),
          flights.stream().mapToInt(Outcome::nuisances).sum());
    }

    private static long count(List<Outcome> flights, Predicate<Outcome> which) {
      return flights.stream().filter(which).count();
    }
  }

  Group all() {
    return Group.of("all", outcomes);
  }

  List<Group> by(Function<Outcome, String> key) {
    Map<String, List<Outcome>> groups = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      groups.computeIfAbsent(key.apply(outcome), k -> new ArrayList<>()).add(outcome);
    }
    List<Group> rows = new ArrayList<>();
    groups.forEach((name, flights) -> rows.add(Group.of(name, flights)));
    return rows;
  }

  /** Breaches first, then survivable flights that did not complete, nearest first. */
  List<Outcome> failures() {
    return outcomes.stream()
        .filter(outcome -> !outcome.good())
        .sorted(
            Comparator.comparing((Outcome outcome) -> !outcome.breach())
                .thenComparingDouble(Outcome::min_range_m)
                .thenComparingInt(Outcome::id))
        .toList();
  }

  private static String units(Outcome outcome) {
    return outcome.units().isEmpty() ? "none" : String.join(" + ", outcome.units());
  }

  /** Writes campaign.json and campaign.html into a folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scenario", scenario);
    json.put("seed", seed);
    json.put("kind", kind);
    json.put("all", all());
    json.put("by_phase", by(Outcome::phase));
    json.put("by_unit_and_kind", by(CampaignReport::units));
    json.put("by_phase_unit_and_kind", by(outcome -> outcome.phase() + " / " + units(outcome)));
    json.put("survivable_when_lasting", Survivable.rows());
    json.put("failures", failures());
    json.put("flights", outcomes);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("campaign.json").toFile(), json);
    Files.writeString(folder.resolve("campaign.html"), html(), StandardCharsets.UTF_8);
  }

  private String html() {
    StringBuilder page = new StringBuilder(1 << 16);
    Group all = all();
    page.append(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Fault campaign</title>
        <style>
        :root { color-scheme: light dark; --line: #8885; --bad: #c0392b; --good: #1e8449; --quiet: #777; }
        body { font: 14px/1.45 system-ui, sans-serif; margin: 24px auto; max-width: 1280px; padding: 0 24px; }
        h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 17px; margin: 32px 0 8px; }
        .quiet { color: var(--quiet); } .bad { color: var(--bad); font-weight: 600; } .good { color: var(--good); }
        .figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 20px 0; }
        .figure { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
        .figure b { display: block; font-size: 26px; font-variant-numeric: tabular-nums; }
        table { border-collapse: collapse; width: 100%; } th, td { padding: 5px 10px; border-bottom: 1px solid var(--line);
          text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
        th { font-weight: 600; position: sticky; top: 0; background: Canvas; } code { font-size: 12px; overflow-wrap: anywhere; }
        details { margin: 8px 0; } summary { cursor: pointer; font-size: 17px; font-weight: 600; margin: 28px 0 8px; }
        </style></head><body>
        """);
    page.append("<h1>Fault campaign: ").append(text(kind)).append("</h1>\n<p class=\"quiet\">");
    page.append(text(scenario)).append(", seed ").append(seed).append(", ");
    page.append(outcomes.size())
        .append(" flights. Shares with 95 % bounds of Clopper and Pearson. ")
        .append("A breach is the truth inside 30 m, the day after with all actuators off ")
        .append("included.</p>\n<div class=\"figures\">\n");
    figure(page, "flights that breached keep-out", all.breached(), all.breached().count() == 0);
    figure(page, "missions completed", all.completed(), true);
    figure(page, "completed of the survivable ones", all.completedOfSurvivable(), true);
    figure(page, "flights with a safing", all.safed(), true);
    page.append("</div>\n");
    failures(page);
    table(page, "By phase", by(Outcome::phase));
    table(page, "By unit and kind of fault", by(CampaignReport::units));
    page.append("<details><summary>By phase, unit and kind</summary>\n");
    rows(page, by(outcome -> outcome.phase() + " / " + units(outcome)));
    page.append("</details>\n<h2>Survivable when lasting</h2>\n<p class=\"quiet\">")
        .append("A fault that passes is survivable. One that stays is so for these units; the ")
        .append("mission may end with any other, the vehicle must be safe.</p>\n<ul>\n");
    Survivable.rows().forEach(row -> page.append("<li>").append(text(row)).append("</li>\n"));
    return page.append("</ul>\n</body></html>\n").toString();
  }

  private static void figure(StringBuilder page, String name, Share share, boolean good) {
    page.append("<div class=\"figure\"><b class=\"").append(good ? "" : "bad").append("\">");
    page.append(share.count()).append(" of ").append(share.of()).append("</b>");
    page.append(text(name)).append("<br><span class=\"quiet\">").append(percent(share));
    page.append("</span></div>\n");
  }

  private void failures(StringBuilder page) {
    List<Outcome> failures = failures();
    page.append("<h2>What fell short: ").append(failures.size()).append(" flights</h2>\n");
    if (failures.isEmpty()) {
      page.append("<p class=\"good\">Nothing did.</p>\n");
      return;
    }
    page.append(
        "<table><thead><tr><th>Flight</th><th>Phase</th><th>Fault</th><th>Came to</th>"
            + "<th>Nearest</th><th>Safings</th><th>Fly it again</th></tr></thead><tbody>\n");
    for (Outcome flight : failures) {
      page.append("<tr><td>").append(flight.id()).append("</td><td>");
      page.append(text(flight.phase())).append("</td><td><code>");
      page.append(text(String.join(" ", flight.faults()))).append("</code></td><td class=\"");
      page.append(flight.breach() ? "bad\">breach, " : "\">not completed, ");
      page.append(text(flight.final_mode())).append("</td><td>");
      page.append(String.format(Locale.ROOT, "%.1f m", flight.min_range_m()));
      if (flight.drift_min_range_m() != null) {
        page.append(String.format(Locale.ROOT, ", drifting %.1f m", flight.drift_min_range_m()));
      }
      page.append("</td><td>").append(text(safings(flight.safings())));
      flight.safing_log().stream().limit(6).forEach(line -> page.append("<br>").append(text(line)));
      page.append("</td><td><code>");
      page.append(text(flight.replay())).append("</code></td></tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private static void table(StringBuilder page, String title, List<Group> groups) {
    page.append("<h2>").append(title).append("</h2>\n");
    rows(page, groups);
  }

  private static void rows(StringBuilder page, List<Group> groups) {
    page.append(
        "<table><thead><tr><th></th><th>Flights</th><th>Completed</th>"
            + "<th>Of the survivable</th><th>Breaches</th><th>Safings by rung</th>"
            + "<th>A lesser rung was safe</th><th>Nuisance safings</th></tr></thead><tbody>\n");
    for (Group group : groups) {
      page.append("<tr><td>").append(text(group.name())).append("</td><td>");
      page.append(group.completed().of()).append("</td><td>").append(cell(group.completed()));
      page.append("</td><td>").append(cell(group.completedOfSurvivable())).append("</td><td");
      page.append(group.breached().count() > 0 ? " class=\"bad\">" : ">");
      page.append(cell(group.breached())).append("</td><td>");
      page.append(text(safings(group.safings()))).append("</td><td>").append(group.severer());
      page.append("</td><td>").append(group.nuisances()).append("</td></tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private static String cell(Share share) {
    return share.of() == 0
        ? "-"
        : share.count() + " <span class=\"quiet\">" + percent(share) + "</span>";
  }

  private static String percent(Share share) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f to %.1f)",
        100 * share.share(),
        100 * share.low(),
        100 * share.high());
  }

  static String safings(Map<String, Integer> safings) {
    List<String> parts = new ArrayList<>();
    safings.forEach((rung, count) -> parts.add(rung + " " + count));
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
