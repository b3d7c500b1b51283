package org.holdpoint.rehearsal.launch;

/**
 * What is going on: on a terminal one line that is written over; else, in a file or a pipe, a line
 * every now and then. On standard error, so that a summary can be taken apart from it.
 */
public final class ProgressLine {
  private static final long LINE_EVERY_NS = 20_000_000_000L;

  private final boolean terminal = System.console() != null;
  private long lastLine_ns = System.nanoTime() - LINE_EVERY_NS;

  /** Shows a text in place of the last one. */
  public void show(String text) {
    if (terminal) {
      System.err.print("\r\033[K" + text);
      System.err.flush();
    } else if (System.nanoTime() - lastLine_ns >= LINE_EVERY_NS) {
      lastLine_ns = System.nanoTime();
      System.err.println(text);
    }
  }

  /** Leaves the line empty. */
  public void clear() {
    if (terminal) {
      show("");
    }
  }
}
