package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.NumpyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadFieldFileTest {
  /**
   * Written by NumPy 2: {@code np.save(f, np.asfortranarray([[350, -20], [120.5, 4]],
   * dtype="<f4"))}.
   */
  private static final String BY_NUMPY =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMiksIH"
          + "0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIA"
          + "oAAK9DAADxQgAAoMEAAIBA";

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private String message(Path file, String unit) {
    return assertThrows(IOException.class, () -> LeadField.read(file, unit)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cz,0.35,-0.02\nPz,0.1205,0.004\n",
        "channel;left;right\r\nCz;0.35;-0.02\r\nPz;0.1205;0.004",
        "# uV/nAm\n\nname\tA\tB\n Cz \t 0.35 \t-2e-2\n\nPz\t+.1205\t0.004\n"
      })
  void tablesOfTextHaveANameAndAGainPerSource(String text) throws IOException {
    assertField(LeadField.read(file("field.csv", text), "uV/nAm"), 1e-15);
  }

  private static void assertField(LeadField field, double tolerance) {
    assertEquals(List.of("Cz", "Pz"), field.channels());
    assertEquals(2, field.sources());
    assertArrayEquals(new double[] {0.35, -0.02}, field.gains()[0], tolerance);
    assertArrayEquals(new double[] {0.1205, 0.004}, field.gains()[1], tolerance);
    assertEquals("LeadField[2 channels x 2 sources, uV/nAm, reference as given]", field + "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"V/Am", "V/(A m)", "v/a/m"})
  void gainsOfMneAreAThousandTimesLarger(String unit) throws IOException {
    Path npz = folder.resolve("field.npz");
    NumpyFile.empty()
        .with("gains", new double[] {350, -20, 120.5, 4}, 2, 2)
        .withTexts("ch_names", List.of("Cz", "Pz"))
        .save(npz);
    assertField(LeadField.read(npz, unit), 1e-15);
    assertField(LeadField.read(file("a.csv", "Cz,350,-20\nPz,120.5,4"), unit), 1e-15);
  }

  /** In Fortran's order and single precision, by NumPy itself. */
  @Test
  void arraysWrittenByNumpyAreRead() throws IOException {
    Path npy = folder.resolve("field.npy");
    Files.write(npy, Base64.getDecoder().decode(BY_NUMPY));
    assertField(LeadField.read(npy, "V/Am", List.of("Cz", "Pz")), 1e-8);
    assertEquals(
        npy + ", array: its channels have no names; give them, or add an array ch_names",
        message(npy, "V/Am"));
  }

  @Test
  void numbersAloneAreReadWithNames() throws IOException {
    Path csv = file("field.csv", "0.35,-0.02\n0.1205,0.004\n");
    assertField(LeadField.read(csv, "\u00b5V/nAm", List.of("Cz", "Pz")), 1e-15);
    assertThrows(IOException.class, () -> LeadField.read(csv, "uV/nAm", List.of("Cz")));
    assertThrows(IllegalArgumentException.class, () -> LeadField.read(csv, "uV/nAm", List.of()));
  }

  /** A lead field of ours, through NumPy's format and back, keeps all its bits. */
  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    LeadField field =
        LeadField.of(
            Montage.biosemi32(), HeadModel.fourSpheres(), Dipole.inRegion("precentral-lh"));
    Path npz = folder.resolve("ours.npz");
    double[] gains = new double[32];
    for (int c = 0; c < 32; c++) {
      gains[c] = field.gain(c, 0);
    }
    NumpyFile.empty().with("G", gains, 32, 1).withTexts("ch_names", field.channels()).save(npz);
    assertArrayEquals(field.gains(), LeadField.read(npz, "uV/nAm").gains());
  }

  @Test
  void unitsThatAreWrongByAThousandAreRefused() throws IOException {
    Path volts = file("volts.csv", "Cz,350,-20\nPz,120.5,4");
    assertEquals(
        volts
            + ": the largest gain, 350 uV/nAm if the file has uV/nAm, is none of a head. Is the"
            + " unit V/Am?",
        message(volts, "uV/nAm"));
    Path tiny = file("tiny.csv", "Cz,0.005\nPz,0.001");
    assertTrue(message(tiny, "V/Am").endsWith("Is the unit uV/nAm?"));
    assertThrows(IllegalArgumentException.class, () -> LeadField.read(tiny, "mV/nAm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cz,0.3,x|line 1, column 3: expected a gain in uV/nAm, but found \"x\"",
        "Cz,0.3\\nPz,|line 2, column 2: expected a gain in uV/nAm, but found \"\"",
        "Cz,0.3\\nPz,NaN|line 2, column 2: expected a gain in uV/nAm, but found \"NaN\"",
        "Cz,0.3\\nPz,0.2,0.1|gains of channel Pz must be 1 finite numbers",
        "Cz,0.3\\nCz,0.2|a channel appears twice in [Cz, Cz]",
        "Cz,1e999|the largest gain, Infinity",
        "# nothing|the largest gain, 0.00"
      })
  void damagedTablesAreRefusedWithTheirPlace(String text, String expected) throws IOException {
    Path csv = file("damaged.csv", text.replace("\\n", "\n"));
    String message = message(csv, "uV/nAm");
    assertTrue(message.startsWith(csv.toString()) && message.contains(expected), message);
  }

  @Test
  void arraysOfAnotherShapeAreRefused() throws IOException {
    Path npz = folder.resolve("field.npz");
    NumpyFile names = NumpyFile.empty().withTexts("ch_names", List.of("Cz", "Pz"));
    names.with("gains", new double[6], 3, 2).save(npz);
    assertEquals(
        npz
            + ", array gains: must be 2 channels x sources, but has shape [3, 2]. Is it"
            + " transposed?",
        message(npz, "V/Am"));
    names.with("a", new double[2], 2, 1).with("b", new double[2], 2, 1).save(npz);
    assertTrue(message(npz, "V/Am").contains("array gains: there is no such array"));
    assertThrows(IOException.class, () -> LeadField.read(folder.resolve("nothing.csv"), "V/Am"));
  }

  /** Random bytes under each ending: a lead field, or a failure in words. */
  @Test
  void randomBytesAreRefusedInWords() throws IOException {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3);
    for (int i = 0; i < 600; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (i % 2 == 0 && bytes.length > 80) {
        byte[] good = Base64.getDecoder().decode(BY_NUMPY);
        good[random.nextInt(good.length)] = bytes[0];
        bytes = good;
      }
      Path path = folder.resolve("random" + List.of(".npy", ".npz", ".csv").get(i % 3));
      Files.write(path, bytes);
      try {
        assertEquals(2, LeadField.read(path, "V/Am", List.of("Cz", "Pz")).channels().size());
      } catch (IOException e) {
        assertTrue(e.getMessage().contains("random"), e.getMessage());
      }
    }
  }
}
