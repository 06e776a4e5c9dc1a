package org.jansenrit.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;

/** Fitted estimators whose estimates are averaged. */
record FittedEnsemble<Z extends Observations>(
    List<FittedEstimator<Z>> members, Observations template) implements FittedEstimator<Z> {
  static final String KIND = "ensemble";

  FittedEnsemble {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs members");
    }
  }

  @Override
  public ParameterTable predict(Z x) {
    return predictWithSd(x).mean();
  }

  /** The law of total variance: mean of the variances plus variance of the means. */
  @Override
  public Prediction predictWithSd(Z x) {
    List<Prediction> each = members.stream().map(member -> member.predictWithSd(x)).toList();
    List<ParameterTable> means = each.stream().map(Prediction::mean).toList();
    ParameterTable mean = average(means);
    List<ParameterTable> sds = each.stream().flatMap(p -> p.sd().stream()).toList();
    return sds.size() < each.size()
        ? Prediction.of(mean)
        : Prediction.of(mean, totalSd(mean, means, sds));
  }

  private static ParameterTable average(List<ParameterTable> tables) {
    return combine(
        tables.get(0),
        (i, j) -> tables.stream().mapToDouble(t -> t.get(i, j)).sum() / tables.size());
  }

  private static ParameterTable totalSd(
      ParameterTable mean, List<ParameterTable> means, List<ParameterTable> sds) {
    return combine(
        mean,
        (i, j) -> {
          double variance = 0;
          for (int k = 0; k < means.size(); k++) {
            double distance = means.get(k).get(i, j) - mean.get(i, j);
            variance += Math.pow(sds.get(k).get(i, j), 2) + distance * distance;
          }
          return Math.sqrt(variance / means.size());
        });
  }

  private interface Cell {
    double at(int row, int column);
  }

  private static ParameterTable combine(ParameterTable like, Cell cell) {
    double[][] rows = new double[like.size()][like.parameters().size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = cell.at(i, j);
      }
    }
    return ParameterTable.of(like.parameters(), rows);
  }

  @Override
  public Provenance provenance() {
    return members.get(0).provenance().with("members", members.size());
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND)
        .with("input", template)
        .withParts("members", members.stream().map(FittedEstimator::toArchive).toList());
  }

  static FittedEnsemble<Observations> of(Archive archive, SavedEstimators estimators)
      throws IOException {
    Observations template = archive.template("input");
    List<FittedEstimator<Observations>> members = new ArrayList<>();
    try {
      for (Archive part : archive.parts("members")) {
        members.add(estimators.read(part));
      }
      return new FittedEnsemble<>(members, template);
    } catch (IOException | RuntimeException e) {
      members.forEach(FittedEstimator::close);
      throw e;
    }
  }

  @Override
  public void close() {
    members.forEach(FittedEstimator::close);
  }

  @Override
  public String toString() {
    return "ensemble of " + members.size() + ", the first: " + members.get(0);
  }
}
