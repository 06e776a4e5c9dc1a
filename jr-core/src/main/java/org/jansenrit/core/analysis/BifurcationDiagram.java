package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/**
 * Where a model rests and swings as one constant input or one parameter varies, and where that
 * changes. Made by {@link Continuation}. Immutable.
 */
public final class BifurcationDiagram {
  private final String model;
  private final String axis;
  private final String outputAxis;
  private final double low;
  private final double high;
  private final List<BranchWalk.Found> branches;
  private final List<Cycle> cycles;

  BifurcationDiagram(
      String model,
      String axis,
      String outputAxis,
      double low,
      double high,
      List<BranchWalk.Found> branches,
      List<Cycle> cycles) {
    this.model = model;
    this.axis = axis;
    this.outputAxis = outputAxis;
    this.low = low;
    this.high = high;
    this.branches = List.copyOf(branches);
    this.cycles = List.copyOf(cycles);
  }

  /** {@return the curves of equilibria within the range, each in the order of the curve} */
  public List<List<Equilibrium>> branches() {
    return branches.stream()
        .map(branch -> branch.points().stream().filter(e -> isInside(e.value())).toList())
        .filter(points -> !points.isEmpty())
        .toList();
  }

  /** {@return the folds within the range, those of lower value first} */
  public List<Bifurcation> folds() {
    return of(Bifurcation.Kind.FOLD);
  }

  /** {@return the Hopf points within the range, those of lower value first} */
  public List<Bifurcation> hopfPoints() {
    return of(Bifurcation.Kind.HOPF);
  }

  private List<Bifurcation> of(Bifurcation.Kind kind) {
    return branches.stream()
        .flatMap(branch -> branch.bifurcations().stream())
        .filter(b -> b.kind() == kind && isInside(b.value()))
        .sorted(Comparator.comparingDouble(Bifurcation::value))
        .toList();
  }

  /** {@return what was seen in the sweeps: down, then up, each by value} */
  public List<Cycle> cycles() {
    return cycles;
  }

  /**
   * {@return the values of the sweeps at which it matters where the model comes from: outputs on
   * the way up and on the way down differ by more than a hundredth of the largest swing}
   */
  public List<Double> bistable() {
    int half = cycles.size() / 2;
    double largest = cycles.stream().mapToDouble(c -> c.high() - c.low()).max().orElse(0);
    List<Double> values = new ArrayList<>();
    for (int k = 0; k < half; k++) {
      Cycle down = cycles.get(k);
      Cycle up = cycles.get(half + k);
      double apart = Math.max(Math.abs(up.low() - down.low()), Math.abs(up.high() - down.high()));
      if (apart > 0.01 * largest) {
        values.add(down.value());
      }
    }
    return values;
  }

  private boolean isInside(double value) {
    return value >= low && value <= high;
  }

  /**
   * {@return folds and Hopf points, a row each: kind, value, output and, of Hopf points, frequency
   * in Hz}
   */
  public Table table() {
    Table table = Table.of("kind", axis, outputAxis, "frequency (Hz)");
    List<Bifurcation> all = new ArrayList<>(folds());
    all.addAll(hopfPoints());
    for (Bifurcation b : all) {
      table =
          table.row(
              b.kind().toString().toLowerCase(java.util.Locale.ROOT),
              Texts.rounded(b.value(), 6),
              Texts.rounded(b.output(), 6),
              Double.isNaN(b.frequency()) ? "" : Texts.rounded(b.frequency(), 5));
    }
    return table;
  }

  /**
   * Draws equilibria, stable and not, the extremes of the cycles, folds and Hopf points.
   *
   * @return one panel: the output against what varies, each in its unit
   */
  public Figure figure() {
    Panel panel = Panel.of(model, axis, outputAxis);
    for (List<Equilibrium> branch : branches()) {
      panel = line(panel, "stable rest", branch, Equilibrium::isStable);
      panel = line(panel, "unstable rest", branch, e -> !e.isStable());
    }
    panel = cycles(panel, "cycle, value going up", true);
    panel = cycles(panel, "cycle, value going down", false);
    panel = points(panel, "fold", folds());
    return Figure.of(points(panel, "Hopf", hopfPoints()).xRange(low, high));
  }

  /** Breaks the line where the branch is of the other kind. */
  private static Panel line(
      Panel panel, String name, List<Equilibrium> branch, Predicate<Equilibrium> kind) {
    if (branch.stream().noneMatch(kind)) {
      return panel;
    }
    double[] x = branch.stream().mapToDouble(Equilibrium::value).toArray();
    double[] y = branch.stream().mapToDouble(e -> kind.test(e) ? e.output() : Double.NaN).toArray();
    return panel.line(name, x, y);
  }

  private Panel cycles(Panel panel, String name, boolean upwards) {
    List<Cycle> some = cycles.stream().filter(c -> c.upwards() == upwards && !c.isRest()).toList();
    if (some.isEmpty()) {
      return panel;
    }
    double[] x = Stream.concat(some.stream(), some.stream()).mapToDouble(Cycle::value).toArray();
    double[] y = new double[x.length];
    for (int k = 0; k < some.size(); k++) {
      y[k] = some.get(k).low();
      y[some.size() + k] = some.get(k).high();
    }
    return panel.points(name, x, y);
  }

  private static Panel points(Panel panel, String name, List<Bifurcation> some) {
    return some.isEmpty()
        ? panel
        : panel.points(name, numbers(some, Bifurcation::value), numbers(some, Bifurcation::output));
  }

  private static double[] numbers(List<Bifurcation> some, ToDoubleFunction<Bifurcation> number) {
    return some.stream().mapToDouble(number).toArray();
  }

  @Override
  public String toString() {
    return "BifurcationDiagram[%s along %s from %s to %s: %d branches, %d folds, %d Hopf points, %d of %d sweep values bistable]"
        .formatted(
            model,
            axis,
            Texts.digits(low),
            Texts.digits(high),
            branches().size(),
            folds().size(),
            hopfPoints().size(),
            bistable().size(),
            cycles.size() / 2);
  }
}
