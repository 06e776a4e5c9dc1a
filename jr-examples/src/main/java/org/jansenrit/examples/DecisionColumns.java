package org.jansenrit.examples;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;

/** Some of the features of a data set, chosen by name. */
final class DecisionColumns {
  private static final List<String> BEYOND_THE_STUDY = List.of("undecided", "sd of RT", "skewness");

  private DecisionColumns() {}

  /** Returns the thirteen features of the published study. */
  static Dataset<Features> ofStudy(Dataset<Features> data) {
    return where(data, name -> BEYOND_THE_STUDY.stream().noneMatch(name::startsWith));
  }

  /** Returns the features at {@code coherences}, in percent. */
  static Dataset<Features> at(Dataset<Features> data, List<String> coherences) {
    return where(data, name -> coherences.stream().anyMatch(c -> name.endsWith(" at " + c + " %")));
  }

  private static Dataset<Features> where(Dataset<Features> data, Predicate<String> kept) {
    List<String> names = data.x().names();
    int[] columns = IntStream.range(0, names.size()).filter(j -> kept.test(names.get(j))).toArray();
    double[][] rows = new double[data.size()][];
    Arrays.setAll(
        rows,
        i -> {
          double[] all = data.x().row(i);
          return Arrays.stream(columns).mapToDouble(j -> all[j]).toArray();
        });
    List<String> left = Arrays.stream(columns).mapToObj(names::get).toList();
    return new Dataset<>(data.theta(), Features.of(rows, left), data.provenance());
  }
}
