package org.holdpoint.yamcs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.holdpoint.yamcs.server.Options;
import org.holdpoint.yamcs.server.PrivateFile;
import org.holdpoint.yamcs.server.ServerProcess;
import org.yamcs.security.PBKDF2PasswordHasher;

/**
 * Makes the accounts at first start. In the directory: {@code yamcs-users.yaml} (operators' server:
 * director, operator), {@code world-users.yaml} (world server: instructor), both with hashed
 * passwords, and {@code accounts.txt}, one line {@code server user password} each, for the launcher
 * to show. All are readable by their owner only; existing files are kept. No account is on both
 * servers.
 */
public final class Accounts {
  /** Letters and digits that cannot be taken for one another. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int PASSWORD_LENGTH = 14; // 14 x 5 bit = 70 bit

  private record Account(String server, String user, String displayName, String role) {}

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("yamcs", "director", "Flight director", "director"),
          new Account("yamcs", "operator", "RPO operator", "operator"),
          new Account("world", "instructor", "Instructor", "instructor"));

  private Accounts() {}

  /**
   * @param args {@code --dir DIR}
   */
  public static void main(String[] args) {
    try {
      Path accounts = create(Path.of(Options.parse(args, "dir").text("dir")));
      System.out.print(Files.readString(accounts));
    } catch (IllegalArgumentException e) {
      System.err.println("accounts: " + e.getMessage());
      System.exit(ServerProcess.EXIT_USAGE);
    } catch (IOException e) {
      System.err.println("accounts could not be written: " + e.getMessage());
      System.exit(ServerProcess.EXIT_FAILED);
    }
  }

  /** Creates what is missing; returns the path of {@code accounts.txt}. */
  static Path create(Path dir) throws IOException {
    Path plain = dir.resolve("accounts.txt");
    Path yamcs = dir.resolve("yamcs-users.yaml");
    Path world = dir.resolve("world-users.yaml");
    if (Files.exists(plain) && Files.exists(yamcs) && Files.exists(world)) {
      return plain;
    }
    var lines = new StringBuilder();
    var yamcsUsers = new StringBuilder();
    var worldUsers = new StringBuilder();
    var hasher = new PBKDF2PasswordHasher();
    for (Account account : ACCOUNTS) {
      String password = newPassword();
      lines.append("%s %s %s%n".formatted(account.server(), account.user(), password));
      (account.server().equals("yamcs") ? yamcsUsers : worldUsers)
          .append(
              "%s:\n  displayName: %s\n  password: \"%s\"\n  roles: [%s]\n"
                  .formatted(
                      account.user(),
                      account.displayName(),
                      hasher.createHash(password.toCharArray()),
                      account.role()));
    }
    PrivateFile.write(yamcs, yamcsUsers.toString());
    PrivateFile.write(world, worldUsers.toString());
    PrivateFile.write(plain, lines.toString());
    return plain;
  }

  private static String newPassword() {
    var random = new SecureRandom();
    var password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
