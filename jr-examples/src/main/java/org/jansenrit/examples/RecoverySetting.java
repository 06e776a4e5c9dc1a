package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.model.JansenRit;

/** The columns that {@link ErpRecoveryStudy} asks about. */
enum RecoverySetting {
  PHYSIOLOGICAL("consistent units, physiological ranges", true),
  AS_PUBLISHED("as published", true),
  STUDY_RANGES("consistent units, study's ranges", true),
  STUDY_RANGES_120("consistent units, study's ranges, drive 120", false),
  PHYSIOLOGICAL_120("consistent units, physiological ranges, drive 120", false),
  PYRAMIDAL("physiological ranges, pulses into the pyramidal loop alone", false),
  PYRAMIDAL_120("physiological ranges, drive 120, pulses into the pyramidal loop alone", false);

  private final String title;
  private final boolean main;

  RecoverySetting(String title, boolean main) {
    this.title = title;
    this.main = main;
  }

  /** Returns what it is, in words. */
  String title() {
    return title;
  }

  /** Returns whether it is shown for every estimator and noise. */
  boolean isMain() {
    return main;
  }

  RecoveryExperiment experiment() {
    RecoveryExperiment mended = RecoveryExperiment.consistentUnits();
    RecoveryExperiment alive = mended.physiologicalRanges();
    return switch (this) {
      case PHYSIOLOGICAL -> alive;
      case AS_PUBLISHED -> RecoveryExperiment.asPublished();
      case STUDY_RANGES -> mended;
      case STUDY_RANGES_120 -> mended.constantDrive(120);
      case PHYSIOLOGICAL_120 -> alive.constantDrive(120);
      case PYRAMIDAL -> alive.stimulating(JansenRit.P, JansenRit.P_INTERNEURONS);
      case PYRAMIDAL_120 ->
          alive.constantDrive(120).stimulating(JansenRit.P, JansenRit.P_INTERNEURONS);
    };
  }

  /** Returns the noise factors at which it is run, the most telling first. */
  List<Double> noises() {
    return main ? List.of(1.0, 0.1, 0.0, 0.25, 0.5, 2.0) : List.of(1.0, 0.1);
  }
}
