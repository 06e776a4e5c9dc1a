package org.jansenrit.examples;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.sbi.diagnostics.SbcReport;

/** Coverage and ranks of the truth, beside what a right posterior has: the diagonal. */
final class CalibrationFigure {
  private CalibrationFigure() {}

  static Figure of(SbcReport calibration, List<Parameter> parameters) {
    var coverage = calibration.coverage();
    Panel levels =
        Panel.of("Coverage", "level of the interval (1)", "share of truths inside (1)")
            .identityLine();
    Panel ranks =
        Panel.of("Ranks of the truth", "normalised rank (1)", "share of simulations below (1)")
            .identityLine();
    for (Parameter p : parameters) {
      levels = levels.line(p.symbol(), coverage.grid(), coverage.curve(p));
      double[] u = calibration.uniforms(p);
      Arrays.sort(u);
      double[] share = new double[u.length];
      Arrays.setAll(share, i -> (i + 1) / (double) u.length);
      ranks = ranks.line(p.symbol(), u, share);
    }
    return Figure.grid("Calibration", 2, levels, ranks);
  }
}
