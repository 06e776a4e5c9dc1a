package org.jansenrit.core.eeg;

import java.util.List;
import java.util.stream.Stream;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/** What is drawn in a {@link RecoveryExperiment}. */
final class RecoveryPriors {
  private static final List<Parameter> CONTACTS =
      List.of(JansenRit.A_1, JansenRit.A_2, JansenRit.A_3, JansenRit.A_4);

  private RecoveryPriors() {}

  /** The study's ranges; that of b_e is the one of its code, 5..150 1/s, its text says 50..150. */
  static Prior study() {
    return Prior.of(
        Prior.of(
            normal(JansenRit.A, 2.6, 9.75),
            normal(JansenRit.B, 17.6, 110),
            normal(JansenRit.A_RATE, 5, 150),
            normal(JansenRit.B_RATE, 25, 75)),
        contacts(),
        normal(JansenRit.C, 65, 1350));
  }

  static Prior physiological() {
    return Prior.of(
        Prior.uniform(JansenRit.A, 2.6, 5),
        Prior.uniform(JansenRit.B, 17.6, 40),
        Prior.truncatedNormal(JansenRit.A_RATE, 100, 25, 50, 150),
        Prior.truncatedNormal(JansenRit.B_RATE, 50, 12.5, 25, 75),
        contacts());
  }

  private static Prior contacts() {
    Stream<Prior> each = CONTACTS.stream().map(p -> normal(p, p.low(), p.high()));
    return Prior.of(each.toArray(Prior[]::new));
  }

  private static Prior normal(Parameter p, double low, double high) {
    return Prior.normal(p, (low + high) / 2, (high - low) / 4);
  }
}
