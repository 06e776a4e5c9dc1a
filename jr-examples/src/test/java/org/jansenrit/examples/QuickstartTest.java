package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jansenrit.core.model.JansenRit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartTest {
  private static final Path RECORDING =
      Path.of(System.getProperty("jr.data"), "brainvision", "visual-target.vhdr");

  @TempDir Path out;

  @Test
  void smallRunInfersASimulatedRecordingAndWritesItsPage() throws IOException {
    QuickstartResult result = Quickstart.run("--small", "--out=" + out);
    double truth = result.experiment().truth().orElseThrow().get(JansenRit.B_RATE);
    double mean = result.posterior().mean().get(JansenRit.B_RATE);
    double sd = result.posterior().sd(JansenRit.B_RATE);
    assertTrue(Math.abs(truth - mean) < 3 * sd, truth + " against " + mean + " +- " + sd);
    String page = Files.readString(out.resolve("quickstart.html"));
    assertTrue(page.contains("time from the stimulus (s)") && page.contains("potential (uV)"));
    assertTrue(page.contains("seed 2026"), "provenance");
    assertTrue(Files.readString(out.resolve("results.json")).contains("\"wall time\""));
  }

  @Test
  void sameSeedGivesTheSameTable() throws IOException {
    String first = Quickstart.run("--small", "--simulations=300", "--out=" + out).table() + "";
    String second = Quickstart.run("--small", "--simulations=300", "--out=" + out).table() + "";
    assertEquals(first, second);
  }

  /** 80 trials of the visual-target experiment at Pz; see SOURCES.md beside the data. */
  @Test
  void smallRunInfersARealRecording() throws IOException {
    boolean missing = !Files.exists(RECORDING);
    assumeFalse(missing && !"true".equals(System.getenv("CI")), "no recording at " + RECORDING);
    QuickstartResult result =
        Quickstart.run(
            "--small",
            "--recording=" + RECORDING,
            "--marker=square",
            "--channel=Pz",
            "--out=" + out);
    assertTrue(result.experiment().name().startsWith("80 trials of square at Pz"));
    assertEquals(6, result.parameters().size());
    double[] erp = result.experiment().recording().channel(0, "Pz");
    double peak = Arrays.stream(erp).max().orElseThrow();
    assertEquals(31.2, peak, 0.1);
    assertTrue(result.verdict().contains("of the recorded samples lie inside"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--recording=some.vhdr | --recording needs --marker too: which events to average",
        "--marker=square | --marker=square is of a recording, but there is no --recording=FILE",
        "--channel=Pz | --channel=Pz is of a recording, but there is no --recording=FILE",
        "--recordings=x | unknown argument --recordings=x; there are [--recording, --marker",
        "small | unknown argument small; there are [--recording, --marker",
        "--out | --out needs a value: --out=...",
        "--seed=x | --seed is a whole number, but was x",
        "--simulations=none | --simulations is a whole number, but was none",
        "--simulations=99 | --simulations is between 100 and 2147483647, but was 99",
        "--simulations=3000000000 | --simulations is between 100 and 2147483647, but was 3000000000"
      })
  void argumentsAreRefusedBeforeAnythingRuns(String argument, String message) {
    var e = assertThrows(IllegalArgumentException.class, () -> Quickstart.run(argument));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }

  @Test
  void recordingThatIsNotThereIsNamed() {
    var e =
        assertThrows(
            IOException.class,
            () ->
                Quickstart.run(
                    "--recording=" + out.resolve("none.vhdr"), "--marker=x", "--channel=Pz"));
    assertTrue(e.getMessage().contains("none.vhdr"), e.getMessage());
  }

  /** Three trials at 128 Hz; the second has one value that is not a number. */
  @Test
  void trialWithAGapIsLeftOutAndCounted() throws IOException {
    Path header = out.resolve("gap.vhdr");
    Files.writeString(
        header,
        """
        Brain Vision Data Exchange Header File Version 1.0
        [Common Infos]
        DataFile=gap.eeg
        MarkerFile=gap.vmrk
        DataFormat=BINARY
        DataOrientation=MULTIPLEXED
        NumberOfChannels=1
        SamplingInterval=7812.5
        [Binary Infos]
        BinaryFormat=IEEE_FLOAT_32
        [Channel Infos]
        Ch1=Pz,,1,uV
        """);
    Files.writeString(
        out.resolve("gap.vmrk"),
        """
        Brain Vision Data Exchange Marker File, Version 1.0
        [Marker Infos]
        Mk1=Stimulus,square,101,1,0
        Mk2=Stimulus,square,301,1,0
        Mk3=Stimulus,square,501,1,0
        """);
    ByteBuffer values = ByteBuffer.allocate(4 * 712).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < 712; k++) {
      values.putFloat(k == 310 ? Float.NaN : (float) Math.sin(k * k));
    }
    Files.write(out.resolve("gap.eeg"), values.array());
    EvokedExperiment experiment = EvokedExperiment.recorded(header, "square", "Pz");
    assertEquals("2 trials (1 left out) of square at Pz in gap.vhdr", experiment.name());
    assertTrue(experiment.recording().isFinite(0));
  }

  @Test
  void fileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");
    var e = assertThrows(IOException.class, () -> Quickstart.run("--small", "--out=" + file));
    assertEquals("--out=" + file + " is no folder and cannot be made one", e.getMessage());
  }
}
