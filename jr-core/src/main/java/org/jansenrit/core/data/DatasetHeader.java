package org.jansenrit.core.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jansenrit.core.file.Json;
import org.jansenrit.core.model.Parameter;

/**
 * What a data set file says of its arrays, in JSON.
 *
 * @param rows which simulations of which run it has
 * @param parameters the columns of theta
 * @param template observations of the same shape, none of them
 * @param provenance what made it
 */
record DatasetHeader(
    RowRange rows, List<Parameter> parameters, Observations template, Provenance provenance) {
  private static final String FORMAT = "jansen-rit data set";
  private static final int VERSION = 1;

  DatasetHeader {
    parameters = List.copyOf(parameters);
  }

  /** Returns the header of a file that has {@code rows} of a run. */
  static DatasetHeader of(Dataset<?> data, RowRange rows) {
    return new DatasetHeader(rows, data.theta().parameters(), data.x().empty(), data.provenance());
  }

  NpyHeader theta() {
    return NpyHeader.of("<f8", rows.count(), parameters.size());
  }

  NpyHeader finite() {
    return NpyHeader.of("|b1", rows.count());
  }

  NpyHeader x() {
    return NpyHeader.of("<f4", shape(template, rows.count()).toArray());
  }

  private static IntStream shape(Observations one, int count) {
    if (one instanceof Trials<?> trials) {
      return IntStream.concat(IntStream.of(count), shape(trials.each(), trials.count()));
    }
    return one instanceof TimeSeries series
        ? IntStream.of(count, series.channels().size(), series.samples())
        : IntStream.of(count, one.width());
  }

  /** Returns the observations of this header's shape whose values are {@code chunks}. */
  Observations observations(RowChunks chunks) {
    if (template instanceof Trials<?> trials) {
      RowStore each = RowStore.all(chunks, trials.count());
      return Trials.of(observations(trials.each(), each), trials.count());
    }
    return observations(template, RowStore.all(chunks));
  }

  private static Observations observations(Observations template, RowStore store) {
    if (template instanceof TimeSeries series) {
      return TimeSeries.of(store, series.channels(), series.rate(), series.unit())
          .startingAt(series.start());
    }
    return Features.of(store, ((Features) template).names());
  }

  /** Returns what all files of a run agree on, but for the shape of what is in them. */
  Map<String, Object> run() {
    return run(rows, provenance);
  }

  static Map<String, Object> run(RowRange rows, Provenance provenance) {
    Map<String, Object> run = new LinkedHashMap<>(provenance.work());
    run.put("number of simulations", rows.total());
    run.put("number per file", rows.chunk());
    return run;
  }

  /** Returns what all files of a run agree on. */
  Map<String, Object> everyFile() {
    Map<String, Object> all = run();
    all.put("theta", ShapeJson.of(parameters));
    all.put("x", ShapeJson.of(template));
    return all;
  }

  /** Refuses a file that is found to be of another run than is expected. */
  static void requireSame(Map<String, Object> found, Map<String, Object> expected)
      throws IOException {
    for (String name : expected.keySet()) {
      if (!expected.get(name).equals(found.get(name))) {
        throw new IOException(
            "it is of another run: its %s is %s, not %s"
                .formatted(name, found.get(name), expected.get(name)));
      }
    }
  }

  String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("version", VERSION);
    json.put("rows", rows.toJson());
    json.put("theta", ShapeJson.of(parameters));
    json.put("x", ShapeJson.of(template));
    json.put("provenance", provenance.entries());
    return Json.write(json);
  }

  static DatasetHeader parse(JsonObject json) throws IOException {
    if (!json.text("format").equals(FORMAT) || json.count("version") != VERSION) {
      throw new IOException(
          "%s: expected format \"%s\" version %d, but found \"%s\" version %d"
              .formatted(json.path(), FORMAT, VERSION, json.text("format"), json.count("version")));
    }
    try {
      return new DatasetHeader(
          RowRange.parse(json.object("rows")),
          ShapeJson.parameters(json.objects("theta")),
          ShapeJson.template(json.object("x")),
          new Provenance(json.object("provenance").allTexts()));
    } catch (IllegalArgumentException
        | ArithmeticException e) { // a value that no parameter, rate or shape can have
      throw new IOException(json.path() + ": " + e.getMessage(), e);
    }
  }
}
