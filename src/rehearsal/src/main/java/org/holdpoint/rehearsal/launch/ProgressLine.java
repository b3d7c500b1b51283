package org.holdpoint.rehearsal.launch;

/** One line on the terminal that is written over; silent when nobody looks. */
public final class ProgressLine {
  private final boolean terminal = System.console() != null;

  /** Shows a text in place of the last one. */
  public void show(String text) {
    if (terminal) {
      System.err.print("\r\033[K" + text);
      System.err.flush();
    }
  }

  /** Leaves the line empty. */
  public void clear() {
    show("");
  }
}
