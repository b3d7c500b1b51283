package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as a JSON tree that still knows on which line each value stands.
 *
 * @param lines line (1-based) of each key, or item of a list, by its path, such as {@code
 *     $.faults[0].kind}
 */
record YamlTree(JsonNode root, Map<String, Integer> lines) {
  /** Scenario files are read aloud; one this deep is a mistake. */
  private static final int MAX_DEPTH = 12;

  /**
   * @throws ScenarioException when the text is no YAML, or repeats a key
   */
  static YamlTree read(String file, String text) {
    Map<String, Integer> lines = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    Node node;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setNestingDepthLimit(MAX_DEPTH);
      options.setMaxAliasesForCollections(0);
      node = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ScenarioException(List.of(file + ":" + line + ": not YAML: " + e.getProblem()));
    }
    if (node == null) {
      throw new ScenarioException(List.of(file + ":1: the file is empty"));
    }
    JsonNode root = convert(node, "$", lines, file, mistakes);
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
    return new YamlTree(root, lines);
  }

  /** Line of the value at the path, or of the nearest value that holds it. */
  int line(String path) {
    String at = path;
    while (!lines.containsKey(at)) {
      int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      if (cut <= 0) {
        return 1;
      }
      at = at.substring(0, cut);
    }
    return lines.getOrDefault(at, 1);
  }

  private static JsonNode convert(
      Node node, String path, Map<String, Integer> lines, String file, List<String> mistakes) {
    lines.putIfAbsent(path, node.getStartMark().getLine() + 1); // a key's own line stands already
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        int line = tuple.getKeyNode().getStartMark().getLine() + 1;
        lines.put(path + "." + key, line);
        if (object.has(key)) {
          mistakes.add(file + ":" + line + ": '" + key + "' stands here a second time");
        }
        object.set(key, convert(tuple.getValueNode(), path + "." + key, lines, file, mistakes));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(convert(item, path + "[" + array.size() + "]", lines, file, mistakes));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return json.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return json.booleanNode(Boolean.parseBoolean(value));
    }
    try {
      if (tag.equals(Tag.INT)) {
        return json.numberNode(Long.parseLong(value));
      }
      if (tag.equals(Tag.FLOAT)) {
        return json.numberNode(Double.parseDouble(value));
      }
    } catch (NumberFormatException e) {
      return json.textNode(value);
    }
    return json.textNode(value);
  }
}
