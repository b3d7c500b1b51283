package org.holdpoint.dictionary.event;

import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;

/**
 * One event with its numbers, as it goes into a TM[5,x]: event code U16, then three F32.
 *
 * @param event which event
 * @param a first number of the template; enumeration constants by their code; 0 when unused
 * @param b second number
 * @param c third number
 */
public record EventReport(ChaserEvent event, double a, double b, double c) {
  /** Severity of the event; that of a report of something well again is INFO: it alarms nobody. */
  public Severity severity() {
    boolean wellAgain =
        switch (event) {
          case NAVIGATION_VALIDITY, MONITOR_VALIDITY -> a == Validity.VALID.code();
          case UNIT_STATE -> b == UnitState.GOOD.code();
          default -> false;
        };
    return wellAgain ? Severity.INFO : event.severity();
  }
}
