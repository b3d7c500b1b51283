package org.holdpoint.yamcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yamcs.security.PBKDF2PasswordHasher;
import org.yaml.snakeyaml.Yaml;

class AccountsTest {
  @TempDir Path dir;

  @Test
  @Tag("GND-035")
  void passwordsAreNewKeptAndOnlyHashedForTheServers() throws Exception {
    List<String> first = Files.readAllLines(Accounts.create(dir));
    List<String> again = Files.readAllLines(Accounts.create(dir));
    assertThat(first).hasSize(3).isEqualTo(again);
    String users = Files.readString(dir.resolve("yamcs-users.yaml"));
    String world = Files.readString(dir.resolve("world-users.yaml"));
    for (String line : first) {
      String[] words = line.split(" ");
      assertThat(words[2]).hasSize(14);
      assertThat(users).doesNotContain(words[2]);
      assertThat(world).doesNotContain(words[2]);
    }
    assertThat(users).contains("director:").contains("operator:").doesNotContain("instructor");
    assertThat(world).contains("instructor:").doesNotContain("operator").doesNotContain("director");
    assertThat(first).isNotEqualTo(Files.readAllLines(Accounts.create(dir.resolve("other"))));
  }

  @Test
  @Tag("GND-035")
  void theHashIsTheOneThatYamcsChecks() throws Exception {
    String[] director = Files.readAllLines(Accounts.create(dir)).get(0).split(" ");
    java.util.Map<String, java.util.Map<String, Object>> users =
        new Yaml().load(Files.readString(dir.resolve("yamcs-users.yaml")));
    String hash = String.valueOf(users.get("director").get("password"));
    var hasher = new PBKDF2PasswordHasher();
    assertThat(hasher.validatePassword(director[2].toCharArray(), hash)).isTrue();
    assertThat(hasher.validatePassword("director".toCharArray(), hash)).isFalse();
  }

  @Test
  @Tag("GND-035")
  void nobodyElseReadsTheFiles() throws Exception {
    Path plain = Accounts.create(dir);
    assertThat(Files.getPosixFilePermissions(plain))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
