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

  /** The flights of one phase. */
  CampaignReport only(String phase) {
    return new CampaignReport(
        scenario, seed, kind, outcomes.stream().filter(o -> o.phase().equals(phase)).toList());
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

  static String units(Outcome outcome) {
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
    Files.writeString(
        folder.resolve("campaign.html"), CampaignPage.of(this), StandardCharsets.UTF_8);
  }

  static String safings(Map<String, Integer> safings) {
    List<String> parts = new ArrayList<>();
    safings.forEach((rung, count) -> parts.add(rung + " " + count));
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }
}
