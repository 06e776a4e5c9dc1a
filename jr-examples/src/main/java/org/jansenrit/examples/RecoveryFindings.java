package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.report.Results;

record RecoveryFindings(List<RecoveryCell> cells, int smallSize, int largeSize) {
  String verdict() {
    StringBuilder b = new StringBuilder();
    for (RecoveryCell c : cells) {
      b.append(c.key()).append(' ').append(c.report()).append('\n');
    }
    return b.toString();
  }

  Results results(String size) {
    return Results.of("ErpRecoveryStudy", size);
  }
}
