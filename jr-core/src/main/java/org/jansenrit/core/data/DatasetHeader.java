package org.jansenrit.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.file.Json;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

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
    return template instanceof TimeSeries series
        ? NpyHeader.of("<f4", rows.count(), series.channels().size(), series.samples())
        : NpyHeader.of("<f4", rows.count(), template.width());
  }

  /** Returns the observations of this header's shape whose values are {@code store}. */
  Observations observations(RowStore store) {
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
    all.put("theta", parameters.stream().map(DatasetHeader::toJson).toList());
    all.put("x", toJson(template));
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
    json.put("theta", parameters.stream().map(DatasetHeader::toJson).toList());
    json.put("x", toJson(template));
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
          parameters(json.objects("theta")),
          template(json.object("x")),
          new Provenance(json.object("provenance").allTexts()));
    } catch (IllegalArgumentException
        | ArithmeticException e) { // a value that no parameter, rate or shape can have
      throw new IOException(json.path() + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> toJson(Parameter p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("symbol", p.symbol());
    json.put("unit", p.unit());
    json.put("standard", p.standard());
    json.put("lowest", finiteOrNull(p.lowest()));
    json.put("highest", finiteOrNull(p.highest()));
    json.put("low", finiteOrNull(p.low()));
    json.put("high", finiteOrNull(p.high()));
    return json;
  }

  private static Double finiteOrNull(double bound) {
    return Double.isInfinite(bound) ? null : (Double) bound;
  }

  private static List<Parameter> parameters(List<JsonObject> json) throws IOException {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonObject p : json) {
      parameters.add(
          new Parameter(
              p.text("symbol"),
              p.text("unit"),
              p.number("standard"),
              p.number("lowest", Double.NEGATIVE_INFINITY),
              p.number("highest", Double.POSITIVE_INFINITY),
              p.number("low", Double.NEGATIVE_INFINITY),
              p.number("high", Double.POSITIVE_INFINITY)));
    }
    return parameters;
  }

  private static Map<String, Object> toJson(Observations template) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (template instanceof TimeSeries series) {
      json.put("kind", "time series");
      json.put("channels", series.channels());
      json.put("samples", series.samples());
      json.put("rate", series.rate().hertz());
      json.put("start", series.start().seconds());
      json.put("unit", series.unit());
    } else {
      json.put("kind", "features");
      json.put("names", ((Features) template).names());
    }
    return json;
  }

  private static Observations template(JsonObject json) throws IOException {
    String kind = json.text("kind");
    return switch (kind) {
      case "features" -> Features.of(new double[0][], json.texts("names"));
      case "time series" -> series(json);
      default ->
          throw new IOException(
              json.path() + ": expected kind \"time series\" or \"features\", but found " + kind);
    };
  }

  private static TimeSeries series(JsonObject json) throws IOException {
    List<String> channels = json.texts("channels");
    Frequency rate = Frequency.hz(json.number("rate"));
    return TimeSeries.wrap(new float[0], channels, json.count("samples"), rate, json.text("unit"))
        .startingAt(Time.s(json.number("start")));
  }
}
