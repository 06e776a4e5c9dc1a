package org.jansenrit.core.eeg;

import java.nio.ByteBuffer;

/** How BrainVision stores a number. */
enum BinaryFormat {
  INT_16(2) {
    @Override
    double at(ByteBuffer bytes, int offset) {
      return bytes.getShort(offset);
    }
  },
  INT_32(4) {
    @Override
    double at(ByteBuffer bytes, int offset) {
      return bytes.getInt(offset);
    }
  },
  IEEE_FLOAT_32(4) {
    @Override
    double at(ByteBuffer bytes, int offset) {
      return bytes.getFloat(offset);
    }
  };

  private final int bytes;

  BinaryFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Returns how many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** Returns the number at an offset. */
  abstract double at(ByteBuffer bytes, int offset);
}
