package example;

import static org.jansenrit.core.quantity.Time.ms;

import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Snpe;

/** A project of its own that declares one dependency, jr-sbi, and trains. */
public final class Consumer {
  private Consumer() {}

  /** Fails if the posterior does not know more than the prior. */
  public static void main(String[] args) {
    var prior = Prior.uniform(JansenRit.A, 2.6, 5);
    var simulator =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Stimulus.constant(220))
            .duration(ms(100))
            .observe(Eeg.source().sensorNoise(SensorNoise.white(0.1)));
    var data = simulator.sample(prior, 500, 1);
    var training = Training.standard().epochs(20);
    var density = new MixtureDensity(1, 32);
    try (var amortized = Snpe.of(prior).density(density).training(training).fit(data)) {
      double sd = amortized.given(data.x().select(0)).sd(JansenRit.A);
      System.out.println("posterior sd of A: " + sd + " mV");
      if (!(sd < 0.35)) { // the prior's is 0.69
        throw new AssertionError("nothing was learnt");
      }
    }
  }
}
