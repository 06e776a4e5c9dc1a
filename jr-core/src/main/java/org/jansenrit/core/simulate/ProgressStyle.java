package org.jansenrit.core.simulate;

import java.io.PrintStream;

/** How progress looks on paper and on a screen. */
enum ProgressStyle {
  /** A line each time. */
  LINES(1) {
    @Override
    void print(PrintStream out, String line, double share, boolean last) {
      out.println(line);
    }
  },

  /** One line that is written over. */
  BAR(0.1) {
    @Override
    void print(PrintStream out, String line, double share, boolean last) {
      int full = (int) Math.round(WIDTH * Math.min(1, share));
      String bar = "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + line;
      String cut = bar.length() > LONGEST ? bar.substring(0, LONGEST - 3) + "..." : bar;
      out.print("\r" + cut + " ".repeat(LONGEST - cut.length())); // blanks cover what was there
      if (last) {
        out.println();
      }
      out.flush();
    }
  };

  private static final int WIDTH = 12;

  /** Terminals have 80 columns at least; a longer line would not be written over. */
  private static final int LONGEST = 79;

  private final double pause;

  ProgressStyle(double pause) {
    this.pause = pause;
  }

  /** Returns the least time between two prints, in s. */
  double pause() {
    return pause;
  }

  /** Prints {@code line}; {@code share} of the job, up to 1, is done. */
  abstract void print(PrintStream out, String line, double share, boolean last);
}
