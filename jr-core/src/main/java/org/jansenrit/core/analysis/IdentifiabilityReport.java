package org.jansenrit.core.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/** What an experiment can tell about parameters, or why that cannot be said. Immutable. */
public final class IdentifiabilityReport {
  /** Directions in which derivatives are not known better than this are not told from zero. */
  private static final double FINEST = 1e-7;

  private final Jacobian jacobian;
  private final double noise;
  private final List<Parameter> leaving;
  private final Optional<String> refusal;

  IdentifiabilityReport(
      Jacobian jacobian, double noise, List<Parameter> leaving, Optional<String> refusal) {
    this.jacobian = jacobian;
    this.noise = noise;
    this.leaving = List.copyOf(leaving);
    this.refusal = refusal;
  }

  /** {@return why there is no verdict, if there is none} */
  public Optional<String> refusal() {
    return refusal;
  }

  /** {@return how the observation moves with the parameters} */
  public Jacobian jacobian() {
    return jacobian;
  }

  /**
   * {@return the information that the experiment gives}
   *
   * @throws IllegalStateException if the verdict is refused; the message says why
   */
  public Information information() {
    if (refusal.isPresent()) {
      throw new IllegalStateException("no verdict: " + refusal.get());
    }
    return new Information(
        jacobian.point(),
        Roots.scaled(Roots.of(jacobian.matrix()), 1 / noise),
        Math.max(FINEST, jacobian.relativeError()));
  }

  /**
   * {@return a row per parameter: by how much of itself the observation moves per unit of its
   * logarithm, and the smallest possible standard deviations, in per cent, if all others are known
   * and if none is}
   *
   * @throws IllegalStateException if the verdict is refused
   */
  public Table table() {
    Information information = information();
    Table table =
        Table.of("parameter", "value", "moves by", "bound alone (%)", "bound (%)", "bound");
    for (Parameter p : information.parameters()) {
      table =
          table.row(
              p.symbol(),
              p.withUnit(information.point().get(p)),
              Texts.digits(jacobian.norm(p)),
              Texts.digits(100 * information.boundAlone(p)),
              Texts.digits(100 * information.bound(p)),
              bound(information, p));
    }
    return table;
  }

  private static String bound(Information information, Parameter p) {
    double sd = information.sd(p);
    return Double.isInfinite(sd)
        ? "none"
        : "+- " + p.withUnit(Double.parseDouble(Texts.digits(sd)));
  }

  /** {@return the verdict in sentences, or why there is none} */
  public String inWords() {
    if (refusal.isPresent()) {
      return "No verdict: " + refusal.get() + ".";
    }
    Information information = information();
    List<Direction> nothing = information.nullDirections();
    StringBuilder words = new StringBuilder();
    words.append(
        "%d of %d directions change the observation."
            .formatted(information.rank(), information.parameters().size()));
    for (Direction direction : nothing) {
      words.append(" " + direction.inWords() + " changes nothing.");
    }
    List<Direction> all = information.directions();
    Direction worst = all.get(information.rank() - 1);
    words.append(
        " The worst determined of those that do: %s, known to %s %% at best; the best: %s, to %s %%."
            .formatted(
                worst.inWords(),
                Texts.digits(100 / worst.strength()),
                all.get(0).inWords(),
                Texts.digits(100 / all.get(0).strength())));
    if (!leaving.isEmpty()) {
      words.append(" Steps in %s leave the meaningful range.".formatted(Texts.symbols(leaving)));
    }
    return words.toString();
  }

  /** The last directions are the sloppy ones: what may change together and is not seen. */
  private static Panel weights(List<Direction> directions, String... symbols) {
    double[][] weights = new double[directions.size()][symbols.length];
    for (int k = 0; k < weights.length; k++) {
      for (int j = 0; j < symbols.length; j++) {
        weights[k][j] = Math.abs(directions.get(k).weights().get(j));
      }
    }
    return Panel.of("Directions", "parameter", "direction")
        .heat(
            "size of the weight (1)",
            new double[] {-0.5, symbols.length - 0.5},
            new double[] {0.5, weights.length + 0.5},
            weights)
        .categories(symbols);
  }

  /**
   * Draws the spectrum, from stiff to sloppy, of what each direction is made, and by how much each
   * parameter alone moves the observation.
   *
   * @return three panels
   * @throws IllegalStateException if the verdict is refused
   */
  public Figure figure() {
    Information information = information();
    List<Direction> directions = information.directions();
    double[] numbers = new double[directions.size()];
    double[] strengths = new double[directions.size()];
    double least = directions.get(0).strength() * 1e-12;
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = k;
      strengths[k] = Math.log10(Math.max(least, directions.get(k).strength()));
    }
    Panel spectrum =
        Panel.of("Spectrum", "direction", "log10 of strength (noise sd per unit of log)")
            .points("directions", numbers, strengths)
            .categories(
                IntStream.rangeClosed(1, numbers.length)
                    .mapToObj(Integer::toString)
                    .toArray(String[]::new));
    String[] symbols =
        information.parameters().stream().map(Parameter::symbol).toArray(String[]::new);
    double[] places = new double[symbols.length];
    double[] moves = new double[symbols.length];
    for (int j = 0; j < symbols.length; j++) {
      places[j] = j;
      moves[j] = jacobian.norm(information.parameters().get(j));
    }
    Panel norms =
        Panel.of("Each parameter alone", "parameter", "relative change per unit of log (1)")
            .bars("norm", places, moves)
            .categories(symbols);
    return Figure.grid(
        "What the experiment determines", 3, spectrum, weights(directions, symbols), norms);
  }

  @Override
  public String toString() {
    return "IdentifiabilityReport["
        + refusal.map(why -> "no verdict: " + why).orElseGet(() -> information().toString())
        + "]";
  }
}
