package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts of both servers. Passwords are made at the first start, into an ignored file that only this user can
 * read; there is no default password.
 *
 * @param file one line {@code name password} per account
 */
record Accounts(Path file, Map<String, String> passwords) {
  static final String OPERATOR = "operator";
  static final String DIRECTOR = "director";
  static final String INSTRUCTOR = "instructor";

  private static final List<String> NAMES = List.of(OPERATOR, DIRECTOR, INSTRUCTOR);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 14;

  /** Reads the accounts, or makes them. */
  static Accounts of(Workspace workspace) {
    Path file = workspace.data().resolve("accounts");
    try {
      Map<String, String> passwords = read(file);
      if (!passwords.keySet().containsAll(NAMES)) {
        SecureRandom random = new SecureRandom();
        NAMES.forEach(name -> passwords.computeIfAbsent(name, any -> password(random)));
        write(file, passwords);
      }
      return new Accounts(file, Map.copyOf(passwords));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make " + file, e);
    }
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> passwords = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] parts = line.split(" ", 2);
        if (parts.length == 2) {
          passwords.put(parts[0], parts[1].strip());
        }
      }
    }
    return passwords;
  }

  private static void write(Path file, Map<String, String> passwords) throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    List<String> lines = new ArrayList<>();
    passwords.forEach((name, password) -> lines.add(name + " " + password));
    Files.write(file, lines);
  }

  private static String password(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  String password(String name) {
    String password = passwords.get(name);
    if (password == null) {
      throw new IllegalArgumentException("no account " + name + " in " + file);
    }
    return password;
  }
}
