package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.List;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.OneAtATime;
import org.jansenrit.core.analysis.Sensitivity;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/** Figures of what parameters do to an observation, and of what it can tell about them. */
final class GallerySensitivity {
  private final boolean small;
  private final Simulation simulation = simulation();
  private final Simulator<TimeSeries> simulator = simulation.observe(Eeg.source());

  private GallerySensitivity(boolean small) {
    this.small = small;
  }

  static List<GalleryItem> items(boolean small) {
    var gallery = new GallerySensitivity(small);
    return List.of(
        gallery.sobol(),
        gallery.morris(),
        gallery.map(),
        gallery.jacobian(),
        gallery.spectrum(),
        gallery.profile());
  }

  private static Simulation simulation() {
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulse(ms(200), ms(50), 60)))
        .integrator(Integrator.heun(), ms(1))
        .duration(s(0.6));
  }

  private Sensitivity sensitivity() {
    Prior prior =
        Prior.of(
            Prior.uniform(JansenRit.A, 2.6, 5),
            Prior.uniform(JansenRit.B, 17.6, 40),
            Prior.uniform(JansenRit.A_RATE, 50, 150),
            Prior.uniform(JansenRit.B_RATE, 25, 75));
    return Sensitivity.of(simulator, prior);
  }

  private GalleryItem sobol() {
    return new GalleryItem(
        "Sobol indices",
        "Sensitivity.of(simulator, prior).sobol(1_024, 1).figure()",
        "Which share of the variance over the prior a parameter explains alone and takes part in,"
            + " with intervals of 95 %; and the latter along the response to a pulse at 0.2 s.",
        sensitivity().sobol(small ? 32 : 1024, 1).figure());
  }

  private GalleryItem morris() {
    return new GalleryItem(
        "Morris screening",
        "Sensitivity.of(simulator, prior).morris(100, 1).figure()",
        "To the right, what matters; above, what depends on where the others are.",
        sensitivity().morris(small ? 8 : 100, 1).figure());
  }

  private GalleryItem map() {
    return new GalleryItem(
        "Sensitivity heat map",
        "OneAtATime.of(simulator, JansenRit.standard(), 0.5, 1.5, 100, 1)\n    .figure(JansenRit.B,"
            + " \"source\")",
        "The response as the gain of inhibition goes from half to one and a half times its typical"
            + " value, and where it changes.",
        OneAtATime.of(simulator, JansenRit.standard(), 0.5, 1.5, small ? 10 : 100, 1)
            .figure(JansenRit.B, "source"));
  }

  private Identifiability identifiability() {
    return Identifiability.of(simulation, Eeg.source())
        .at(JansenRit.A, JansenRit.B, JansenRit.A_RATE, JansenRit.B_RATE);
  }

  private GalleryItem jacobian() {
    return new GalleryItem(
        "Jacobian",
        "Identifiability.of(simulation, Eeg.source()).at(A, B, A_RATE, B_RATE)\n    .jacobian(1).figure()",
        "Which parameter moves which part of the response: samples of 1 ms from below.",
        identifiability().jacobian(1).figure());
  }

  private GalleryItem spectrum() {
    return new GalleryItem(
        "Eigen-spectrum and sloppy directions",
        "Identifiability.of(simulation, Eeg.source()).at(A, B, A_RATE, B_RATE)\n    .evaluate(1).figure()",
        "How surely each direction of parameters is known, and of which parameters it is made.",
        identifiability().evaluate(1).figure());
  }

  private GalleryItem profile() {
    double[] grid =
        small ? new double[] {3, 3.25, 3.5} : new double[] {2.9, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6};
    return new GalleryItem(
        "Profile likelihood",
        "identifiability.noise(0.5).profile(JansenRit.A, 1, 2.9, 3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6)\n    .figure()",
        "What fixing A elsewhere costs when all others are refitted; above the line it is rejected.",
        identifiability().noise(0.5).profile(JansenRit.A, 1, grid).figure());
  }
}
