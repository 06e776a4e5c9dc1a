package org.jansenrit.core.eeg;

import java.nio.ByteBuffer;

/** How BrainVision stores a number. */
enum BinaryFormat {
  INT_16(2) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getShort();
    }
  },
  INT_32(4) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getInt();
    }
  },
  IEEE_FLOAT_32(4) {
    @Override
    double next(ByteBuffer bytes) {
      return bytes.getFloat();
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

  /** Returns the number at the buffer's position, and moves past it. */
  abstract double next(ByteBuffer bytes);
}
