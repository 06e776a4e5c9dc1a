package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.List;
import org.jansenrit.core.analysis.Continuation;
import org.jansenrit.core.analysis.PhasePlane;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.decision.WongWangDecision;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.WilsonCowan;
import org.jansenrit.core.model.WongWang;

/** Figures of models: where they rest and swing, and what they decide. */
final class GalleryModels {
  private GalleryModels() {}

  static List<GalleryItem> items(boolean small) {
    return List.of(
        new GalleryItem(
            "Phase plane",
            "PhasePlane.of(WilsonCowan.model()).input(WilsonCowan.P, 1.25).figure()",
            "Nullclines, the direction of the flow, and a path onto the limit cycle.",
            PhasePlane.of(WilsonCowan.model())
                .input(WilsonCowan.P, 1.25)
                .during(ms(300), ms(0.5))
                .figure()),
        new GalleryItem(
            "Bifurcation diagram",
            "Continuation.of(JansenRit.model()).along(JansenRit.P, 0, 400).diagram().figure()",
            "Equilibria, folds, Hopf points and the extremes of the cycles over the input.",
            Continuation.of(JansenRit.model())
                .along(JansenRit.P, 0, 400)
                .cycles(small ? 10 : 60, ms(1), s(1), s(2))
                .diagram()
                .figure()),
        new GalleryItem(
            "Psychometric and chronometric curve",
            "task.decide(WongWang.standard(), 1).figure()",
            "Accuracy and reaction times of a decision circuit over coherence.",
            DecisionTask.of(WongWangDecision.standard())
                .coherences(0, 3.2, 6.4, 12.8, 25.6, 51.2)
                .trials(small ? 60 : 1000)
                .decide(WongWang.standard(), 1)
                .figure()));
  }
}
