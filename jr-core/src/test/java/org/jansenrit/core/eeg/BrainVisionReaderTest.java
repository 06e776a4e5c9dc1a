package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrainVisionReaderTest {
  private static final double[] FZ = {2, 4, 6, 8};
  private static final double[] CZ = {10_000, 20_000, 30_000, 40_000};

  @TempDir Path folder;
  private BrainVisionFiles files;

  @BeforeEach
  void write() throws IOException {
    files = new BrainVisionFiles(folder).write();
  }

  private void assertSmall(Recording recording) {
    assertArrayEquals(FZ, recording.channel("Fz"));
    assertArrayEquals(CZ, recording.channel("Cz"));
  }

  private void assertRefused(String... parts) {
    var e = assertThrows(IOException.class, files::read);
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  @Test
  void valuesAreStoredNumbersTimesResolutionInMicrovolts() throws IOException {
    var recording = files.read();
    assertSmall(recording);
    assertEquals(List.of("Fz", "Cz"), recording.channels());
    assertEquals("uV", recording.unit("Cz"));
    assertEquals(250, recording.rate().hertz());
  }

  @Test
  void markersCountFromOneAndEventsFromZero() throws IOException {
    assertEquals(
        List.of(new Event("New Segment", "", 0, 1), new Event("Stimulus", "S  1", 2, 2)),
        files.read().events());
  }

  @Test
  void vectorizedIsChannelAfterChannel() throws IOException {
    files
        .header("MULTIPLEXED", "VECTORIZED")
        .data(BrainVisionFiles.shorts(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 1, 2, 3, 4));
    assertSmall(files.read());
  }

  @Test
  void bigEndianIsReadIfTheHeaderSaysSo() throws IOException {
    files
        .header("BinaryFormat=INT_16", "BinaryFormat=INT_16\nUseBigEndianOrder=YES")
        .data(BrainVisionFiles.shorts(ByteOrder.BIG_ENDIAN, 1, 1, 2, 2, 3, 3, 4, 4));
    assertSmall(files.read());
    files.header("BinaryFormat=INT_16", "BinaryFormat=INT_16\nUseBigEndianOrder=maybe");
    assertRefused("UseBigEndianOrder = maybe, but it must be YES or NO");
  }

  @Test
  void wholeNumbersOf32BitsAreRead() throws IOException {
    var bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 1; k <= 4; k++) {
      bytes.putInt(-1_000_000 * k).putInt(k);
    }
    var recording = files.header("INT_16", "INT_32").data(bytes.array()).read();
    assertArrayEquals(new double[] {-2e6, -4e6, -6e6, -8e6}, recording.channel("Fz"));
    assertArrayEquals(CZ, recording.channel("Cz"));
  }

  @Test
  void floatsAreRead() throws IOException {
    var bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 1; k <= 4; k++) {
      bytes.putFloat(k).putFloat(0.5f * k);
    }
    var recording = files.header("INT_16", "IEEE_FLOAT_32").data(bytes.array()).read();
    assertArrayEquals(FZ, recording.channel("Fz"));
    assertArrayEquals(new double[] {5e3, 10e3, 15e3, 20e3}, recording.channel("Cz"));
  }

  /** Longer than what is read at once, in both orientations. */
  @ParameterizedTest
  @ValueSource(strings = {"MULTIPLEXED", "VECTORIZED"})
  void longRecordingsAreReadInOneOrder(String orientation) throws IOException {
    int n = 100_003;
    int[] numbers = new int[2 * n];
    for (int k = 0; k < n; k++) {
      boolean vectorized = orientation.equals("VECTORIZED");
      numbers[vectorized ? k : 2 * k] = k % 30_000;
      numbers[vectorized ? n + k : 2 * k + 1] = -(k % 29_989);
    }
    files
        .header("MULTIPLEXED", orientation)
        .data(BrainVisionFiles.shorts(ByteOrder.LITTLE_ENDIAN, numbers));
    var recording = files.read();
    for (int k = 0; k < n; k += 997) {
      assertEquals(2 * (k % 30_000), recording.channel("Fz")[k]);
      assertEquals((float) (0 - 1e4 * (k % 29_989)), recording.channel("Cz")[k]);
    }
  }

  /** MNE-Python takes the same first lines. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Brain Vision Data Exchange Header File Version 2.0",
        "BrainVision Data Exchange Header File Version 1.0",
        "BrainVision Data Exchange Header File, Version 2.0",
        "\ufeffBrain Vision Data Exchange Header File Version 1.0"
      })
  void versionsOneAndTwoAreRead(String line) throws IOException {
    files.header("Brain Vision Data Exchange Header File Version 1.0", line);
    assertSmall(files.read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Brain Vision Data Exchange Header File Version 3.0", "EDF", "", "\u0000\u0001"})
  void otherFirstLinesAreRefused(String line) throws IOException {
    files.header("Brain Vision Data Exchange Header File Version 1.0", line);
    assertRefused("small.vhdr, line 1", "Header File Version 1.0");
  }

  /** The specification leaves case open; NeurOne writes "Common infos". */
  @Test
  void caseOfSectionsAndKeysDoesNotMatter() throws IOException {
    var lower = BrainVisionFiles.HEADER.replace("[Common Infos]", "[common infos]");
    files.header(lower.replace("DataFormat=BINARY", "DATAFORMAT=binary").replace("Ch1", "CH1"));
    assertSmall(files.read());
  }

  @Test
  void commasInNamesAreEscaped() throws IOException {
    files.header("Ch1=Fz", "Ch1=F\\1z").markers(BrainVisionFiles.MARKERS.replace("S  1", "a\\1b"));
    assertEquals("F,z", files.read().channels().get(0));
    assertEquals("a,b", files.read().events().get(1).description());
  }

  /** Vision Analyzer leaves out the resolution of floats, older headers the unit. */
  @ParameterizedTest
  @ValueSource(strings = {"Ch1=Fz", "Ch1=Fz,,", "Ch1=Fz,,,", "Ch1=Fz,,1,", "Ch1=Fz,Ref,,uV"})
  void resolutionIsOneAndUnitMicrovoltUnlessGiven(String channel) throws IOException {
    files.header("Ch1=Fz,,2,µV", channel);
    assertArrayEquals(new double[] {1, 2, 3, 4}, files.read().channel("Fz"));
    assertEquals("uV", files.read().unit("Fz"));
  }

  @ParameterizedTest
  @CsvSource({
    "µV, uV, 2",
    "μV, uV, 2",
    "uV, uV, 2",
    "V, uV, 2e6",
    "mV, uV, 2e3",
    "nV, uV, 2e-3",
    "C, C, 2",
    "µS, uS, 2",
    "ÂµV, uV, 2"
  })
  void voltagesBecomeMicrovoltsAndOthersStay(String unit, String name, double first)
      throws IOException {
    var recording = files.header("Fz,,2,µV", "Fz,,2," + unit).read();
    assertEquals(name, recording.unit("Fz"));
    assertEquals(first, recording.channel("Fz")[0], 1e-6 * first);
  }

  @Test
  void ansiTextsAreRead() throws IOException {
    String ansi = BrainVisionFiles.HEADER.replace("Codepage=UTF-8", "Codepage=ANSI");
    files.bytes("small.vhdr", ansi.getBytes(Charset.forName("windows-1252")));
    assertEquals("uV", files.read().unit("Fz"));
  }

  /** Old recorders write Latin-1 without saying so. */
  @Test
  void textsThatAreNotUtf8AreTakenAsAnsi() throws IOException {
    String plain = BrainVisionFiles.HEADER.replace("Codepage=UTF-8\n", "");
    files.bytes("small.vhdr", plain.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("uV", files.read().unit("Fz"));
  }

  @Test
  void otherCodePagesAreRefused() throws IOException {
    files.header("Codepage=UTF-8", "Codepage=EBCDIC");
    assertRefused("Codepage = EBCDIC, but must be UTF-8 or ANSI");
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    files.header(BrainVisionFiles.HEADER.replace("\n", "\r\n"));
    files.markers(BrainVisionFiles.MARKERS.replace("\n", "\r\n"));
    assertSmall(files.read());
    assertEquals(2, files.read().events().size());
  }

  @Test
  void nameOfTheHeaderStandsForItself() throws IOException {
    files.header(BrainVisionFiles.HEADER.replace("File=small", "File=$b"));
    assertSmall(files.read());
  }

  @Test
  void recordingsWithoutMarkerFileHaveNoEvents() throws IOException {
    files.header("MarkerFile=small.vmrk\n", "");
    assertEquals(List.of(), files.read().events());
    assertEquals(
        "Recording[2 channels x 4 samples at 250 Hz, 0.0 s; no events]", files.read().toString());
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("small.vmrk"));
    assertRefused("small.vmrk", "no such Marker file");
    Files.delete(folder.resolve("small.eeg"));
    assertRefused("small.eeg", "no such data file; was it renamed");
    Files.delete(folder.resolve("small.vhdr"));
    assertThrows(NoSuchFileException.class, files::read);
    assertRefused("small.vhdr", "no such Header file");
  }

  @Test
  void truncatedDataIsRefusedWithItsOffset() throws IOException {
    files.data(new byte[15]);
    assertRefused("small.eeg: 15 bytes are 3.75 samples", "offset 12", "Was the file cut");
    files.data(new byte[0]);
    assertRefused("small.eeg, offset 0: the file is empty");
  }

  @Test
  void headerAndDataMustAgreeOnTheNumberOfSamples() throws IOException {
    files.header("SamplingInterval", "DataPoints=4\nSamplingInterval");
    assertSmall(files.read());
    files.header("SamplingInterval", "DataPoints=5\nSamplingInterval");
    assertRefused("16 bytes are 4.0 samples", "DataPoints = 5");
    files.header("SamplingInterval", "DataPoints=many\nSamplingInterval");
    assertRefused("line 11", "DataPoints = many", "whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "two", "2000000000", "99999999999999999999", "2.0"})
  void numberOfChannelsMustBeSensible(String number) throws IOException {
    files.header("Channels=2", "Channels=" + number);
    assertRefused("line 10: NumberOfChannels = " + number);
  }

  @Test
  void neededKeysAreNamed() throws IOException {
    for (String key :
        List.of(
            "DataFile",
            "DataFormat",
            "DataOrientation",
            "NumberOfChannels",
            "SamplingInterval",
            "BinaryFormat")) {
      files.header("\n" + key + "=", "\nx=");
      assertRefused("small.vhdr: no " + key + " in [");
    }
    files.header("DataFile=small.eeg", "DataFile=");
    assertRefused("line 6: DataFile = , but it must be given");
  }

  @Test
  void channelListMustBeComplete() throws IOException {
    files.header("NumberOfChannels=2", "NumberOfChannels=3");
    assertRefused("line 10: NumberOfChannels = 3, but [Channel Infos] has no Ch3");
    files.header("NumberOfChannels=2", "NumberOfChannels=1");
    assertRefused("Ch2 = Cz,,10,mV, but channels must be Ch1 to Ch1");
    files.header("Ch2=Cz", "Ch1=Cz");
    assertRefused("line 18: Ch1", "given before");
    files.header("Ch2=Cz", "Ch2=Fz");
    assertRefused("line 18: Ch2", "another channel has this name");
    files.header("Ch2=Cz", "Ch2=");
    assertRefused("line 18: Ch2", "must have a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "x"})
  void resolutionMustBeAPositiveNumber(String resolution) throws IOException {
    files.header("Cz,,10,mV", "Cz,," + resolution + ",mV");
    assertRefused("line 18: Ch2", "resolution must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-4000", "NaN", "1e-320", "x"})
  void samplingIntervalMustBeAPositiveNumber(String interval) throws IOException {
    files.header("Interval=4000", "Interval=" + interval);
    assertRefused("line 11: SamplingInterval = " + interval, "microseconds");
  }

  @ParameterizedTest
  @CsvSource({
    "BINARY, ASCII, only BINARY can be read",
    "INT_16, UINT_16, 'only [INT_16, INT_32, IEEE_FLOAT_32] can be read'",
    "MULTIPLEXED, SIDEWAYS, only MULTIPLEXED and VECTORIZED can be read",
    "SamplingInterval, 'DataType=FREQUENCYDOMAIN\nSamplingInterval', only TIMEDOMAIN can be read"
  })
  void otherFormatsAreRefused(String old, String replacement, String rule) throws IOException {
    files.header(old, replacement);
    assertRefused("small.vhdr, line ", rule);
  }

  @Test
  void linesOfNoKnownKindAreRefused() throws IOException {
    files.header("DataFormat=BINARY", "DataFormat BINARY");
    assertRefused("line 8", "found \"DataFormat BINARY\"");
    files.header("[Common Infos]", "");
    assertRefused("line 5", "key=value within a section");
    files.header("DataFormat=BINARY", "DataFormat=BINARY\nDataFormat=ASCII");
    assertRefused("line 9: DataFormat = ASCII, but line 8 says BINARY");
  }

  @Test
  void namesThatNoFileCanHaveAreRefused() throws IOException {
    files.header("DataFile=small.eeg", "DataFile=a\u0000b");
    assertRefused("line 6: DataFile = a?b", "name of a file");
  }

  @ParameterizedTest
  @CsvSource({
    "'Stimulus,S  1,5,2,0', between 1 and 4",
    "'Stimulus,S  1,0,2,0', between 1 and 4",
    "'Stimulus,S  1,,2,0', position must be a whole number",
    "'Stimulus,S  1,3,-2,0', length must be between",
    "'Stimulus,S  1', a marker must be",
    "'Stimulus,S  1,3.5,1', whole number"
  })
  void damagedMarkersAreRefused(String marker, String rule) throws IOException {
    files.markers(BrainVisionFiles.MARKERS.replace("Stimulus,S  1,3,2,0", marker));
    assertRefused("small.vmrk, line 9: Mk2", rule);
  }

  @Test
  void markerFileMustBeOne() throws IOException {
    files.markers(BrainVisionFiles.HEADER);
    assertRefused("small.vmrk, line 1", "Marker File Version 1.0");
    files.markers("Brain Vision Data Exchange Marker File, Version 2.0");
    assertEquals(List.of(), files.read().events());
  }

  @Test
  void hugeFilesAreNotTakenForHeaders() throws IOException {
    files.bytes("small.vhdr", new byte[17 << 20]);
    assertRefused("small.vhdr", "is this the data file?");
  }

  @ParameterizedTest
  @CsvSource({
    "small.eeg, read its header",
    "small.vmrk, read its header",
    "x.txt, '.vhdr'",
    "x, '.vhdr'"
  })
  void otherEndingsAreRefusedWithWhatCanBeRead(String name, String part) {
    var e = assertThrows(IOException.class, () -> Recording.read(folder.resolve(name)));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}
