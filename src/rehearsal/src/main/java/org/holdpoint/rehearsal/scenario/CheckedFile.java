package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A YAML file that satisfies its JSON Schema, and the mistakes that its reader finds beyond that.
 */
final class CheckedFile {
  private final String file;
  private final YamlTree tree;
  private final JsonNode schema;
  private final List<String> mistakes = new ArrayList<>();

  private CheckedFile(String file, YamlTree tree, JsonNode schema) {
    this.file = file;
    this.tree = tree;
    this.schema = schema;
  }

  /**
   * @param file its name, for messages
   * @param schemaFile beside this class
   * @throws ScenarioException with one line per mistake
   */
  static CheckedFile read(String file, byte[] bytes, String schemaFile) {
    YamlTree tree = YamlTree.read(file, new String(bytes, StandardCharsets.UTF_8));
    CheckedFile checked = new CheckedFile(file, tree, resource(schemaFile));
    checked.checkSchema();
    checked.refuseIfMistaken();
    return checked;
  }

  JsonNode root() {
    return tree.root();
  }

  /**
   * @param path such as {@code $.faults[0].kind}
   */
  void mistake(String path, String what) {
    String name = path.startsWith("$.") ? path.substring(2) : path;
    mistakes.add(file + ":" + tree.line(path) + ": " + name + ": " + what);
  }

  void refuseIfMistaken() {
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
  }

  private void checkSchema() {
    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(tree.root())
        .stream()
        .sorted(
            Comparator.<ValidationMessage>comparingInt(m -> tree.line(place(m)))
                .thenComparing(ValidationMessage::getMessage))
        .forEach(m -> mistakes.add(file + ":" + tree.line(place(m)) + ": " + named(m) + words(m)));
  }

  /** Path of the mistake itself: a key that is not allowed, not the object that holds it. */
  private static String place(ValidationMessage m) {
    String path = m.getInstanceLocation().toString();
    return m.getType().equals("additionalProperties") ? path + "." + m.getProperty() : path;
  }

  private static String named(ValidationMessage m) {
    String path = m.getInstanceLocation().toString();
    return path.equals("$") ? "" : path.substring("$.".length()) + ": ";
  }

  private String words(ValidationMessage m) {
    JsonNode found = m.getInstanceNode();
    JsonNode allowed = m.getSchemaNode();
    return switch (m.getType()) {
      case "enum" -> found + " is not allowed. One of: " + list(allowed);
      case "additionalProperties" ->
          "'"
              + m.getProperty()
              + "' is not a key here. One of: "
              + String.join(", ", keysBeside(m.getInstanceLocation().toString()));
      case "required" -> "'" + m.getProperty() + "' is missing";
      case "minimum", "exclusiveMinimum" -> found + " is too small; at least " + allowed;
      case "maximum" -> found + " is too large; at most " + allowed;
      case "type" -> found + " is not a " + allowed.asText();
      case "pattern" -> found + " does not match " + allowed.asText();
      default -> m.getMessage();
    };
  }

  /** Keys that the schema allows in the object at an instance path. */
  private List<String> keysBeside(String path) {
    JsonNode node = schema;
    for (String part : path.replace("[", ".[").split("\\.")) {
      if (part.startsWith("[")) {
        node = node.path("items");
      } else if (!part.equals("$")) {
        node = node.path("properties").path(part);
      }
      if (node.has("$ref")) {
        node = schema.at(node.path("$ref").asText().substring(1));
      }
    }
    List<String> keys = new ArrayList<>();
    node.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String list(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(item -> words.add(item.asText()));
    return String.join(", ", words);
  }

  private static JsonNode resource(String schemaFile) {
    try (InputStream in =
        Objects.requireNonNull(CheckedFile.class.getResourceAsStream(schemaFile), schemaFile)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
