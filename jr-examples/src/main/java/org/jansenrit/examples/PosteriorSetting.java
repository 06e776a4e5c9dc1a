package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.s;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.features.Psd;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.NeuralPosterior;
import org.jansenrit.sbi.Snpe;

/**
 * An experiment whose posterior {@link JansenRitPosteriorStudy} learns.
 *
 * @param name short, for files and figures
 * @param title what it is, in words
 * @param prior over its parameters
 * @param simulator gives features, one row per parameter set
 * @param family what the density is chosen from
 * @param simulations how many are learnt from in a full run
 * @param epochs how often each is read
 * @param learningRate the lower, the more steps there are
 * @param clean the simulator without the noise that is drawn anew in each epoch
 * @param noise that noise; empty if {@code clean} is {@code simulator}
 */
record PosteriorSetting(
    String name,
    String title,
    Prior prior,
    Simulator<Features> simulator,
    MixtureDensity family,
    int simulations,
    int epochs,
    double learningRate,
    Simulator<Features> clean,
    Optional<Augmentation<Features>> noise) {
  private static final int CHUNK = 512;
  private static final int COMPONENTS = 80;
  private static final Time STEP = s(1 / 1024.0);
  private static final Time LENGTH = s(8);
  private static final int BINS = 33;

  /** Kernel gain A a of the standard column: sigma of the published equations is in its units. */
  private static final double GAIN_OF_P = 325;

  private static final Parameter MU = Parameter.of("mu", "1/s", 220).meaningful(50, 500);
  private static final Parameter SIGMA =
      Parameter.of("sigma", "(1/s) sqrt(s)", 4).meaningful(0.01, 100);
  private static final Parameter GAIN = Parameter.of("gain", "dB", 0).meaningful(-40, 40);

  /**
   * Eight seconds at rest as 33 bins of the logarithm of the spectrum: connectivity, mean and noise
   * of the input, and the gain of the amplifier.
   *
   * @see <a href="https://arxiv.org/abs/2102.06477">Rodrigues et al. (2021)</a>
   */
  static PosteriorSetting restingSpectrum() {
    Prior prior =
        Prior.of(
            Prior.uniform(JansenRit.C, 10, 250),
            Prior.uniform(MU, 50, 500),
            Prior.uniform(SIGMA, 100 / GAIN_OF_P, 5000 / GAIN_OF_P),
            Prior.uniform(GAIN, -20, 20));
    Simulator<Features> spectra =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(1).times(MU), Noise.white(SIGMA)))
            .integrator(Integrator.heun(), STEP)
            .burnIn(s(2))
            .duration(LENGTH)
            .observe(Eeg.source().rate(hz(128)).features(Features.of(Psd.logBins(BINS).inLog10())));
    Simulator<Features> features = amplified(spectra);
    return new PosteriorSetting(
        "rest",
        "resting spectrum, published setting",
        prior,
        features,
        new MixtureDensity(List.of(4, 8, 16), 256, 5),
        100_000,
        40,
        0.004,
        features,
        Optional.empty());
  }

  /** A gain in dB adds a tenth of itself to the decimal logarithm of all power. */
  private static Simulator<Features> amplified(Simulator<Features> spectra) {
    List<Parameter> column = List.of(JansenRit.C, MU, SIGMA);
    return (theta, streams) -> {
      Features x = spectra.simulate(columns(theta, column), streams);
      double[] gain = theta.column(GAIN);
      double[][] rows = new double[x.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = x.row(i);
        for (int j = 0; j < rows[i].length; j++) {
          rows[i][j] += gain[i] / 10;
        }
      }
      return Features.of(rows, x.names());
    };
  }

  private static ParameterTable columns(ParameterTable theta, List<Parameter> some) {
    double[][] rows = new double[theta.size()][some.size()];
    for (int j = 0; j < some.size(); j++) {
      double[] column = theta.column(some.get(j));
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = column[i];
      }
    }
    return ParameterTable.of(some, rows);
  }

  /**
   * The evoked potential of the recovery study at noise factor 1 in its own ranges, all nine
   * parameters, 64 channels at 250 Hz, as 80 principal components of their first spatial component:
   * one dipole is one channel.
   *
   * <p>Nearly all the time of a simulation goes into the noise of 64 channels. So it is simulated
   * without, and learnt with one of many draws of the noise as the components see it.
   *
   * @param forTransforms simulations that the components are fitted to
   * @param noises draws of the noise, about
   */
  static PosteriorSetting evokedPotential(int forTransforms, int noises, long seed) {
    RecoveryExperiment experiment = RecoveryExperiment.consistentUnits().rate(hz(250));
    Simulator<TimeSeries> electrodes = experiment.simulator();
    TimeSeries some = electrodes.sample(experiment.prior(), CHUNK, seed).finite().x();
    Transform.Fitted<TimeSeries, TimeSeries> dipole = Transform.spatialComponents(1).fit(some);
    Simulator<TimeSeries> source = inChunks(electrodes, dipole);
    TimeSeries more = source.sample(experiment.prior(), forTransforms, seed + 1).finite().x();
    Transform.Fitted<Observations, Features> components =
        Transform.principalComponents(Math.min(COMPONENTS, forTransforms / 4)).fit(more);
    Transform.Fitted<TimeSeries, Features> seen = x -> components.apply(dipole.apply(x));
    Simulator<TimeSeries> clean = inChunks(experiment.noiseFactor(0).simulator(), dipole);
    return new PosteriorSetting(
        "erp",
        "evoked potential of the recovery study",
        experiment.prior(),
        (theta, streams) -> components.apply(source.simulate(theta, streams)),
        new MixtureDensity(16, 128, 3),
        400_000,
        50,
        0.002,
        (theta, streams) -> components.apply(clean.simulate(theta, streams)),
        Optional.of(noise(experiment.freshNoise(), some, seen, noises, seed + 2)));
  }

  /** Draws noise as features of it, which are linear in the potential but for a constant. */
  private static Augmentation<Features> noise(
      Augmentation<TimeSeries> fresh,
      TimeSeries like,
      Transform.Fitted<TimeSeries, Features> seen,
      int count,
      long seed) {
    TimeSeries nothing = like.mapRows((i, values) -> Arrays.fill(values, 0));
    double[] constant = seen.apply(nothing.select(0)).row(0);
    double[][] rows = new double[Math.max(1, count / like.size()) * like.size()][];
    List<String> names = null;
    for (int from = 0; from < rows.length; from += like.size()) {
      Features some = seen.apply(fresh.apply(nothing, Streams.of(seed).from(from)));
      names = some.names();
      for (int i = 0; i < some.size(); i++) {
        double[] row = some.row(i);
        Arrays.setAll(row, j -> row[j] - constant[j]);
        rows[from + i] = row;
      }
    }
    return new DrawnNoise(Features.of(rows, names));
  }

  /**
   * Learns a posterior, with the noise drawn anew in each epoch if there is any. Then posteriors
   * are sharp, and a network is not equally good everywhere: its errors have heavy tails.
   */
  NeuralPosterior<Features> learn(Snpe<Observations> recipe, Dataset<Features> train, long seed) {
    return noise
        .map(drawn -> recipe.heavyTails().augmentedBy(drawn, seed).fit(train))
        .orElseGet(() -> recipe.fit(train));
  }

  /** Returns simulations as they are observed. */
  Features observed(Features simulated, long seed) {
    return noise.map(drawn -> drawn.apply(simulated, Streams.of(seed))).orElse(simulated);
  }

  /** Never holds 64 channels of more than some hundred simulations. */
  private static Simulator<TimeSeries> inChunks(
      Simulator<TimeSeries> electrodes, Transform.Fitted<TimeSeries, TimeSeries> dipole) {
    return (theta, streams) -> {
      TimeSeries all = null;
      for (int from = 0; from < theta.size(); from += CHUNK) {
        TimeSeries some = dipole.apply(chunk(electrodes, theta, streams, from));
        all = all == null ? some : all.append(some);
      }
      return all;
    };
  }

  private static TimeSeries chunk(
      Simulator<TimeSeries> electrodes, ParameterTable theta, Streams streams, int from) {
    int count = Math.min(CHUNK, theta.size() - from);
    int[] rows = new int[count];
    Arrays.setAll(rows, i -> from + i);
    return electrodes.simulate(theta.select(rows), streams.from(from));
  }
}
