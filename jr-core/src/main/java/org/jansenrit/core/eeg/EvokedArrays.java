package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/** Evoked responses as arrays of NumPy, named as MNE-Python names what is in them. */
final class EvokedArrays {
  private static final String DATA = "data";
  private static final String CHANNELS = "ch_names";
  private static final String RATE = "sfreq";
  private static final String START = "tmin";
  private static final String UNIT = "unit";
  private static final String NAME = "comment";
  private static final String TRIALS = "nave";

  private EvokedArrays() {}

  static void save(Evoked evoked, Path file) {
    TimeSeries series = evoked.series();
    float[] values = new float[series.width()];
    series.copyTo(0, values, 0);
    NumpyFile data =
        NumpyFile.empty().with(DATA, values, series.channels().size(), series.samples());
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npy")) {
      data.save(file);
    } else if (name.endsWith(".npz")) {
      data.withTexts(CHANNELS, series.channels())
          .with(RATE, series.rate().hertz())
          .with(START, series.start().seconds())
          .with(UNIT, series.unit())
          .with(NAME, evoked.name())
          .with(TRIALS, evoked.trials())
          .save(file);
    } else {
      throw new IllegalArgumentException(
          file + ": evoked responses are saved for NumPy, as .npz or .npy");
    }
  }

  static Evoked read(NumpyFile file) throws IOException {
    Set<String> names = file.names();
    if (!names.contains(UNIT)) {
      // volts taken for microvolts would be wrong by a million
      throw file.wrong(UNIT, "is missing; add unit=\"V\" for data of MNE-Python");
    }
    double rate = file.number(RATE);
    double start = names.contains(START) ? file.number(START) : 0;
    double trials = names.contains(TRIALS) ? file.number(TRIALS) : 1;
    if (!(rate > 0 && Double.isFinite(rate)) || !Double.isFinite(start)) {
      throw file.wrong(RATE, "must be positive and tmin finite, but are " + rate + ", " + start);
    }
    if (!(trials >= 1 && trials <= Integer.MAX_VALUE && trials == Math.rint(trials))) {
      throw file.wrong(TRIALS, "must be a number of trials, but is " + trials);
    }
    List<String> channels = file.texts(CHANNELS);
    return Evoked.of(
        names.contains(NAME) ? file.text(NAME) : "",
        (int) trials,
        series(file, DATA, channels, Frequency.hz(rate), Time.s(start), file.text(UNIT)));
  }

  /** Returns an array of channels x samples as a series, in uV if it is a voltage. */
  static TimeSeries series(
      NumpyFile file, String array, List<String> channels, Frequency rate, Time start, String unit)
      throws IOException {
    int[] shape = file.shape(array);
    boolean fits = shape.length == 2 && shape[0] == channels.size() && shape[1] > 0;
    if (!fits || shape[0] == 0 || channels.stream().distinct().count() < shape[0]) {
      throw file.wrong(
          array,
          "must be "
              + channels.size()
              + " different channels x samples, but has shape "
              + Arrays.toString(shape)
              + " for channels "
              + IniText.printable(channels.toString()));
    }
    PhysicalUnit physical = PhysicalUnit.of(unit);
    double[] values = file.numbers(array);
    float[] kept = new float[values.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = (float) (values[i] * physical.factor());
    }
    return TimeSeries.wrap(kept, channels, shape[1], rate, physical.name()).startingAt(start);
  }
}
