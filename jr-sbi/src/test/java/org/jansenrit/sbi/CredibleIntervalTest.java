package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredibleIntervalTest {
  private static final Parameter RATE = Parameter.of("rate", "1/s", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3.0691 | 3.7218 | 3.069 | 3.722
          -2 | 2 | -2.000 | 2.000
          999.9991 | 999.9998 | 999.99910 | 999.99980
          7 | 7 | 7.000 | 7.000
          0 | 0 | 0.000 | 0.000
          """)
  void endsThatDifferArePrintedSo(double low, double high, String from, String to) {
    assertEquals(
        "rate in [" + from + ", " + to + "] 1/s (90 %)",
        new CredibleInterval(RATE, 0.9, low, high).toString());
    assertEquals(
        "A in [3.069, 3.722] mV (95 %)",
        new CredibleInterval(JansenRit.A, 0.95, 3.0691, 3.7218).toString());
  }
}
