package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/**
 * What a search found.
 *
 * @param trials all candidates, in the order in which they were drawn
 * @param mostEpochs for how many epochs the best of them were trained
 */
public record SearchReport(List<Trial> trials, int mostEpochs) {

  /**
   * Copies the list and checks that something was tried.
   *
   * @param trials not empty
   * @param mostEpochs at least 1
   * @throws IllegalArgumentException if there is no trial, or they could not be trained at all
   */
  public SearchReport {
    trials = List.copyOf(trials);
    if (trials.isEmpty() || mostEpochs < 1) {
      throw new IllegalArgumentException(
          "a search has at least 1 candidate and 1 epoch, but had %d and %d"
              .formatted(trials.size(), mostEpochs));
    }
  }

  /**
   * One candidate.
   *
   * @param candidate its hyper-parameters
   * @param epochs after how many epochs it was looked at
   * @param losses the least validation loss until then; infinite where training failed
   */
  public record Trial(Candidate candidate, List<Integer> epochs, List<Double> losses) {

    /**
     * Copies the lists and checks their lengths.
     *
     * @param candidate what was tried
     * @param epochs rising
     * @param losses as many as {@code epochs}, at least one
     * @throws IllegalArgumentException if there is no loss, or not one after each of {@code epochs}
     */
    public Trial {
      epochs = List.copyOf(epochs);
      losses = List.copyOf(losses);
      if (losses.isEmpty() || losses.size() != epochs.size()) {
        throw new IllegalArgumentException(
            "a trial needs a loss after each of " + epochs + " epochs, but has " + losses);
      }
    }

    /** {@return how many epochs it was trained for} */
    public int trained() {
      return epochs.get(epochs.size() - 1);
    }

    /** {@return the least validation loss; infinite if training failed} */
    public double loss() {
      return losses.get(losses.size() - 1);
    }
  }

  /** {@return the trials, those with the least validation loss first} */
  public List<Trial> ranked() {
    return trials.stream().sorted(Comparator.comparingDouble(Trial::loss)).toList();
  }

  /**
   * {@return the candidate with the least validation loss}
   *
   * @throws IllegalStateException if the trainings of all of them failed
   */
  public Candidate best() {
    Trial best = ranked().get(0);
    if (Double.isInfinite(best.loss())) {
      throw new IllegalStateException("the training of every candidate failed: " + this);
    }
    return best.candidate();
  }

  /** {@return how many candidates failed to train} */
  public int failed() {
    return (int) trials.stream().filter(trial -> Double.isInfinite(trial.loss())).count();
  }

  /** {@return a table, one line per candidate, those with the least validation loss first} */
  public Table table() {
    List<String> names = List.copyOf(trials.get(0).candidate().values().keySet());
    List<String> header = new ArrayList<>(List.of("candidate"));
    header.addAll(names);
    header.addAll(List.of("epochs", "validation loss"));
    Table table = Table.of(header.toArray(String[]::new));
    for (Trial trial : ranked()) {
      List<String> row = new ArrayList<>(List.of(trial.candidate().number() + ""));
      names.forEach(name -> row.add(trial.candidate().shown(name)));
      row.add(trial.trained() + "");
      row.add(
          Double.isInfinite(trial.loss())
              ? "n/a"
              : String.format(Locale.ROOT, "%.4g", trial.loss()));
      table = table.row(row.toArray(String[]::new));
    }
    return table;
  }

  /**
   * {@return a figure: the validation loss of each candidate over the epochs it was trained for}
   */
  public Figure figure() {
    Panel panel = Panel.of("Successive halving", "epoch", "validation loss (1)");
    for (Trial trial : trials) {
      if (Double.isFinite(trial.loss())) {
        double[] x = trial.epochs().stream().mapToDouble(e -> e).toArray();
        double[] y = trial.losses().stream().mapToDouble(l -> l).toArray();
        panel = panel.line("", x, y).points("", x, y);
      }
    }
    return Figure.of(panel);
  }

  /** {@return one line: candidates, epochs, and the best} */
  @Override
  public String toString() {
    int epochs = trials.stream().mapToInt(Trial::trained).sum();
    Trial best = ranked().get(0);
    return String.format(
        Locale.ROOT,
        "SearchReport[%d candidates%s, %d epochs of %d; least validation loss %.4g, %s]",
        trials.size(),
        failed() == 0 ? "" : ", " + failed() + " failed",
        epochs,
        trials.size() * mostEpochs,
        best.loss(),
        best.candidate());
  }
}
