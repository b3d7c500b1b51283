package org.holdpoint.yamcs.server;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Command-line options of the form {@code --name value}; every option must be a known one. */
public final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param args alternating {@code --name} and value
   * @param known names without the dashes
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static Options parse(String[] args, String... known) {
    var names = new TreeSet<>(Arrays.asList(known));
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "'" + args[i] + "' is not an option. Options: --" + String.join(", --", names));
      }
      if (i + 1 >= args.length) {
        throw new IllegalArgumentException("--" + name + " needs a value");
      }
      values.put(name, args[i + 1]);
    }
    return new Options(Collections.unmodifiableMap(values));
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is required");
    }
    return value;
  }

  public String text(String name, String otherwise) {
    @Nullable String value = values.get(name);
    return value == null ? otherwise : value;
  }

  /** A TCP port, 1..65535. */
  public int port(String name) {
    String value = text(name);
    try {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers out of range
    }
    throw new IllegalArgumentException(
        "--" + name + " must be a port number from 1 to 65535, not '" + value + "'");
  }

  /** A run name: it becomes the name of a Yamcs instance, hence of files. */
  public String run(String name) {
    String value = text(name);
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,79}")) {
      throw new IllegalArgumentException(
          "--"
              + name
              + " must be 1 to 80 letters, digits, '-' or '_', starting with a letter or digit, not '"
              + value
              + "'");
    }
    return value;
  }
}
