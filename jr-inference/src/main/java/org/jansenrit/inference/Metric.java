package org.jansenrit.inference;

/** A figure that tells how well a parameter was recovered. */
public enum Metric {
  /** Linear correlation of estimate and truth, in [-1, 1]. */
  PEARSON("r", false),

  /** Correlation of their ranks, equal values sharing a mean rank, in [-1, 1]. */
  SPEARMAN("Spearman", false),

  /**
   * Share of the variance of the truth that is explained: 1 is perfect, 0 is as good as the mean of
   * the truth, less is worse.
   */
  R2("R2", false),

  /** Root of the mean squared error, in the unit of the parameter. */
  RMSE("RMSE", true),

  /** Mean of estimate less truth, in the unit of the parameter. */
  BIAS("bias", true),

  /**
   * Root of the mean square of errors over predicted standard deviations: 1 if these are right,
   * more if the estimator is too sure of itself. Of estimates with standard deviations only.
   */
  Z("rms z", false),

  /**
   * Share of truths within 1.645 predicted standard deviations of the estimate: 0.9 if errors are
   * normal and the standard deviations right. Of estimates with standard deviations only.
   */
  COVERAGE("in 90 %", false);

  private final String label;
  private final boolean unit;

  Metric(String label, boolean unit) {
    this.label = label;
    this.unit = unit;
  }

  /** {@return a short name, for tables: {@code "r"}} */
  public String label() {
    return label;
  }

  /** {@return whether values have the unit of the parameter, rather than none} */
  public boolean hasUnit() {
    return unit;
  }

  /** Returns whether it needs predicted standard deviations. */
  boolean needsSd() {
    return this == Z || this == COVERAGE;
  }

  /** Returns the value over some simulations, each as often as {@code counts} says. */
  double of(Pairs pairs, int[] counts) {
    return switch (this) {
      case PEARSON -> pairs.pearson(counts);
      case SPEARMAN -> pairs.spearman(counts);
      case R2 -> pairs.r2(counts);
      case RMSE -> Math.sqrt(pairs.meanSquaredError(counts));
      case BIAS -> pairs.bias(counts);
      case Z -> pairs.z(counts);
      case COVERAGE -> pairs.coverage(counts);
    };
  }
}
