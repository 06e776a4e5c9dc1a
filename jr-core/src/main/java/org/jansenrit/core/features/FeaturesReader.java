package org.jansenrit.core.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Summaries;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.data.TransformReader;

/**
 * Reads back recipes for features that were saved with an estimator or a posterior. Public for
 * {@link java.util.ServiceLoader} only.
 */
public final class FeaturesReader implements TransformReader {
  private static final Map<String, Archive.Reader<Summary>> FAMILIES =
      Map.of(
          "moments", Moments::read,
          "quantiles", Quantiles::read,
          "waveform", Waveform::read,
          "autocorrelation", Autocorrelation::readLags,
          "autocorrelation width", Autocorrelation::readWidth,
          "psd", Psd::read,
          "bands", Bands::read,
          "spectral", Spectral::read,
          "aperiodic", Aperiodic::read,
          "component", Component::read);

  @Override
  public String kind() {
    return Summaries.KIND;
  }

  @Override
  public Transform.Fitted<?, ?> read(Archive archive) throws IOException {
    List<Summary> summaries = new ArrayList<>();
    for (Archive part : archive.parts("summaries")) {
      Archive.Reader<Summary> family = FAMILIES.get(part.kind());
      if (family == null) {
        throw part.unknownKind("family of features");
      }
      summaries.add(family.read(part));
    }
    return Features.of(summaries.toArray(Summary[]::new))
        .fit(archive.template("input", TimeSeries.class));
  }
}
