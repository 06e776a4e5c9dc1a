package org.jansenrit.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/** Names, units and shapes in JSON. */
final class ShapeJson {
  private ShapeJson() {}

  static List<Map<String, Object>> of(List<Parameter> parameters) {
    return parameters.stream().map(ShapeJson::of).toList();
  }

  private static Map<String, Object> of(Parameter p) {
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

  static List<Parameter> parameters(List<JsonObject> json) throws IOException {
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

  /** Returns the shape of observations. */
  static Map<String, Object> of(Observations template) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (template instanceof Trials<?> trials) {
      json.put("kind", "trials");
      json.put("count", trials.count());
      json.put("each", of(trials.each()));
    } else if (template instanceof TimeSeries series) {
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

  /** Returns observations of the shape that was written, none of them. */
  static Observations template(JsonObject json) throws IOException {
    String kind = json.text("kind");
    return switch (kind) {
      case "features" -> Features.of(new double[0][], json.texts("names"));
      case "time series" -> series(json);
      case "trials" -> Trials.of(single(json.object("each")), json.count("count"));
      default ->
          throw new IOException(
              json.path()
                  + ": expected kind \"time series\", \"features\" or \"trials\", but found "
                  + kind);
    };
  }

  private static Observations single(JsonObject json) throws IOException {
    if (json.text("kind").equals("trials")) {
      throw new IOException(json.path() + ": trials of trials are not known");
    }
    return template(json);
  }

  private static TimeSeries series(JsonObject json) throws IOException {
    List<String> channels = json.texts("channels");
    Frequency rate = Frequency.hz(json.number("rate"));
    return TimeSeries.wrap(new float[0], channels, json.count("samples"), rate, json.text("unit"))
        .startingAt(Time.s(json.number("start")));
  }
}
