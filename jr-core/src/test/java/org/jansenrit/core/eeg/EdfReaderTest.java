package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdfReaderTest {
  private static final double[] FZ = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
  private static final double[] CZ = {-10, -20, -30, -40, -50, -60, -70, -80};

  @TempDir Path folder;

  private Recording read(EdfFile file) throws IOException {
    return Recording.read(file.write(folder));
  }

  private static EdfFile small(Consumer<EdfFile> change) {
    EdfFile file = EdfFile.small();
    change.accept(file);
    return file;
  }

  private void assertRefused(EdfFile file, String... parts) {
    var e = assertThrows(IOException.class, () -> read(file));
    assertTrue(e.getMessage().contains("small.edf"), e.getMessage());
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  private static void assertSmall(Recording recording) {
    assertArrayEquals(FZ, recording.channel("Fz"), 1e-6);
    assertArrayEquals(CZ, recording.channel("Cz"), 1e-5);
    assertEquals(hz(4), recording.rate());
  }

  @Test
  void plainEdfIsRead() throws IOException {
    var recording = read(EdfFile.small());
    assertSmall(recording);
    assertEquals(
        "Recording[2 channels x 8 samples at 4 Hz, 2.0 s; no events]", recording.toString());
    assertEquals(List.of(), recording.notes());
  }

  @Test
  void bdfHas24Bits() throws IOException {
    assertSmall(read(EdfFile.bdf()));
    EdfFile extreme = EdfFile.bdf();
    extreme.data.clear();
    extreme.record(-8388608, 8388607, 0, -1, 0, 0, 0, 0).record(0, 0, 0, 0, 0, 0, 0, 0);
    double[] fz = read(extreme).channel("Fz");
    assertArrayEquals(new double[] {-8388.608, 8388.607, 0, -0.001}, Arrays.copyOf(fz, 4), 1e-3);
  }

  /** As all formats of recorders are, voltages come in uV. */
  @Test
  void unitsOfVoltageBecomeMicrovolts() throws IOException {
    EdfFile file = EdfFile.small();
    file.list.get(0).unit("mV");
    file.list.get(1).unit("\u00b5V");
    var recording = read(file);
    assertEquals(800, recording.channel("Fz")[7], 1e-3);
    assertEquals(-80, recording.channel("Cz")[7], 1e-5);
    file.list.get(1).unit("%");
    assertEquals("%", read(file).unit("Cz"));
  }

  @Test
  void aStretchOfSomeChannelsIsThatOfTheWhole() throws IOException {
    var recording = read(EdfFile.small());
    var part = recording.pick("Cz").crop(ms(500), ms(1500));
    assertArrayEquals(new double[] {-30, -40, -50, -60}, part.channel("Cz"), 1e-5);
    assertArrayEquals(
        part.channel("Cz"), recording.drop("Fz").crop(ms(500), ms(1500)).channel("Cz"));
  }

  /** Long records, of which single channels are read by themselves, and short ones, read whole. */
  @ParameterizedTest
  @ValueSource(ints = {1, 50, 3000, 700_000})
  void recordsOfAnyLengthAreReadAlike(int perRecord) throws IOException {
    int records = perRecord == 700_000 ? 2 : 5;
    EdfFile file = new EdfFile();
    for (int c = 0; c < 9; c++) {
      file.list.add(new EdfFile.Signal("c" + c, perRecord).physical("-32768", "32767"));
    }
    file.records = "" + records;
    for (int r = 0; r < records; r++) {
      int[] values = new int[9 * perRecord];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(i / perRecord, r * perRecord + i % perRecord);
      }
      file.record(values);
    }
    var recording = read(file);
    int n = records * perRecord;
    int from = n / 3;
    int to = n - n / 5;
    var part = recording.crop(s(from / (double) perRecord), s(to / (double) perRecord));
    for (Recording some : List.of(part, part.pick("c8"), part.pick("c8", "c1"))) {
      float[][] values = some.values(0, to - from);
      for (int i = 0; i < values.length; i++) {
        int channel = some.channels().get(i).charAt(1) - '0';
        for (int k = 0; k < to - from; k++) {
          if (values[i][k] != value(channel, from + k)) {
            assertEquals(value(channel, from + k), values[i][k], some + " " + i + " " + k);
          }
        }
      }
    }
  }

  private static int value(int channel, int sample) {
    return (short) (sample * 31 + channel * 1009);
  }

  @Test
  void annotationsBecomeEvents() throws IOException {
    var recording = read(EdfFile.annotated("+0||/+0.5^0.75|go|/", "+1||/+1.25|a|b|/"));
    assertSmall(recording);
    assertEquals(
        List.of(
            new Event("Annotation", "go", 2, 3),
            new Event("Annotation", "a", 5, 0),
            new Event("Annotation", "b", 5, 0)),
        recording.events());
  }

  /** EDF+ 2.2.4: the first record may start up to a second after the time in the header. */
  @Test
  void aFileMayStartBetweenSeconds() throws IOException {
    var recording = read(EdfFile.annotated("+0.5||/+0.75|go|/", "+1.5||/"));
    assertEquals(List.of(new Event("Annotation", "go", 1, 0)), recording.events());
  }

  @Test
  void nonAsciiAnnotationsAreUtf8OrElseLatin1() throws IOException {
    String utf8 =
        new String("öffnen µ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    var recording = read(EdfFile.annotated("+0||/+0.5|" + utf8 + "|/", "+1||/+1|sch\u00f6n|/"));
    assertEquals(
        List.of("öffnen µ", "schön"), recording.events().stream().map(Event::marker).toList());
  }

  @Test
  void annotationsOutsideTheDataAreLeftOutAndNoted() throws IOException {
    var recording = read(EdfFile.annotated("+0||/+7|late|/", "+1||/-3|early|/"));
    assertEquals(List.of(), recording.events());
    assertEquals(
        List.of(
            "left out 2 annotations from times that were not recorded: late at 7.00000 s, early at"
                + " -3.00000 s"),
        recording.notes());
    assertTrue(recording.toString().endsWith("no events; notes: 1]"), recording.toString());
  }

  @Test
  void discontinuousFilesHaveBreaksThatNothingIsCutAcross() throws IOException {
    EdfFile file = EdfFile.annotated("+0||/+0.5|go|/", "+60||/+60.5|go|/+30|gap|/");
    file.reserved = "EDF+D";
    var recording = read(file);
    assertSmall(recording);
    assertEquals(
        List.of(
            new Event("Annotation", "go", 2, 0),
            new Event("New Segment", "", 4, 1),
            new Event("Annotation", "go", 6, 0)),
        recording.events());
    assertEquals(1, recording.notes().size());
    assertTrue(recording.notes().get(0).contains("gap at 30.0000 s"));
    assertEquals(2, recording.epochs("go", s(0), ms(250)).size());
    assertThrows(IllegalArgumentException.class, () -> recording.epochs("go", ms(-750), ms(250)));
  }

  @Test
  void adjacentRecordsOfADiscontinuousFileAreOnePiece() throws IOException {
    EdfFile file = EdfFile.annotated("+0||/", "+1||/");
    file.reserved = "EDF+D";
    assertEquals(List.of(), read(file).events());
  }

  @Test
  void timesOfRecordsMustFitTheHeader() {
    EdfFile gap = EdfFile.annotated("+0||/", "+60||/");
    assertRefused(gap, "offset 1096 (annotations of data record 2)", "60.0 s", "(EDF+C)");
    EdfFile back = EdfFile.annotated("+5||/", "+1||/");
    assertRefused(back, "starts at 1.0 s, before the last one ends at 6.0 s");
    EdfFile silent = EdfFile.annotated("+0||/", "");
    silent.reserved = "EDF+D";
    assertRefused(silent, "data record 2", "does not say when it starts");
    assertRefused(small(f -> f.reserved = "EDF+D"), "no EDF Annotations say where");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+0||/5|go|/",
        "+0||/+x|go|/",
        "+0||/+1^x|go|/",
        "+0||/+1^1^1|go|/",
        "+0||/+1|go/",
        "|/",
        "no list"
      })
  void damagedAnnotationsAreRefused(String tals) {
    assertRefused(EdfFile.annotated(tals, "+1||/"), "offset 10", "(annotations of data record 1)");
  }

  @Test
  void triggersOfStatusBecomeEvents() throws IOException {
    EdfFile file = EdfFile.bdf();
    file.list.add(
        new EdfFile.Signal("Status", 4)
            .unit("Boolean")
            .physical("-8388608", "8388607")
            .digital("-8388608", "8388607"));
    // the state of the recorder is in the upper 8 bits, its sign included
    file.data.set(
        0, EdfFile.join(file.data.get(0), status(0x900000, 0x900005, 0x900005, 0x900000)));
    file.data.set(1, EdfFile.join(file.data.get(1), status(0x1, 0x3, 0x2, 0x0)));
    var recording = read(file);
    assertEquals(
        List.of(
            new Event("Trigger", "5", 1, 2),
            new Event("Trigger", "1", 4, 1),
            new Event("Trigger", "3", 5, 1)),
        recording.events());
    assertEquals(List.of("Fz", "Cz", "Status"), recording.channels());
    assertEquals(0x900005 - (1 << 24), recording.channel("Status")[1]);
    assertEquals(3, recording.drop("Status").erp("3", ms(-250), ms(250)).samples());
  }

  private static byte[] status(int... values) {
    EdfFile file = EdfFile.bdf();
    file.data.clear();
    return file.record(values).data.get(0);
  }

  /** BDF+ keeps annotations in the bytes of its 24-bit numbers. */
  @Test
  void annotationsOfBdfPlusAreRead() throws IOException {
    EdfFile file = EdfFile.bdf();
    file.reserved = "BDF+C";
    file.list.add(new EdfFile.Signal("BDF Annotations", 7).physical("-1", "1"));
    file.data.set(0, EdfFile.join(file.data.get(0), EdfFile.tals("+0||/+0.75|go|/", 21)));
    file.data.set(1, EdfFile.join(file.data.get(1), EdfFile.tals("+1||/", 21)));
    var recording = read(file);
    assertSmall(recording);
    assertEquals(List.of(new Event("Annotation", "go", 3, 0)), recording.events());
  }

  @Test
  void aStatusThatStartsHighIsNotATriggerAndNoted() throws IOException {
    EdfFile file = EdfFile.bdf();
    file.list.set(
        0,
        new EdfFile.Signal("Status", 4)
            .physical("-8388608", "8388607")
            .digital("-8388608", "8388607"));
    var recording = read(file);
    assertEquals(
        List.of("Status starts at 100, which is not taken for a trigger"), recording.notes());
    assertEquals(7, recording.events().size());
  }

  @Test
  void duplicateLabelsAreNumberedAndNoted() throws IOException {
    var recording = read(small(f -> f.list.get(1).label = "Fz"));
    assertEquals(List.of("Fz", "Fz 2"), recording.channels());
    assertArrayEquals(CZ, recording.channel("Fz 2"), 1e-5);
    assertEquals(List.of("another signal labelled Fz is called Fz 2"), recording.notes());
    recording = read(small(f -> f.list.get(0).label = ""));
    assertEquals(List.of("signal 1", "Cz"), recording.channels());
  }

  /** EDF+ 2.1.3 (5): a negative amplifier gain. */
  @Test
  void invertedPhysicalRangeIsANegativeGainAndNoted() throws IOException {
    var recording = read(small(f -> f.list.get(0).physical("3276.8", "-3276.7")));
    assertEquals(-0.1, recording.channel("Fz")[0], 1e-6);
    assertTrue(recording.notes().get(0).startsWith("Fz has its physical minimum above"));
  }

  @Test
  void impossibleRangesAreRefused() {
    assertRefused(
        small(f -> f.list.get(1).digital("5", "-5")),
        "offset 520: digital maximum of signal 2 (Cz) = \"-5\"",
        "must be above the digital minimum, 5");
    assertRefused(small(f -> f.list.get(0).physical("7", "7")), "physical maximum", "no range");
    assertRefused(small(f -> f.list.get(0).physical("-1e300", "1e999")), "must be a number");
    assertRefused(small(f -> f.list.get(0).physical("-1,5", "7")), "physical minimum", "\"-1,5\"");
    assertRefused(small(f -> f.list.get(0).digital("0.5", "7")), "must be a whole number");
  }

  @Test
  void unevenRatesNeedAChoice() throws IOException {
    EdfFile file = EdfFile.small();
    file.list.get(1).samples = "2";
    file.data.clear();
    file.record(1, 2, 3, 4, -100, -200).record(5, 6, 7, 8, -300, -400);
    assertRefused(file, "choose one by Recording.read(file, hz(4)): Fz at 4 Hz; Cz at 2 Hz");
    Path path = file.write(folder);
    assertArrayEquals(FZ, Recording.read(path, hz(4)).channel("Fz"), 1e-6);
    var slow = Recording.read(path, hz(2));
    assertArrayEquals(Arrays.copyOf(CZ, 4), slow.channel("Cz"), 1e-5);
    assertEquals(List.of("Cz"), slow.channels());
    var e = assertThrows(IOException.class, () -> Recording.read(path, hz(3)));
    assertTrue(e.getMessage().contains("no channel is sampled at 3 Hz"), e.getMessage());
  }

  /** EDF+ has -1 while a file is being written. */
  @Test
  void anOpenRecordCountIsTakenFromTheSizeAndNoted() throws IOException {
    var recording = read(small(f -> f.records = "-1"));
    assertSmall(recording);
    assertEquals(
        List.of("the header leaves the number of data records open (-1); the file has 2"),
        recording.notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2", "0", "", "two", "1.5", "1", "3", "99999999"})
  void wrongRecordCountsAreRefused(String count) {
    assertRefused(
        small(f -> f.records = count), "offset 236: number of data records = \"" + count + "\"");
  }

  @Test
  void aTruncatedLastRecordIsRefused() throws IOException {
    byte[] bytes = EdfFile.small().bytes();
    for (String count : List.of("2", "-1")) {
      byte[] cut = Arrays.copyOf(small(f -> f.records = count).bytes(), bytes.length - 1);
      Path file = EdfFile.write(folder, cut);
      var e = assertThrows(IOException.class, () -> Recording.read(file));
      assertTrue(
          e.getMessage().contains("1 of 16 bytes and, at offset 784, 15 bytes more"),
          e.getMessage());
    }
  }

  @Test
  void headersThatAreCutOrEmptyAreRefused() throws IOException {
    byte[] bytes = EdfFile.small().bytes();
    for (int length : new int[] {0, 1, 255, 256, 700, 768}) {
      Path file = EdfFile.write(folder, Arrays.copyOf(bytes, length));
      var e = assertThrows(IOException.class, () -> Recording.read(file));
      assertTrue(e.getMessage().contains("small.edf, offset "), e.getMessage());
    }
  }

  @Test
  void headerFieldsMustAgree() {
    assertRefused(small(f -> f.version = "1"), "offset 0: version = \"1\"");
    assertRefused(small(f -> f.headerBytes = "512"), "offset 184", "must be 768 bytes");
    assertRefused(small(f -> f.signals = "-2"), "offset 252: number of signals = \"-2\"");
    assertRefused(small(f -> f.duration = "0"), "offset 244", "must be more than 0 s");
    assertRefused(small(f -> f.duration = "NaN"), "offset 244", "must be a number");
    assertRefused(
        small(f -> f.list.get(1).samples = "0"),
        "offset 696: samples per record of signal 2 (Cz) = \"0\"");
  }

  @Test
  void filesOfAnnotationsOnlyAreRefused() {
    EdfFile file = EdfFile.annotated("+0||/", "+1||/");
    file.list.subList(0, 2).forEach(signal -> signal.label = "EDF Annotations");
    file.data.clear();
    for (int r = 0; r < 2; r++) {
      file.data.add(EdfFile.tals("", 56));
    }
    assertRefused(file, "offset 256: the labels are those of annotations only");
  }

  @Test
  void aFileThatChangesWhileInUseIsRefused() throws IOException {
    Path file = EdfFile.small().write(folder);
    var recording = Recording.read(file);
    var loaded = recording.load();
    Files.write(file, new byte[3], StandardOpenOption.APPEND);
    var e = assertThrows(UncheckedIOException.class, () -> recording.channel("Fz"));
    assertTrue(e.getMessage().contains("changed since it was opened"), e.getMessage());
    Files.delete(file);
    e = assertThrows(UncheckedIOException.class, () -> recording.channel("Fz"));
    assertTrue(e.getMessage().contains("load() keeps values in memory"), e.getMessage());
    assertSmall(loaded);
  }
}
