package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads triggers from the Status line of a BioSemi recorder: the lower 16 bits are the trigger
 * port, the upper 8 the state of the recorder. A trigger starts where the port's number rises, and
 * lasts until the number changes; a fall back to what was before is none.
 *
 * @see <a href="https://www.biosemi.com/faq/trigger_signals.htm">BioSemi: trigger signals</a>
 */
final class StatusTriggers {
  private static final int PORT = 0xffff;
  private static final int CHUNK = 1 << 16;

  private final List<Event> events = new ArrayList<>();
  private int port;
  private int since;
  private boolean risen;

  private StatusTriggers() {}

  /**
   * Returns the triggers.
   *
   * @param status one channel of stored numbers
   * @param notes gets a note if the port is not at zero from the start
   */
  static List<Event> read(SampleStore status, List<String> notes) {
    var triggers = new StatusTriggers();
    int[] channel = {0};
    for (int from = 0; from < status.samples(); from += CHUNK) {
      float[] values = new float[Math.min(CHUNK, status.samples() - from)];
      status.copyTo(channel, from, new float[][] {values});
      if (from == 0) {
        triggers.start((int) values[0] & PORT, notes);
      }
      for (int k = 0; k < values.length; k++) {
        triggers.next((int) values[k] & PORT, from + k);
      }
    }
    triggers.end(status.samples());
    return triggers.events;
  }

  private void start(int number, List<String> notes) {
    port = number;
    if (number != 0) {
      notes.add("Status starts at " + number + ", which is not taken for a trigger");
    }
  }

  private void next(int number, int sample) {
    if (number != port) {
      end(sample);
      risen = number > port;
      port = number;
      since = sample;
    }
  }

  private void end(int sample) {
    if (risen) {
      events.add(new Event("Trigger", String.valueOf(port), since, sample - since));
    }
  }
}
