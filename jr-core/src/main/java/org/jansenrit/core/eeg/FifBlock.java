package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A block of a FIF file: tags, and blocks within it. The file itself is the outermost one. */
final class FifBlock {
  private static final int FILE_ID = 100;
  private static final int START = 104;
  private static final int END = 105;
  private static final int HEAD = 4 * Integer.BYTES;
  private static final int DEEPEST = 32;
  private static final int MOST_TAGS = 1_000_000;

  private final Path file;
  private final long offset;
  private final int kind;
  private final List<FifTag> tags = new ArrayList<>();
  private final List<FifBlock> blocks = new ArrayList<>();

  private FifBlock(Path file, long offset, int kind) {
    this.file = file;
    this.offset = offset;
    this.kind = kind;
  }

  /** Returns the failure of this block: file, offset, kind, and the rule. */
  IOException wrong(String rule) {
    return new IOException(file + ", offset " + offset + ": FIF block " + kind + " " + rule);
  }

  /**
   * Returns the content of a file.
   *
   * @param bytes all of them, unpacked
   * @throws IOException if they are not tags in blocks
   */
  static FifBlock parse(Path file, ByteBuffer bytes) throws IOException {
    var whole = new FifBlock(file, 0, 0);
    Deque<FifBlock> open = new ArrayDeque<>(List.of(whole));
    int at = 0;
    for (int count = 0; at >= 0 && at < bytes.limit(); count++) {
      FifTag tag = tag(file, bytes, at);
      if (count == MOST_TAGS) {
        throw tag.wrong("is the " + count + "th, but files of averages have fewer");
      }
      if (at == 0 && tag.kind() != FILE_ID) {
        throw new IOException(file + ", offset 0: this is no FIF file");
      }
      add(open, tag);
      at = next(tag, bytes);
    }
    if (open.size() > 1) {
      throw new IOException(
          file
              + ", offset "
              + bytes.limit()
              + ": the file ends within FIF block "
              + open.getLast().kind
              + ". Was it cut?");
    }
    return whole;
  }

  private static FifTag tag(Path file, ByteBuffer bytes, int at) throws IOException {
    int left = bytes.limit() - at - HEAD;
    int size = left < 0 ? 0 : bytes.getInt(at + 8);
    if (left < 0 || size < 0 || size > left) {
      throw new IOException(
          file
              + ", offset "
              + at
              + ": a FIF tag of "
              + size
              + " bytes does not fit the "
              + Math.max(0, left)
              + " that are left. Was the file cut?");
    }
    return new FifTag(
        file, at, bytes.getInt(at), bytes.getInt(at + 4), bytes.slice(at + HEAD, size));
  }

  /** Returns where the tag after {@code tag} is, or -1 after the last. */
  private static int next(FifTag tag, ByteBuffer bytes) throws IOException {
    int next = bytes.getInt((int) tag.offset() + 12);
    int after = (int) tag.offset() + HEAD + tag.data().limit();
    if (next > 0 && (next < after || next > bytes.limit())) {
      // backwards, reading would never end
      throw tag.wrong("is followed by one at offset " + next + ", but must be one further on");
    }
    return next == 0 ? after : next > 0 ? next : -1;
  }

  private static void add(Deque<FifBlock> open, FifTag tag) throws IOException {
    if (tag.kind() == START) {
      if (open.size() > DEEPEST) {
        throw tag.wrong("starts a block within " + DEEPEST + " others, but no file has so many");
      }
      var block = new FifBlock(tag.file(), tag.offset(), tag.whole());
      open.getLast().blocks.add(block);
      open.addLast(block);
    } else if (tag.kind() == END) {
      int ended = tag.whole();
      if (open.size() == 1 || ended != open.getLast().kind) {
        throw tag.wrong("ends block " + ended + ", which is not the one that started last");
      }
      open.removeLast();
    } else {
      open.getLast().tags.add(tag);
    }
  }

  /** Returns the blocks of a kind, however deep, in order. */
  List<FifBlock> blocks(int wanted) {
    return blocks.stream()
        .flatMap(b -> Stream.concat(Stream.of(b), b.blocks(wanted).stream()))
        .filter(b -> b.kind == wanted)
        .toList();
  }

  /** Returns the block of a kind, which must be there. */
  FifBlock block(int wanted, String what) throws IOException {
    List<FifBlock> found = blocks(wanted);
    if (found.isEmpty()) {
      throw wrong("has no " + what + " (block " + wanted + ")");
    }
    return found.get(0);
  }

  /** Returns the tags of a kind in this block itself, in order. */
  List<FifTag> tags(int wanted) {
    return tags.stream().filter(tag -> tag.kind() == wanted).toList();
  }

  /** Returns the first tag of a kind in this block itself. */
  Optional<FifTag> find(int wanted) {
    return tags.stream().filter(tag -> tag.kind() == wanted).findFirst();
  }

  /** Returns the first tag of a kind in this block itself, which must be there. */
  FifTag require(int wanted, String what) throws IOException {
    Optional<FifTag> found = find(wanted);
    if (found.isEmpty()) {
      throw wrong("has no " + what + " (tag " + wanted + ")");
    }
    return found.get();
  }
}
