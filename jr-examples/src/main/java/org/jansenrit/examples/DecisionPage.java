package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Report;

/** The page of the decision study. */
final class DecisionPage {
  private DecisionPage() {}

  static Report of(DecisionFindings found) {
    DecisionPosterior one = found.posterior(DecisionExperiment.ALL_FREE);
    DecisionPosterior six = found.posterior(DecisionExperiment.SIX);
    return Report.titled("What choices and reaction times tell about the circuit that decides")
        .paragraph(found.verdict())
        .heading("The task")
        .figure(
            found.standard().figure(),
            "The circuit of Wong and Wang at its standard parameters: accuracy and mean reaction"
                + " time by coherence.")
        .heading("Point estimates, beside the published ones")
        .paragraph(
            "R2 on parameter sets that nothing was learnt from. A straight line and the network of"
                + " the study read its thirteen features, on our simulations; the last column is"
                + " an ensemble of networks whose hyper-parameters were searched, on all sixteen."
                + " What the first of these gains over the published figures is the simulations'"
                + " and the training's; what the last gains over the first is ours.")
        .table(found.recovery())
        .figure(
            found.recoveries().get(DecisionExperiment.ALL_FREE).searched().figure(),
            "Estimates beside the truth with all four parameters free, one coherence.")
        .heading("Why J_ll and beta are hard to tell apart")
        .figure(
            ridge(one, six),
            "Draws from the posterior given one data set simulated at the standard parameters."
                + " Left: 10,000 trials at one coherence leave a ridge, along which more"
                + " self-excitation makes up for less background. Right: as many trials spread"
                + " over six coherences.")
        .heading("Can these posteriors be trusted?")
        .paragraph(one.calibration().verdict())
        .figure(
            CalibrationFigure.of(one.calibration().sbc(), one.experiment().free()),
            "One coherence. Left: intervals of each level should hold the truth that often. Right:"
                + " ranks of the truth among posterior draws should be uniform.")
        .paragraph(one.calibration().sbc().toString())
        .table(one.calibration().sbc().table())
        .table(one.calibration().coverage().table())
        .paragraph(six.calibration().sbc().toString())
        .table(six.calibration().sbc().table())
        .table(six.calibration().coverage().table())
        .heading("What a better experiment is worth")
        .paragraph(
            "Expected posterior standard deviation over that of the prior: 1 if nothing is learnt. Then"
                + " the correlation of J_ll and beta, and what the checks of calibration found: the"
                + " smallest p, the largest error of joint regions, the area of TARP.")
        .table(found.designs())
        .figure(widths(found), "The same as a figure.")
        .heading("Which coherences")
        .paragraph(
            "R2 of a small network by the coherences shown, 1667 trials at each: first each alone,"
                + " then the best with another, and so on.")
        .table(found.sets());
  }

  private static Figure ridge(DecisionPosterior one, DecisionPosterior six) {
    List<Panel> panels = new ArrayList<>();
    for (DecisionPosterior found : List.of(one, six)) {
      panels.add(
          Panel.of(found.experiment().title(), "J_ll (nA)", "beta (1)")
              .points(
                  "posterior draws",
                  found.draws().column(WongWang.J_LL),
                  found.draws().column(WongWang.BETA))
              .points(
                  "truth",
                  new double[] {WongWang.J_LL.standard()},
                  new double[] {WongWang.BETA.standard()})
              .xRange(WongWang.J_LL.low(), WongWang.J_LL.high())
              .yRange(WongWang.BETA.low(), WongWang.BETA.high()));
    }
    return Figure.grid("J_ll and beta", 2, panels);
  }

  private static Figure widths(DecisionFindings found) {
    String[] designs =
        found.posteriors().stream().map(p -> p.experiment().design()).toArray(String[]::new);
    Panel panel =
        Panel.of(
                "Expected posterior width",
                "coherences x trials at each",
                "posterior sd over prior sd (1)")
            .categories(designs);
    double[] places = IntStream.range(0, designs.length).mapToDouble(i -> i).toArray();
    for (Parameter p : DecisionExperiment.ALL_FREE.free()) {
      double[] heights = found.posteriors().stream().mapToDouble(d -> d.width(p)).toArray();
      panel = panel.bars(p.symbol(), places, heights);
    }
    return Figure.of(panel).panelSize(860, 380);
  }
}
