package org.jansenrit.core.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.quantity.Frequency;

/** What several families save. */
final class Saved {
  private Saved() {}

  static Archive frequency(Archive archive, String name, Optional<Frequency> frequency) {
    return frequency.map(f -> archive.with(name, f.hertz())).orElse(archive);
  }

  static Optional<Frequency> frequency(Archive archive, String name) throws IOException {
    return archive.has(name) ? Optional.of(Frequency.hz(archive.number(name))) : Optional.empty();
  }

  static Archive numbers(Archive archive, String name, List<Double> numbers) {
    double[] values = numbers.stream().mapToDouble(x -> x).toArray();
    return archive.with("count", values.length).with(name, values, values.length);
  }

  static List<Double> numbers(Archive archive, String name) throws IOException {
    double[] values = archive.doubles(name, archive.count("count"));
    return new ArrayList<>(DoubleStream.of(values).boxed().toList());
  }
}
