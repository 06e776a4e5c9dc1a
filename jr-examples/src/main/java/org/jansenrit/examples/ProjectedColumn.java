package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.Arrays;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.eeg.Dipole;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.HeadModel;
import org.jansenrit.core.eeg.LeadField;
import org.jansenrit.core.eeg.Montage;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.eeg.Reference;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/**
 * The recovery experiment in consistent units, seen through the projection of its 64 channels on
 * the pattern of its dipole: with white noise that loses nothing, and is a 64th of the data.
 */
final class ProjectedColumn {
  private static final Onsets ONSETS = Onsets.every(s(1), 60).from(ms(200));
  private static final double RATE = 250;
  private static final double RAW = 1000;
  private static final double TRIALS = 59;

  private final RecoveryExperiment experiment =
      RecoveryExperiment.consistentUnits().physiologicalRanges();

  private static Erp erp() {
    LeadField field =
        LeadField.of(Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal())
            .times(6)
            .reference(Reference.average());
    double squares = Arrays.stream(field.gains()).mapToDouble(row -> row[0] * row[0]).sum();
    return Erp.of(ONSETS, ms(-200), s(1)).rate(hz(RATE)).channel("pattern", Math.sqrt(squares));
  }

  Prior prior() {
    return experiment.prior();
  }

  /** Returns the experiment with the noise of the study times {@code factor}. */
  Simulator<TimeSeries> simulator(double factor) {
    Erp erp = erp();
    return simulation()
        .observe(factor == 0 ? erp : erp.sensorNoise(SensorNoise.white(sdOfATrial(factor))));
  }

  Identifiability recipe(double factor) {
    return Identifiability.of(simulation(), erp()).noise(sd(factor));
  }

  private Simulation simulation() {
    return experiment.simulation();
  }

  /** Returns the standard deviation of the noise in a value of the average. */
  static double sd(double factor) {
    return sdOfATrial(factor) / Math.sqrt(TRIALS);
  }

  private static double sdOfATrial(double factor) {
    return 0.2 * Math.sqrt(factor * RATE / RAW);
  }
}
