package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts of both servers. The servers' own code makes them at the first start, with passwords
 * that only this user's files hold; there is no default password.
 *
 * @param folder where they are kept
 */
record Accounts(Path folder, Map<String, String> passwords) {
  static final String OPERATOR = "operator";
  static final String DIRECTOR = "director";
  static final String INSTRUCTOR = "instructor";

  /** Reads the accounts, or has them made. */
  static Accounts of(Workspace workspace) {
    Path folder = workspace.data().resolve("accounts");
    Path list = folder.resolve("accounts.txt");
    if (!Files.exists(list)) {
      make(workspace, folder);
    }
    Map<String, String> passwords = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        String[] parts = line.split(" ", 3);
        if (parts.length == 3) {
          passwords.put(parts[1], parts[2].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + list, e);
    }
    return new Accounts(folder, Map.copyOf(passwords));
  }

  private static void make(Workspace workspace, Path folder) {
    try {
      Files.createDirectories(folder);
      Process process =
          new ProcessBuilder(
                  ServerProcess.command(
                      workspace,
                      "org.holdpoint.yamcs.Accounts",
                      List.of("--dir", folder.toString())))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the accounts could not be made in " + folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make accounts in " + folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making accounts", e);
    }
  }

  /** The file for people. */
  Path list() {
    return folder.resolve("accounts.txt");
  }

  String password(String name) {
    String password = passwords.get(name);
    if (password == null) {
      throw new IllegalArgumentException("no account " + name + " in " + list());
    }
    return password;
  }
}
