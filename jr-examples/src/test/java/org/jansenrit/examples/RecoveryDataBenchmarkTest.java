package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryDataBenchmarkTest {
  /** The small run is too short for figures; it shows that each is measured and reported. */
  @Test
  void smallRunReportsTimesAndRatios(@TempDir Path out) throws IOException {
    RecoveryDataBenchmark.run(true, out);
    String json = Files.readString(out.resolve("results.json"));
    assertTrue(json.contains("\"noise sample by sample/processor time per processor\""), json);
    assertTrue(json.contains("\"consistent units, noise factor 2.0/median SNR\""), json);
    assertTrue(json.contains("TimeSeries 30 x 64 channels x 1201 samples at 1000 Hz, uV"), json);
    assertTrue(Files.readString(out.resolve("signal-to-noise.svg")).contains("SNR (dB)"));
  }
}
