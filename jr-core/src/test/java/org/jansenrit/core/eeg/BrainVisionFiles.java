package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small BrainVision recording on disk: 2 channels x 4 samples at 250 Hz, 16-bit integers, and two
 * markers. Channel Fz is 2, 4, 6, 8 uV, channel Cz is 10, 20, 30, 40 mV.
 */
record BrainVisionFiles(Path folder) {
  static final String HEADER =
      """
      Brain Vision Data Exchange Header File Version 1.0
      ; a comment

      [Common Infos]
      Codepage=UTF-8
      DataFile=small.eeg
      MarkerFile=small.vmrk
      DataFormat=BINARY
      DataOrientation=MULTIPLEXED
      NumberOfChannels=2
      SamplingInterval=4000

      [Binary Infos]
      BinaryFormat=INT_16

      [Channel Infos]
      Ch1=Fz,,2,µV
      Ch2=Cz,,10,mV

      [Comment]
      free text = with [anything] in it
      no key here
      """;

  static final String MARKERS =
      """
      Brain Vision Data Exchange Marker File, Version 1.0

      [Common Infos]
      Codepage=UTF-8
      DataFile=small.eeg

      [Marker Infos]
      Mk1=New Segment,,1,1,0,20131113161403794232
      Mk2=Stimulus,S  1,3,2,0
      """;

  static byte[] data() {
    return shorts(ByteOrder.LITTLE_ENDIAN, 1, 1, 2, 2, 3, 3, 4, 4);
  }

  static byte[] shorts(ByteOrder order, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  Path path() {
    return folder.resolve("small.vhdr");
  }

  BrainVisionFiles write() throws IOException {
    return header(HEADER).markers(MARKERS).data(data());
  }

  BrainVisionFiles header(String text) throws IOException {
    return bytes("small.vhdr", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces one piece of the header. */
  BrainVisionFiles header(String old, String replacement) throws IOException {
    if (!HEADER.contains(old)) {
      throw new IllegalArgumentException("the header does not contain " + old);
    }
    return header(HEADER.replace(old, replacement));
  }

  BrainVisionFiles markers(String text) throws IOException {
    return bytes("small.vmrk", text.getBytes(StandardCharsets.UTF_8));
  }

  BrainVisionFiles data(byte[] bytes) throws IOException {
    return bytes("small.eeg", bytes);
  }

  BrainVisionFiles bytes(String name, byte[] bytes) throws IOException {
    // a file that is overwritten is forced to disk by ext4, which is slow
    Files.deleteIfExists(folder.resolve(name));
    Files.write(folder.resolve(name), bytes);
    return this;
  }

  Recording read() throws IOException {
    return Recording.read(path());
  }
}
