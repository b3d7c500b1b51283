package org.holdpoint.flight.safety;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.flight.contact.ContactWatch;

/** Writes the operators' page on safety from the tables that the monitor runs. */
public final class SafetyDocument {
  private SafetyDocument() {}

  /** The page as Markdown; the same tables give the same bytes. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("## Rules\n\n");
    page.append(
        "| ID | Rule | Broken when | Stale after | For | Response | Clears when | Armed in |"
            + " Go on by | Because |\n");
    page.append("|---|---|---|---|---|---|---|---|---|---|\n");
    for (SafetyRule rule : SafetyRules.RULES) {
      page.append(row(rule));
    }
    contacts(page);
    page.append(JUDGEMENTS);
    reach(page);
    page.append("\n## Sensors: who lives on what\n\n");
    page.append("| Phase | Navigation | Monitor | Common causes |\n|---|---|---|---|\n");
    for (SensorIndependence.Row row : SensorIndependence.ROWS) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s |\n",
              row.phase(),
              row.navigation(),
              row.monitor(),
              row.commonCauses()));
    }
    return page.toString();
  }

  private static void contacts(StringBuilder page) {
    page.append(
        String.format(
            Locale.ROOT,
            """

            ## When the ground is not heard

            Only an accepted telecommand resets the command-loss timer. A contact of the plan is missed when
            it ended %d min ago without one; beyond the plan every %d min of silence count as a contact. Rules
            SAF-170 to SAF-172 answer by the mode, a minute later:

            | Mode | One contact missed | Two in a row |
            |---|---|---|
            """,
            ContactWatch.MARGIN_S / 60,
            ContactWatch.UNPLANNED_S / 60));
    for (Mode mode : Mode.values()) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s |\n",
              mode,
              answer(ContactLoss.response(1, mode)),
              answer(ContactLoss.response(2, mode))));
    }
  }

  private static String answer(Rung response) {
    return response == Rung.NONE ? "goes on" : response.name();
  }

  private static void reach(StringBuilder page) {
    page.append("## What it knows at which range\n\n");
    page.append("| Where | Own state | Rungs | Rules on the target | Because |\n");
    page.append("|---|---|---|---|---|\n");
    for (MonitorReach.Row row : MonitorReach.ROWS) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |\n",
              row.where(),
              row.state(),
              row.rungs(),
              row.targetRules(),
              row.because()));
    }
    page.append("\nRules on the target: ").append(ids(true));
    page.append(".\nThose that need no target and work at any range: ").append(ids(false));
    page.append(".\n");
  }

  private static String ids(boolean onTarget) {
    return SafetyRules.RULES.stream()
        .filter(rule -> rule.needsTarget() == onTarget)
        .map(SafetyRule::id)
        .collect(Collectors.joining(", "));
  }

  private static String row(SafetyRule rule) {
    boolean always = rule.data().equals(List.of(SafetyRule.Source.PRESENT));
    boolean byAge = rule.staleAfter_s() > 1e6;
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.1f s | %s | %s | %s | %s | %s |\n",
        rule.id(),
        rule.name(),
        rule.broken().text(),
        always ? "never" : byAge ? "until first valid" : seconds(rule.staleAfter_s()),
        rule.persists_ticks() * 0.1,
        rule.response(),
        rule.clear().text(),
        modes(rule),
        rule.override() == SafetyRule.Override.RESUME ? "RESUME" : "nobody",
        rule.because());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.0f s", seconds);
  }

  private static String modes(SafetyRule rule) {
    if (rule.armedIn().equals(EnumSet.allOf(Mode.class))) {
      return "every mode";
    }
    return rule.armedIn().stream().map(Mode::name).collect(Collectors.joining(", "));
  }

  private static final String INTRODUCTION =
      """
      # Safety rules and rungs

      Generated from the tables of `org.holdpoint.flight.safety`; a test fails when it differs.
      To write it anew: run `SafetyDocumentTest` with `-Dholdpoint.write=true`.

      A rule is TRUE (broken), FALSE, STALE or ERROR. It trips after it has been broken without a
      break for the time under "For", reports its event once, and stays tripped until it clears.
      STALE and ERROR neither trip nor clear it and show as UNKNOWN. The worst response of all
      tripped rules wins: HOLD < RETREAT < ESCAPE < ABORT. A response stays in force until RESUME, also when
      its rule has cleared. "Go on by RESUME": the rule is silenced until it has cleared; "nobody":
      RESUME is refused while it is tripped.

      """;

  private static final String JUDGEMENTS =
      """

      ## Rungs

      Once a second each rung is judged from the monitor's own state and covariance:

      | Rung | SAFE when the 3-sigma range stays >= 30 m | Valid for |
      |---|---|---|
      | HOLD | with thrust off for one orbit on a hold, two on a leg; on a forced leg after stopping with one thruster failed | until drifting on enters the keep-out sphere |
      | RETREAT | for one orbit after the first of two impulses to the retreat point, the second missed; best of three durations | the same less 100 s to begin |
      | ESCAPE | for 24 h after 0.3 m/s along the best of +-x, +-y, +-z, or none; one direction beside the best is tried each second | the same less 30 s to burn |
      | ABORT | for 24 h after 0.5 m/s along the best of +-x, +-y, +-z, given at the middle of an 80 s burn | the same less the 80 s of the burn |

      UNKNOWN when the judgement is older than 5 s, as it is while the monitor's state is not VALID.
      HOLD that is UNSAFE becomes RETREAT, RETREAT that is UNSAFE becomes ESCAPE, ESCAPE that is
      UNSAFE, or without a navigation state to fly it, becomes ABORT; what is UNKNOWN is done as
      asked. A rung that the mode logic has not answered within 2 s, or a RETREAT that was broken
      off into DRIFT, goes up by one while drifting on is UNSAFE. A commanded ABORT always executes. Its direction is the one latched at most
      60 s ago, otherwise away along V-bar on the last known side.

      ## Choices and their reasons

      - **Holds are asked for one orbit, not two.** A V-bar hold is kept by control; what is left of
        3 m radially drifts 113 m in an orbit and 226 m in two, so that a hold at 250 m would be
        called unsafe with nothing wrong. The time for which a hold really stays safe, up to a day,
        is telemetered (`passive_safe_for_s`). Legs are asked for two orbits.
      - **Process noise of the filter.** Clohessy-Wiltshire leaves out relative J2 and eccentricity,
        about 5e-9 /s2 times the separation, which keep their sign for a good part of an orbit. The
        noise for that gives a velocity of about 0.3 mm/s (1 sigma) at 250 m and 1.8 mm/s at 1,000
        m: 3-sigma drift over two orbits of about 40 m and 190 m. Both leave room: 220 m and 970 m.
      - **The ellipse** is judged across the orbit as well as along the line of sight: with e and i
        vectors parallel its distance from the V-bar axis never falls below 100 m, however far its
        centre drifts along-track.
      - **Differential drag** is bounded by 1e-7 m/s2 along-track: 5 m an orbit, 1.1 km a day.
      - **The facet** that the ranger hits is half the hull off at most; half the hull is taken off
        every 3-sigma range, and ten ranges count as one because the facet does not change between
        them.
      - **Persistence of SAF-108 and SAF-109 (300 s both)** lets burns and the settling of the
        estimate pass; SAF-107 watches the next ten minutes with 3 s.
      - **RETREAT is judged for one orbit**: a radial hop with its stop burn missed returns to its
        start, where 2 mm/s of burn error have become 100 m at 3 sigma after one orbit.

      """;
}
