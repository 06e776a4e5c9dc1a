package org.jansenrit.sbi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.training.TrainingHistory;

/** Networks that were learnt from the same rows, and whose densities are averaged. */
final class MixtureEnsemble implements AutoCloseable {
  private final List<MixtureNetwork> members;

  MixtureEnsemble(List<MixtureNetwork> members) {
    this.members = List.copyOf(members);
  }

  List<MixtureNetwork> members() {
    return members;
  }

  int components() {
    return members.get(0).layout().components();
  }

  List<TrainingHistory> histories() {
    return members.stream().map(MixtureNetwork::history).toList();
  }

  /** Returns the averaged mixture of each observation. */
  List<GaussianMixture> mixtures(Observations x) {
    List<List<GaussianMixture>> each = members.stream().map(m -> m.mixtures(x)).toList();
    return IntStream.range(0, x.size())
        .mapToObj(i -> GaussianMixture.average(each.stream().map(m -> m.get(i)).toList()))
        .toList();
  }

  /**
   * Returns the mean of -log of the averaged density at some rows, each corrected for the proposal
   * of its own round.
   */
  double loss(TrainingRows rows, int[] which) {
    List<GaussianMixture> mixtures = mixtures(rows.x.select(which));
    return IntStream.range(0, which.length)
        .parallel()
        .mapToDouble(i -> rows.proposals.loss(mixtures.get(i), which[i], rows.z[which[i]]))
        .average()
        .orElseThrow();
  }

  /** Returns the widths that fit the rows held out of training best. */
  Widths widths(TrainingRows rows) {
    double[][] z = Arrays.stream(rows.held).mapToObj(i -> rows.z[i]).toArray(double[][]::new);
    return Widths.fit(mixtures(rows.x.select(rows.held)), z);
  }

  List<Archive> toArchives() {
    return members.stream().map(MixtureNetwork::toArchive).toList();
  }

  static MixtureEnsemble of(List<Archive> archives) throws IOException {
    List<MixtureNetwork> members = new ArrayList<>();
    try {
      for (Archive archive : archives) {
        members.add(MixtureNetwork.of(archive));
      }
      return new MixtureEnsemble(members);
    } catch (IOException | RuntimeException e) {
      members.forEach(MixtureNetwork::close);
      throw e;
    }
  }

  @Override
  public void close() {
    members.forEach(MixtureNetwork::close);
  }
}
