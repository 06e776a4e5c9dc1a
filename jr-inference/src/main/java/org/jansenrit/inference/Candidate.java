package org.jansenrit.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.math.Streams;

/**
 * One choice of all hyper-parameters.
 *
 * @param number which of the candidates of a search this is, from 0 on
 * @param values by name, as texts; numbers with all their digits
 */
public record Candidate(int number, Map<String, String> values) {

  /**
   * Copies the values, keeping their order.
   *
   * @param number counted from 0
   * @param values texts by the names of the hyper-parameters
   */
  public Candidate {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Draws candidate {@code number}, which depends on it and on the seed only. */
  static Candidate draw(List<Hyperparameter> space, int number, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(Streams.part(seed, number));
    Map<String, String> values = new LinkedHashMap<>();
    for (Hyperparameter one : space) {
      values.put(one.name(), one.draw(random));
    }
    return new Candidate(number, values);
  }

  /**
   * {@return a value as it was written}
   *
   * @param name of a hyper-parameter of the search
   * @throws IllegalArgumentException if there is no hyper-parameter of this name
   */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no hyper-parameter " + name + " here; there are " + values.keySet());
    }
    return value;
  }

  /**
   * {@return a value as a number}
   *
   * @param name of a hyper-parameter of the search
   * @throws IllegalArgumentException if there is no hyper-parameter of this name, or it is no
   *     number
   */
  public double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no number, but " + text(name), e);
    }
  }

  /**
   * {@return a value as a whole number}
   *
   * @param name of a hyper-parameter of the search
   * @throws IllegalArgumentException if there is no hyper-parameter of this name, or it is no whole
   *     number
   */
  public int count(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no whole number, but " + text(name), e);
    }
  }

  /** Returns a value, shortened if it is a number with many digits. */
  String shown(String name) {
    try {
      return String.format(Locale.ROOT, "%.4g", number(name));
    } catch (IllegalArgumentException e) { // a text
      return text(name);
    }
  }

  @Override
  public String toString() {
    return values.keySet().stream()
        .map(name -> name + " " + shown(name))
        .collect(Collectors.joining(", ", "candidate " + number + ": ", ""));
  }
}
