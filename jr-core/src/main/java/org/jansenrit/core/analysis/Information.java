package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Table;

/**
 * Fisher's information about the logarithms of some parameters at a point: what an experiment can
 * tell about them at best. Immutable.
 *
 * <p>No unbiased estimator has a smaller covariance than its inverse (Cramer and Rao). Independent
 * experiments {@linkplain #plus add up}, a prior {@linkplain #with counts like one}, and a
 * parameter that is known {@linkplain #fixing drops out}.
 */
public final class Information {
  private final ParameterSet point;
  private final DMatrixRMaj root;
  private final double resolution;
  private final Roots.Spectrum spectrum;

  /**
   * Takes a root R of the information R'R.
   *
   * @param resolution singular values below this share of the largest count as zero
   */
  Information(ParameterSet point, DMatrixRMaj root, double resolution) {
    this.point = point;
    this.root = root;
    this.resolution = resolution;
    this.spectrum = Roots.spectrum(root);
  }

  /** {@return the parameters this is about, in order} */
  public List<Parameter> parameters() {
    return point.parameters();
  }

  /** {@return where in parameter space this holds} */
  public ParameterSet point() {
    return point;
  }

  /** {@return the information matrix by the logarithms, parameters x parameters} */
  public double[][] matrix() {
    int n = root.numCols;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < root.numRows; k++) {
          matrix[i][j] += root.get(k, i) * root.get(k, j);
        }
      }
    }
    return matrix;
  }

  /**
   * {@return the directions of parameter space from the best to the worst determined one: the
   * eigenvectors of the information, each with the square root of its eigenvalue}
   */
  public List<Direction> directions() {
    return spectrum.directions(parameters(), Direction.Scale.LOGARITHM);
  }

  /**
   * {@return the directions from the best to the worst determined one against what {@code prior}
   * leaves open: weights and strengths are in its standard deviations near the point} A parameter
   * with a narrow prior counts less here than in logarithms.
   *
   * @param prior over the parameters of this, in any order
   * @throws IllegalArgumentException if it is over others, or the point is outside of it
   */
  public List<Direction> directionsAgainst(Prior prior) {
    if (prior.parameters().size() != root.numCols) {
      throw new IllegalArgumentException(
          "directions against a prior need one over %s, but got %s".formatted(parameters(), prior));
    }
    DMatrixRMaj byPrior = new PriorScale(prior, point).inPriorUnits(root);
    return Roots.spectrum(byPrior).directions(prior.parameters(), Direction.Scale.PRIOR);
  }

  /**
   * {@return the directions that change nothing, as far as can be told, so mixed that as few
   * parameters as possible take part in each}
   */
  public List<Direction> nullDirections() {
    int rank = rank();
    int n = root.numCols;
    if (rank == n) {
      return List.of();
    }
    DMatrixRMaj space = new DMatrixRMaj(n, n - rank);
    for (int i = 0; i < n; i++) {
      for (int k = rank; k < n; k++) {
        space.set(i, k - rank, spectrum.directions().get(i, k));
      }
    }
    List<Direction> all = new ArrayList<>();
    for (double[] unit : NullSpace.readable(space)) {
      List<Double> weights = Arrays.stream(unit).boxed().toList();
      all.add(new Direction(parameters(), weights, 0, Direction.Scale.LOGARITHM));
    }
    return all;
  }

  /** {@return how many directions change the observation} */
  public int rank() {
    int rank = 0;
    while (rank < root.numCols && spectrum.value(rank) > resolution * spectrum.value(0)) {
      rank++;
    }
    return rank;
  }

  /**
   * {@return the smallest possible standard deviation of an unbiased estimate of log {@code p}, the
   * others being unknown too: 0.1 is 10 %} Infinite if {@code p} takes part in a direction that
   * changes nothing.
   *
   * @param p one of {@link #parameters()}
   */
  public double bound(Parameter p) {
    int j = index(p);
    int rank = rank();
    double variance = 0;
    for (int k = 0; k < root.numCols; k++) {
      double weight = spectrum.directions().get(j, k);
      if (k >= rank && Math.abs(weight) > 1e-3) {
        return Double.POSITIVE_INFINITY;
      }
      variance += k < rank ? Math.pow(weight / spectrum.value(k), 2) : 0;
    }
    return Math.sqrt(variance);
  }

  /**
   * {@return the correlation of the best possible estimates of log {@code p} and log {@code q}; NaN
   * if either has no bound}
   *
   * @param p one of {@link #parameters()}
   * @param q another one
   */
  public double correlation(Parameter p, Parameter q) {
    double covariance = 0;
    for (int k = 0; k < rank(); k++) {
      double inverse = 1 / spectrum.value(k);
      covariance +=
          spectrum.directions().get(index(p), k)
              * inverse
              * spectrum.directions().get(index(q), k)
              * inverse;
    }
    double bounds = bound(p) * bound(q);
    return Double.isInfinite(bounds) ? Double.NaN : covariance / bounds;
  }

  /**
   * {@return {@link #bound} in the unit of {@code p}, to first order}
   *
   * @param p one of {@link #parameters()}
   */
  public double sd(Parameter p) {
    return bound(p) * Math.abs(point.get(p));
  }

  /**
   * {@return the bound on log {@code p} if all other parameters were known}
   *
   * @param p one of {@link #parameters()}
   */
  public double boundAlone(Parameter p) {
    return information(new int[] {index(p)}).bound(p);
  }

  /**
   * {@return this with {@code known} parameters fixed: what fixing them buys}
   *
   * @param known some of {@link #parameters()}, not all
   * @throws IllegalArgumentException if none is left
   */
  public Information fixing(Parameter... known) {
    List<Integer> out = Arrays.stream(known).map(this::index).toList();
    int[] kept = IntStream.range(0, root.numCols).filter(j -> !out.contains(j)).toArray();
    if (kept.length == 0) {
      throw new IllegalArgumentException("fix fewer: no parameter of " + parameters() + " is left");
    }
    return information(kept);
  }

  private Information information(int... kept) {
    List<Parameter> some = Arrays.stream(kept).mapToObj(parameters()::get).toList();
    double[] values = some.stream().mapToDouble(point::get).toArray();
    return new Information(ParameterSet.of(some, values), Roots.columns(root, kept), resolution);
  }

  /**
   * {@return the information of {@code factor} times as many independent trials, or of noise whose
   * variance is smaller by that factor}
   *
   * @param factor positive
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public Information times(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "information is multiplied by a positive number, but got " + factor);
    }
    return new Information(point, Roots.scaled(root, Math.sqrt(factor)), resolution);
  }

  /**
   * {@return the information of both of two independent experiments}
   *
   * @param other about the same parameters at the same point
   * @throws IllegalArgumentException if they are about other parameters or another point
   */
  public Information plus(Information other) {
    if (!point.equals(other.point)) {
      throw new IllegalArgumentException(
          "informations add up at one point, but these are at " + point + " and " + other.point);
    }
    return new Information(
        point, Roots.stacked(root, other.root), Math.min(resolution, other.resolution));
  }

  /**
   * {@return this with what {@code prior} says near the point: its inverse bounds the covariance of
   * a posterior, where that is nearly normal in the coordinates in which the prior is standard
   * normal}
   *
   * @param prior over some or all parameters of this
   * @throws IllegalArgumentException if the prior has a parameter that this is not about, or the
   *     point is outside of it
   */
  public Information with(Prior prior) {
    DMatrixRMaj ofPrior = new PriorScale(prior, point).root();
    return new Information(point, Roots.stacked(root, ofPrior), 0);
  }

  /**
   * Compares experiments: a row per parameter, a column per experiment, bounds in per cent.
   *
   * @param experiments by name; a parameter that one of them is not about counts as known there
   * @return the rows in the order in which parameters appear first
   */
  public static Table compare(Map<String, Information> experiments) {
    List<String> header = new ArrayList<>(List.of("bound (%)"));
    header.addAll(experiments.keySet());
    Table table = Table.of(header.toArray(String[]::new));
    Set<Parameter> all = new LinkedHashSet<>();
    experiments.values().forEach(information -> all.addAll(information.parameters()));
    for (Parameter p : all) {
      List<String> row = new ArrayList<>(List.of(p.symbol()));
      for (Information one : experiments.values()) {
        row.add(one.parameters().contains(p) ? Texts.digits(100 * one.bound(p)) : "known");
      }
      table = table.row(row.toArray(String[]::new));
    }
    return table;
  }

  DMatrixRMaj root() {
    return root;
  }

  private int index(Parameter p) {
    return ParameterIndex.of(p, parameters());
  }

  @Override
  public String toString() {
    return "Information[rank "
        + rank()
        + " of "
        + root.numCols
        + ", strengths "
        + Texts.digits(spectrum.value(0))
        + " to "
        + Texts.digits(spectrum.value(root.numCols - 1))
        + ", about "
        + parameters()
        + "]";
  }
}
