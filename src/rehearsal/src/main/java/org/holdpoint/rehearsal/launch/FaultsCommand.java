package org.holdpoint.rehearsal.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.FaultOffer;
import org.holdpoint.world.fault.FaultParameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what can go wrong with which unit. */
@Command(
    name = "faults",
    description = {
      "List every fault of every unit, with its parameters, their ranges and defaults, and what it",
      "does. Scenarios, instructors and campaigns choose from this list."
    },
    mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {
  /** Units that fail alike share a table. */
  private record Group(List<String> units, List<FaultOffer> offers) {}

  @Option(names = "--json", description = "Print the list as JSON, one entry per unit and kind.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries()));
      return 0;
    }
    groups().forEach(FaultsCommand::print);
    System.out.println("A parameter shows its range in brackets and its default after '='; one");
    System.out.println("without default must be given, and of errors about axes at least one.");
    System.out.println();
    System.out.println("In a scenario a fault has also: when (by telemetry) or start_s for its");
    System.out.println("begin, lasts_s or end_s for its end, and while {range_above_m,");
    System.out.println("range_below_m, eclipse, thrusting} for when it acts between the two.");
    return 0;
  }

  private static void print(Group group) {
    System.out.println(String.join(", ", runs(group.units())));
    int kindWidth = width(group.offers().stream().map(offer -> offer.kind().code()).toList());
    for (FaultOffer offer : group.offers()) {
      System.out.printf("  %-" + kindWidth + "s  %s%n", offer.kind().code(), offer.description());
      for (FaultParameter parameter : offer.parameters()) {
        System.out.printf("  %-" + kindWidth + "s    %s%n", "", text(parameter));
      }
    }
    System.out.println();
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  private static String text(FaultParameter parameter) {
    String unit = parameter.unit().equals("1") ? "" : " " + parameter.unit();
    String range = "[%s to %s%s]".formatted(number(parameter.min()), number(parameter.max()), unit);
    String otherwise = parameter.required() ? "" : " = " + number(parameter.fallback());
    return parameter.name() + " " + range + (parameter.whole() ? " whole" : "") + otherwise;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static List<Group> groups() {
    Map<List<List<Object>>, Group> groups = new LinkedHashMap<>();
    for (String unit : FaultCatalogue.units()) {
      List<FaultOffer> offers =
          FaultCatalogue.OFFERS.stream().filter(offer -> offer.unit().equals(unit)).toList();
      List<List<Object>> kinds =
          offers.stream()
              .map(o -> List.<Object>of(o.kind(), o.parameters(), o.description()))
              .toList();
      groups.computeIfAbsent(kinds, key -> new Group(new ArrayList<>(), offers)).units().add(unit);
    }
    return List.copyOf(groups.values());
  }

  /** Numbered units in a row as one entry: thruster-0 to thruster-15. */
  private static List<String> runs(List<String> units) {
    String first = units.get(0);
    String last = units.get(units.size() - 1);
    return first.endsWith("-0") ? List.of(first + " to " + last) : units;
  }

  private static ArrayNode entries() {
    ArrayNode entries = new ObjectMapper().createArrayNode();
    for (FaultOffer offer : FaultCatalogue.OFFERS) {
      ObjectNode entry = entries.addObject();
      entry.put("unit", offer.unit()).put("kind", offer.kind().code());
      entry.put("does", offer.description());
      ArrayNode parameters = entry.putArray("parameters");
      for (FaultParameter parameter : offer.parameters()) {
        ObjectNode row = parameters.addObject();
        row.put("name", parameter.name()).put("unit", parameter.unit());
        row.put("min", parameter.min()).put("max", parameter.max());
        row.put("required", parameter.required()).put("whole", parameter.whole());
        if (!parameter.required()) {
          row.put("default", parameter.fallback());
        }
      }
    }
    return entries;
  }
}
