package org.jansenrit.core.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.model.Parameter;

/** Independent parts, one after the other. */
record ProductPrior(List<Prior> parts, List<Parameter> parameters) implements Prior {

  static Prior of(List<Prior> parts) {
    List<Parameter> all = parts.stream().flatMap(part -> part.parameters().stream()).toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "the prior is empty: give at least one parameter a distribution");
    }
    List<String> symbols = all.stream().map(Parameter::symbol).toList();
    if (new HashSet<>(symbols).size() != all.size()) {
      throw new IllegalArgumentException("a parameter appears twice in the prior over " + symbols);
    }
    return new ProductPrior(List.copyOf(parts), all);
  }

  @Override
  public double[] fromNormal(double[] z) {
    return concat(z, (part, some) -> part.fromNormal(some));
  }

  @Override
  public double[] toNormal(double[] theta) {
    return concat(theta, (part, some) -> part.toNormal(some));
  }

  @Override
  public double logDensity(double[] theta) {
    return Arrays.stream(concat(theta, (part, some) -> new double[] {part.logDensity(some)})).sum();
  }

  @Override
  public Prior marginal(List<Parameter> some) {
    if (!parameters.containsAll(some) || new HashSet<>(some).size() != some.size()) {
      throw new IllegalArgumentException(
          "a marginal is over some of " + parameters + ", each once, but was asked of " + some);
    }
    return of(
        parts.stream()
            .map(part -> part.parameters().stream().filter(some::contains).toList())
            .toList(),
        parts);
  }

  private static Prior of(List<List<Parameter>> some, List<Prior> parts) {
    return of(
        IntStream.range(0, parts.size())
            .filter(i -> !some.get(i).isEmpty())
            .mapToObj(i -> parts.get(i).marginal(some.get(i)))
            .toList());
  }

  private double[] concat(double[] values, PartFunction function) {
    if (values.length != parameters.size()) {
      throw new IllegalArgumentException(
          "expected "
              + parameters.size()
              + " values for "
              + parameters
              + ", but got "
              + values.length);
    }
    List<double[]> results = new ArrayList<>();
    int at = 0;
    for (Prior part : parts) {
      int n = part.parameters().size();
      results.add(function.apply(part, Arrays.copyOfRange(values, at, at + n)));
      at += n;
    }
    return results.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private interface PartFunction {
    double[] apply(Prior part, double[] values);
  }

  @Override
  public String toString() {
    return parts.stream().map(Prior::toString).collect(Collectors.joining(", "));
  }
}
