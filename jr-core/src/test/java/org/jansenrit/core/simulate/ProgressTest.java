package org.jansenrit.core.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long nanos;
  private final Progress lines =
      new ProgressPrinter(new PrintStream(bytes, true, UTF_8), () -> nanos, ProgressStyle.LINES);

  private List<String> printed() {
    return bytes.toString(UTF_8).lines().toList();
  }

  @Test
  void aLineHasShareRateTimeLeftAndDetails() {
    nanos = 5_000_000_000L;
    lines.update(0, 400);
    nanos = 7_000_000_000L;
    lines.update(10, 400, "loss 0.5");
    nanos = 8_000_000_000L;
    lines.update(12, 400, "");
    nanos = 305_000_000_000L;
    lines.update(100, 400);
    nanos = 20_005_000_000_000L;
    lines.update(400, 400, "loss 0.1");
    assertEquals(
        List.of(
            "10 of 400 (3 %), 5.00 per s, 1 min 18 s left: loss 0.5",
            "12 of 400 (3 %), 4.00 per s, 1 min 37 s left",
            "100 of 400 (25 %), 3.0 s each, 15 min 0 s left",
            "400 of 400 (100 %), 50.0 s each, took 5 h 33 min: loss 0.1"),
        printed());
  }

  @Test
  void aBarIsWrittenOverAndEndsWithALine() {
    var out = new PrintStream(bytes, true, UTF_8);
    Progress bar = new ProgressPrinter(out, () -> nanos, ProgressStyle.BAR);
    bar.update(0, 400);
    nanos = 2_000_000_000L;
    bar.update(100, 400, "x".repeat(80));
    nanos = 2_050_000_000L;
    bar.update(110, 400); // too soon
    nanos = 4_000_000_000L;
    bar.update(400, 400);
    String[] drawn = bytes.toString(UTF_8).split("\r", -1);
    assertEquals(3, drawn.length);
    assertEquals("", drawn[0]);
    assertEquals(79, drawn[1].length());
    assertEquals(
        "[###.........] 100 of 400 (25 %), 50.0 per s, 6.0 s left: xxxx",
        drawn[1].substring(0, 62));
    assertEquals("[############] 400 of 400 (100 %), 100 per s, took 4.0 s", drawn[2].strip());
    assertEquals(79 + System.lineSeparator().length(), drawn[2].length());
  }

  /** Ten epochs in 5 s, after 50 that were done before. */
  @Test
  void whatWasDoneBeforeDoesNotCountAsSpeed() {
    lines.update(50, 100);
    nanos = 5_000_000_000L;
    lines.update(60, 100);
    assertEquals(List.of("60 of 100 (60 %), 2.00 per s, 20.0 s left"), printed());
  }

  @Test
  void atMostOneLineASecondIsPrintedAndOneAtTheEnd() {
    for (int done = 0; done <= 100; done++) {
      lines.update(done, 100);
      nanos += 50_000_000;
    }
    assertEquals(5, printed().size());
    lines.update(1, 1, "another job");
    assertEquals("1 of 1 (100 %): another job", printed().get(5));
  }

  @Test
  void aListenerWithoutInterestInDetailsHearsTheRest() {
    List<Long> heard = new ArrayList<>();
    Progress plain = (done, total) -> heard.add(done);
    plain.update(3, 4, "detail");
    assertEquals(List.of(3L), heard);
  }
}
