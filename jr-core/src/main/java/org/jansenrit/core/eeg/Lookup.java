package org.jansenrit.core.eeg;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names that were looked for in vain, and those that may have been meant. */
final class Lookup {
  private static final int FAR = 2;

  private Lookup() {}

  /** Returns the refusal of a name: what is missing, what is near to it, what there is. */
  static IllegalArgumentException missing(String what, String wanted, Collection<String> known) {
    return missing(what, wanted, known, known.toString());
  }

  /** Returns the refusal of a name, with words of its own for what there is. */
  static IllegalArgumentException missing(
      String what, String wanted, Collection<String> known, String all) {
    List<String> near = near(wanted, known);
    String hint = near.isEmpty() ? "; " : "; did you mean " + String.join(" or ", near) + "? ";
    String there = (near.isEmpty() ? "there are " : "There are ") + all;
    return new IllegalArgumentException("no " + what + " " + wanted + " here" + hint + there);
  }

  /** Returns the names that differ in case only or, failing that, by one or two letters. */
  static List<String> near(String wanted, Collection<String> known) {
    for (int distance = 0; distance <= Math.min(FAR, wanted.strip().length() - 1); distance++) {
      int within = distance;
      List<String> near = known.stream().filter(name -> distance(name, wanted) <= within).toList();
      if (!near.isEmpty()) {
        return near.stream().limit(4).toList();
      }
    }
    return List.of();
  }

  /** Returns {@code name} without its case and without blanks round it. */
  static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The edit distance of Levenshtein between the folded names. */
  private static int distance(String name, String wanted) {
    String a = fold(name);
    String b = fold(wanted);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      advance(row, a.charAt(i - 1), b, i);
    }
    return row[b.length()];
  }

  private static void advance(int[] row, char letter, String b, int i) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int replaced = diagonal + (letter == b.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
    }
  }
}
