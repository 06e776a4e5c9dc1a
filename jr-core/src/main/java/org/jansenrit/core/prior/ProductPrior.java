package org.jansenrit.core.prior;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
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
    requireLength(z);
    double[] theta = new double[z.length];
    int at = 0;
    for (Prior part : parts) {
      if (part instanceof MarginalPrior one) { // no arrays: this is called once per draw
        theta[at] = one.fromNormal(z[at]);
        at++;
      } else {
        at += put(part.fromNormal(slice(z, at, part)), theta, at);
      }
    }
    return theta;
  }

  @Override
  public double[] toNormal(double[] theta) {
    requireLength(theta);
    double[] z = new double[theta.length];
    int at = 0;
    for (Prior part : parts) {
      if (part instanceof MarginalPrior one) {
        z[at] = one.toNormal(theta[at]);
        at++;
      } else {
        at += put(part.toNormal(slice(theta, at, part)), z, at);
      }
    }
    return z;
  }

  @Override
  public double logDensity(double[] theta) {
    requireLength(theta);
    double sum = 0;
    int at = 0;
    for (Prior part : parts) {
      if (part instanceof MarginalPrior one) {
        sum += one.logDensity(theta[at]);
        at++;
      } else {
        sum += part.logDensity(slice(theta, at, part));
        at += part.parameters().size();
      }
    }
    return sum;
  }

  @Override
  public Archive toArchive() {
    return Archive.of(SavedPriors.PRODUCT)
        .withParts("parts", parts.stream().map(Prior::toArchive).toList());
  }

  private static double[] slice(double[] values, int at, Prior part) {
    return Arrays.copyOfRange(values, at, at + part.parameters().size());
  }

  private static int put(double[] values, double[] target, int at) {
    System.arraycopy(values, 0, target, at, values.length);
    return values.length;
  }

  private void requireLength(double[] values) {
    if (values.length != parameters.size()) {
      throw new IllegalArgumentException(
          "expected "
              + parameters.size()
              + " values for "
              + parameters
              + ", but got "
              + values.length);
    }
  }

  @Override
  public Prior marginal(List<Parameter> some) {
    List<Parameter> wanted = Some.of(parameters, some);
    return of(
        parts.stream()
            .map(part -> part.parameters().stream().filter(wanted::contains).toList())
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

  @Override
  public String toString() {
    return parts.stream().map(Prior::toString).collect(Collectors.joining(", "));
  }
}
