package org.holdpoint.yamcs.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration directory that Yamcs reads: a fresh copy of the repository's files plus the
 * generated user file, below the data directory so that nothing generated lands in the repository.
 */
record StagedConfiguration(
    Path etc, Path yamcsData, Path cache, Path loggingProperties, String secretKey) {

  static StagedConfiguration stage(ServerProcess.Plan plan) throws IOException {
    Path data = plan.data().toAbsolutePath().normalize();
    Path etc = data.resolve("etc");
    Path log = data.resolve("log");
    Path cache = data.resolve("cache");
    Path yamcsData = data.resolve("yamcs-data");
    if (!Files.isRegularFile(plan.etc().resolve("yamcs.yaml"))) {
      throw new IOException(plan.etc().resolve("yamcs.yaml") + " does not exist; check --etc");
    }
    if (!Files.isRegularFile(plan.users())) {
      throw new IOException(
          plan.users() + " does not exist; create accounts with org.holdpoint.yamcs.Accounts");
    }
    deleteTree(etc);
    copyTree(plan.etc(), etc);
    Files.copy(plan.users(), etc.resolve("users.yaml"), StandardCopyOption.REPLACE_EXISTING);
    Files.createDirectories(log);
    Files.createDirectories(cache);
    Path logging = etc.resolve("logging.properties");
    Files.writeString(logging, LOGGING.formatted(log.resolve("server.log")));
    keepOnlyThisRunOnline(yamcsData.resolve("instance-def"), plan.run());
    return new StagedConfiguration(etc, yamcsData, cache, logging, secretKey(data));
  }

  /**
   * Yamcs starts every instance it finds, and links of an older run would join this rehearsal: put
   * the others offline. This run's definition is made anew from the template; its archive stays.
   */
  private static void keepOnlyThisRunOnline(Path definitions, String run) throws IOException {
    if (!Files.isDirectory(definitions)) {
      return;
    }
    String own = "yamcs." + run + ".";
    List<Path> files;
    try (Stream<Path> listing = Files.list(definitions)) {
      files = listing.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.startsWith(own)) {
        Files.delete(file);
      } else if (name.endsWith(".yaml")) {
        Files.move(
            file, definitions.resolve(name + ".offline"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String secretKey(Path data) throws IOException {
    Path file = data.resolve("secret.key");
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      PrivateFile.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from, 6)) {
      for (Path source : walk.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static final String LOGGING =
      """
      handlers=java.util.logging.FileHandler
      java.util.logging.FileHandler.pattern=%s
      java.util.logging.FileHandler.limit=20000000
      java.util.logging.FileHandler.count=3
      java.util.logging.FileHandler.append=true
      java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%%1$tF %%1$tT.%%1$tL %%4$s %%3$s %%5$s%%6$s%%n
      .level=INFO
      io.netty.level=WARNING
      """;
}
