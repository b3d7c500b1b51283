package org.holdpoint.rehearsal.launch;

/** One line on the terminal that is written over; silent when nobody looks. */
final class ProgressLine {
  private final boolean terminal = System.console() != null;

  void show(String text) {
    if (terminal) {
      System.err.print("\r\033[K" + text);
      System.err.flush();
    }
  }

  void clear() {
    show("");
  }
}
