package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/** Priors as the command line declares them, and as data sets tell them. */
final class CommandPrior {
  static final String FORMS = "SYMBOL=2.6..5, log:0.1..10, 3.25+-0.5 or 3.25+-0.5:2..5";

  private static final String NUMBER = "([-+.\\deE]+?)";
  private static final Pattern DECLARED = Pattern.compile("(\\w+)=(\\S+)");
  private static final Pattern UNIFORM = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
  private static final Pattern LOG_UNIFORM = Pattern.compile("log:" + UNIFORM);
  private static final Pattern NORMAL = Pattern.compile(NUMBER + "\\+-" + NUMBER);
  private static final Pattern TRUNCATED = Pattern.compile(NORMAL + ":" + UNIFORM);

  private CommandPrior() {}

  /** Returns independent priors, one per text; see {@link #FORMS}. */
  static Prior of(List<String> texts) {
    return Prior.of(texts.stream().map(CommandPrior::declared).toArray(Prior[]::new));
  }

  private static Prior declared(String text) {
    Matcher parts = DECLARED.matcher(text);
    if (!parts.matches()) {
      throw notUnderstood(text, null);
    }
    Parameter p = parameter(parts.group(1));
    try {
      return law(p, parts.group(2)).orElseThrow(() -> notUnderstood(text, null));
    } catch (NumberFormatException e) {
      throw notUnderstood(text, e);
    }
  }

  private static Optional<Prior> law(Parameter p, String law) {
    return match(UNIFORM, law, m -> Prior.uniform(p, number(m, 1), number(m, 2)))
        .or(() -> match(LOG_UNIFORM, law, m -> Prior.logUniform(p, number(m, 1), number(m, 2))))
        .or(() -> match(NORMAL, law, m -> Prior.normal(p, number(m, 1), number(m, 2))))
        .or(() -> match(TRUNCATED, law, m -> truncated(p, m)));
  }

  private static Prior truncated(Parameter p, MatchResult m) {
    return Prior.truncatedNormal(p, number(m, 1), number(m, 2), number(m, 3), number(m, 4));
  }

  private static Optional<Prior> match(
      Pattern pattern, String text, Function<MatchResult, Prior> made) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::matches).map(made);
  }

  private static double number(MatchResult match, int group) {
    return Double.parseDouble(match.group(group));
  }

  private static IllegalArgumentException notUnderstood(String text, Exception cause) {
    return new IllegalArgumentException(
        "--parameter="
            + text
            + " is none of "
            + FORMS
            + " (uniform, log-uniform, normal, truncated)",
        cause);
  }

  /**
   * Returns the prior that the simulations were drawn from, as their file tells it.
   *
   * @throws IllegalArgumentException if it is not made of such priors
   */
  static Prior of(Dataset<?> data) {
    String made = data.provenance().entries().getOrDefault("prior", "unknown");
    List<Prior> priors = new ArrayList<>();
    for (Parameter p : data.theta().parameters()) {
      Matcher told =
          Pattern.compile("(?:^|, )" + Pattern.quote(p.symbol()) + " ~ (.*?)(?=, \\S+ ~ |$)")
              .matcher(made);
      if (!told.find()) {
        throw unknown(made);
      }
      priors.add(law(p, asDeclared(told.group(1))).orElseThrow(() -> unknown(made)));
    }
    return Prior.of(priors.toArray(Prior[]::new));
  }

  /** From {@code N(3.25, 0.5) mV truncated to [2, 5]} to {@code 3.25+-0.5:2..5}, and so on. */
  private static String asDeclared(String printed) {
    return printed
        .replaceAll("\\) \\S+( truncated|$)", ")$1") // the unit
        .replaceAll("^logU\\((\\S+), (\\S+)\\)$", "log:$1..$2")
        .replaceAll("^U\\((\\S+), (\\S+)\\)$", "$1..$2")
        .replaceAll("^N\\((\\S+), (\\S+)\\)", "$1+-$2")
        .replaceAll(" truncated to \\[(\\S+), (\\S+)\\]$", ":$1..$2");
  }

  private static IllegalArgumentException unknown(String made) {
    return new IllegalArgumentException(
        "a posterior needs the prior of the simulations, one of uniform, log-uniform and normal"
            + " ones, but the file says: "
            + made);
  }

  private static Parameter parameter(String symbol) {
    List<Parameter> known = JansenRit.model().spec().parameters();
    return known.stream()
        .filter(p -> p.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no parameter "
                        + symbol
                        + " in the model of Jansen and Rit; there are "
                        + known.stream().map(Parameter::symbol).toList()));
  }
}
