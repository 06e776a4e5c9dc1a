package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * Draws of a posterior, each parameter alone on the diagonal and each pair below it, with the
 * contours of the regions of highest density that hold 50 % and 90 % of each pair.
 */
public final class PairPlot {
  private static final int DRAWS = 20_000;
  private static final int POINTS = 2_000;
  private static final int BINS = 40;
  private static final double[] LEVELS = {0.5, 0.9};
  private static final int WIDTH = 240;
  private static final int HEIGHT = 200;

  private PairPlot() {}

  /**
   * {@return the figure of a posterior}
   *
   * @param posterior drawn from with seed 0
   */
  public static Figure of(Posterior posterior) {
    return of(posterior, Optional.empty());
  }

  /**
   * {@return the figure of a posterior with the true parameters marked}
   *
   * @param posterior drawn from with seed 0
   * @param truth a value of each parameter, or of more
   * @throws IllegalArgumentException if a parameter of the posterior is not among them
   */
  public static Figure of(Posterior posterior, ParameterSet truth) {
    return of(posterior, Optional.of(truth));
  }

  private static Figure of(Posterior posterior, Optional<ParameterSet> truth) {
    ParameterTable draws = posterior.sample(DRAWS, 0);
    List<Parameter> parameters = posterior.parameters();
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      for (int j = 0; j < parameters.size(); j++) {
        panels.add(panel(draws, truth, parameters.get(i), parameters.get(j), i - j));
      }
    }
    String title = parameters.size() == 1 ? "" : "Posterior, with regions of 50 % and 90 %";
    return Figure.grid(title, parameters.size(), panels).panelSize(WIDTH, HEIGHT);
  }

  private static Panel panel(
      ParameterTable draws, Optional<ParameterSet> truth, Parameter y, Parameter x, int below) {
    if (below < 0) {
      return Panel.blank();
    }
    return below == 0 ? alone(draws, truth, x) : pair(draws, truth, y, x);
  }

  private static Panel alone(ParameterTable draws, Optional<ParameterSet> truth, Parameter p) {
    Panel panel = Panel.of("", p.label(), p.densityLabel()).histogram("", draws.column(p), BINS);
    return truth.map(t -> panel.verticalLine("", t.get(p))).orElse(panel);
  }

  private static Panel pair(
      ParameterTable draws, Optional<ParameterSet> truth, Parameter y, Parameter x) {
    double[] xs = Arrays.copyOf(draws.column(x), POINTS);
    double[] ys = Arrays.copyOf(draws.column(y), POINTS);
    Panel panel =
        DensityGrid.of(draws.column(x), draws.column(y))
            .contours(Panel.of("", x.label(), y.label()).points("", xs, ys), LEVELS);
    return truth
        .map(t -> panel.verticalLine("", t.get(x)).horizontalLine("", t.get(y)))
        .orElse(panel);
  }
}
