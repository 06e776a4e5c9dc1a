package org.jansenrit.core.report;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;

/** Axes with round ticks that neither the fonts nor the locale of the machine decide. */
final class Axes {
  private static final int PIXELS_PER_X_TICK = 45;
  private static final int PIXELS_PER_Y_TICK = 45;
  private static final double PIXELS_PER_LETTER = 7;
  private static final double PIXELS_PER_DIGIT = 8.5;

  private Axes() {}

  /** Returns an axis of numbers from left to right, with fewer ticks where they are long. */
  static NumberAxis across(String label, Extent range, double pixels) {
    int ticks = Math.max(2, (int) (pixels / PIXELS_PER_X_TICK));
    while (ticks > 1 && !fit(range, ticks, pixels)) {
      ticks--;
    }
    return numbers(label, range, ticks);
  }

  /** Returns an axis of numbers from bottom to top. */
  static NumberAxis upright(String label, Extent range, double pixels) {
    return numbers(label, range, Math.max(2, (int) (pixels / PIXELS_PER_Y_TICK)));
  }

  private static boolean fit(Extent range, int ticks, double pixels) {
    double step = step((range.high() - range.low()) / ticks);
    var format = format(step, range);
    int letters =
        Math.max(format.format(range.low()).length(), format.format(range.high()).length());
    return PIXELS_PER_DIGIT * (letters + 2) <= pixels * step / (range.high() - range.low());
  }

  private static NumberAxis numbers(String label, Extent range, int ticks) {
    var axis = styled(new NumberAxis(label));
    axis.setRange(range.low(), range.high());
    double step = step((range.high() - range.low()) / ticks);
    axis.setTickUnit(new NumberTickUnit(step, format(step, range)), false, true);
    return axis;
  }

  /** Returns an axis that names the places 0, 1, 2, ..., upright where they would not fit. */
  static NumberAxis names(String label, Extent range, List<String> names, double pixels) {
    var axis = styled(new SymbolAxis(label, names.toArray(String[]::new)));
    axis.setGridBandsVisible(false);
    axis.setRange(range.low(), range.high());
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    double place = pixels / (range.high() - range.low());
    axis.setVerticalTickLabels(PIXELS_PER_LETTER * longest > place);
    return axis;
  }

  private static <A extends NumberAxis> A styled(A axis) {
    axis.setLabelFont(Palette.LABEL);
    axis.setLabelPaint(Palette.INK);
    axis.setTickLabelFont(Palette.TICK);
    axis.setTickLabelPaint(Palette.INK);
    axis.setAxisLinePaint(Palette.AXIS);
    axis.setAxisLineStroke(new BasicStroke(1));
    axis.setTickMarkPaint(Palette.AXIS);
    axis.setTickMarkOutsideLength(4);
    axis.setAutoRange(false);
    return axis;
  }

  /** Returns the least of 1, 2, 5 times a power of ten that is not below the given step. */
  static double step(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    double digit = atLeast / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  /** Returns a format that tells neighbouring ticks apart. */
  static NumberFormat format(double step, Extent range) {
    int stepPower = power(step);
    int rangePower = power(Math.max(Math.abs(range.low()), Math.abs(range.high())));
    boolean scientific = rangePower >= 6 || rangePower <= -5;
    int decimals = Math.max(0, scientific ? rangePower - stepPower : -stepPower);
    String pattern = "0" + (decimals > 0 ? "." + "0".repeat(decimals) : "");
    return new TickFormat(scientific ? pattern + "E0" : pattern, step);
  }

  private static int power(double value) {
    return (int) Math.floor(Math.log10(value) + 1e-9);
  }

  /** Writes the tick at zero as 0, though sums of steps end at -0 or 1E-17. */
  private static final class TickFormat extends DecimalFormat {
    private final double step;

    TickFormat(String pattern, double step) {
      super(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
      this.step = step;
    }

    @Override
    public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
      boolean zero = Math.abs(value) < 1e-6 * step;
      return zero ? out.append('0') : super.format(value, out, position);
    }
  }
}
