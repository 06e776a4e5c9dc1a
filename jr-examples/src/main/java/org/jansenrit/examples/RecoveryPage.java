package org.jansenrit.examples;

import org.jansenrit.core.report.Report;

final class RecoveryPage {
  private RecoveryPage() {}

  static Report of(RecoveryFindings f) {
    return Report.titled("x");
  }
}
