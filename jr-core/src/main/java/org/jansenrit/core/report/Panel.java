package org.jansenrit.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pair of axes and what is drawn in it, in the order in which it was added; immutable.
 *
 * <pre>{@code
 * Panel.of("Posterior predictive", "time (s)", "potential (µV)")
 *     .band("90 %", time, low, high)
 *     .line("recorded", time, recorded)
 * }</pre>
 *
 * <p>Layers of one name share one colour and one entry in the legend, which is drawn if there is
 * more than one name; a layer named "" is never listed. All arrays are copied. Values must be
 * finite, save that NaN in the y of a line breaks the line there. Axes span all layers unless a
 * range is given.
 */
public final class Panel {
  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Layer> layers;
  private final List<String> categories;
  private final Optional<Extent> xRange;
  private final Optional<Extent> yRange;

  private Panel(
      String title,
      String xLabel,
      String yLabel,
      List<Layer> layers,
      List<String> categories,
      Optional<Extent> xRange,
      Optional<Extent> yRange) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.layers = List.copyOf(layers);
    this.categories = List.copyOf(categories);
    this.xRange = xRange;
    this.yRange = yRange;
  }

  /**
   * Starts an empty panel.
   *
   * @param title may be empty, for a panel of a grid whose labels say enough
   * @param xLabel what runs along the horizontal axis, with its unit: {@code "time (s)"}
   * @param yLabel what runs along the vertical axis, with its unit: {@code "potential (µV)"}
   * @return the panel, without layers
   * @throws IllegalArgumentException if a label is blank
   */
  public static Panel of(String title, String xLabel, String yLabel) {
    return new Panel(
        Checks.oneLine("title of a panel", title),
        Checks.label("label of the x axis", xLabel),
        Checks.label("label of the y axis", yLabel),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** {@return a panel that leaves its place in a grid white} */
  public static Panel blank() {
    var none = Optional.<Extent>empty();
    return new Panel("", "", "", List.of(), List.of(), none, none);
  }

  /**
   * Adds a line through points in their order.
   *
   * @param name stands in the legend; "" for none
   * @param x n values, in the unit of the x axis; need not be sorted
   * @param y n values, in the unit of the y axis; NaN breaks the line
   * @return this with one more layer
   * @throws IllegalArgumentException if the lengths differ or are 0, or a value is infinite
   */
  public Panel line(String name, double[] x, double[] y) {
    return with(new LineLayer(name, x, y));
  }

  /**
   * Adds a thin grey line, for what stands behind the rest: arrows, an outline, single trials.
   *
   * @param name stands in the legend; "" for none
   * @param x n values, in the unit of the x axis
   * @param y n values, in the unit of the y axis; NaN breaks the line
   * @return this with one more layer
   * @throws IllegalArgumentException if the lengths differ or are 0, or a value is infinite
   */
  public Panel sketch(String name, double[] x, double[] y) {
    return with(LineLayer.sketch(name, x, y));
  }

  /**
   * Adds a translucent area between two lines.
   *
   * @param name stands in the legend; "" for none
   * @param x n values, in the unit of the x axis
   * @param low n values, in the unit of the y axis
   * @param high n values, in the unit of the y axis; none below {@code low}
   * @return this with one more layer
   * @throws IllegalArgumentException if the lengths differ or are 0, a value is not finite, or low
   *     is above high
   */
  public Panel band(String name, double[] x, double[] low, double[] high) {
    return with(new BandLayer(name, x, low, high));
  }

  /**
   * Adds round points, smaller and fainter if there are many.
   *
   * @param name stands in the legend; "" for none
   * @param x n values, in the unit of the x axis
   * @param y n values, in the unit of the y axis
   * @return this with one more layer
   * @throws IllegalArgumentException if the lengths differ or are 0, or a value is not finite
   */
  public Panel points(String name, double[] x, double[] y) {
    return with(new PointsLayer(name, x, y));
  }

  /**
   * Fills a rectangle with colours for values, whose scale stands beside the panel.
   *
   * @param label what the values are, with their unit: {@code "ERP (µV)"}
   * @param x the lower and the upper end of the rectangle, in the unit of the x axis
   * @param y the lower and the upper end, in the unit of the y axis
   * @param values {@code [along y][along x]}, from the lower ends on; NaN is left white
   * @return this with one more layer
   * @throws IllegalArgumentException if an end is not above the other, rows differ in length or are
   *     empty, or a value is infinite
   */
  public Panel heat(String label, double[] x, double[] y, double[][] values) {
    return with(
        new HeatLayer(label, range("x of the heat map", x), range("y of the heat map", y), values));
  }

  /**
   * Adds the lines along which values have one level. A named one has a colour and stands in the
   * legend; one named "" is dark and thin, for the contours of points.
   *
   * @param name stands in the legend; "" for none
   * @param x n places that rise, in the unit of the x axis
   * @param y m places that rise, in the unit of the y axis
   * @param values m x n, {@code [along y][along x]}; round NaN there is no line
   * @param level the level, in the unit of the values
   * @return this with one more layer
   * @throws IllegalArgumentException if the shapes do not fit, x or y do not rise, or a value is
   *     infinite
   */
  public Panel contour(String name, double[] x, double[] y, double[][] values, double level) {
    return with(new ContourLayer(name, x, y, values, level));
  }

  /**
   * Draws a head from above in place of the axes: colours and isolines, red above zero and blue
   * below, whose scale stands beside it, and a dot per electrode. The outline of the head has
   * radius 1, and its middle is the vertex.
   *
   * @param label what the values are, with their unit: {@code "potential (µV)"}
   * @param reach half the side of the square that the values fill
   * @param values n x n, {@code [from back to front][from left to right]}; NaN is left white
   * @param x the electrodes, from left to right
   * @param y the electrodes, from back to front
   * @return this with one more layer
   * @throws IllegalArgumentException if rows differ in length, a value is infinite, or x and y
   *     differ in length
   */
  public Panel scalp(String label, double reach, double[][] values, double[] x, double[] y) {
    return with(new ScalpLayer(label, reach, values, x, y));
  }

  private Extent range(String what, double... ends) {
    if (ends.length != 2) {
      throw new IllegalArgumentException(what + " has two ends, but got " + ends.length);
    }
    return range(what, ends[0], ends[1]);
  }

  /**
   * Adds a histogram whose area is 1; its heights are in 1 over the unit of the x axis.
   *
   * @param name stands in the legend; "" for none
   * @param values in the unit of the x axis
   * @param bins number of equal bins from the least to the greatest value
   * @return this with one more layer
   * @throws IllegalArgumentException if there is no value, one is not finite, or bins is below 1
   */
  public Panel histogram(String name, double[] values, int bins) {
    return with(BarsLayer.histogram(name, values, bins, true));
  }

  /**
   * Adds a histogram whose heights are numbers of values.
   *
   * @param name stands in the legend; "" for none
   * @param values in the unit of the x axis
   * @param bins number of equal bins from the least to the greatest value
   * @return this with one more layer
   * @throws IllegalArgumentException if there is no value, one is not finite, or bins is below 1
   */
  public Panel counts(String name, double[] values, int bins) {
    return with(BarsLayer.histogram(name, values, bins, false));
  }

  /**
   * Adds bars that stand on zero; those of several layers stand side by side.
   *
   * @param name stands in the legend; "" for none
   * @param x n places, all different, in the unit of the x axis; 0, 1, 2, ... under {@link
   *     #categories}
   * @param heights n values, in the unit of the y axis
   * @return this with one more layer
   * @throws IllegalArgumentException if the lengths differ or are 0, a value is not finite, or two
   *     bars stand at one place
   */
  public Panel bars(String name, double[] x, double[] heights) {
    return with(BarsLayer.at(name, x, heights));
  }

  /**
   * Adds bars with a thin line each from the lower to the upper end of an interval.
   *
   * @param name stands in the legend; "" for none
   * @param x n places, all different, in the unit of the x axis; 0, 1, 2, ... under {@link
   *     #categories}
   * @param heights n values, in the unit of the y axis
   * @param low n lower ends, in the unit of the y axis
   * @param high n upper ends, none below {@code low}
   * @return this with one more layer
   * @throws IllegalArgumentException if the lengths differ or are 0, a value is not finite, low is
   *     above high, or two bars stand at one place
   */
  public Panel bars(String name, double[] x, double[] heights, double[] low, double[] high) {
    return with(BarsLayer.at(name, x, heights, low, high));
  }

  /**
   * Adds a dashed line from bottom to top.
   *
   * @param name stands in the legend; "" for none
   * @param x in the unit of the x axis
   * @return this with one more layer
   * @throws IllegalArgumentException if x is not finite
   */
  public Panel verticalLine(String name, double x) {
    return with(RuleLayer.vertical(name, x));
  }

  /**
   * Adds a dashed line from left to right.
   *
   * @param name stands in the legend; "" for none
   * @param y in the unit of the y axis
   * @return this with one more layer
   * @throws IllegalArgumentException if y is not finite
   */
  public Panel horizontalLine(String name, double y) {
    return with(RuleLayer.horizontal(name, y));
  }

  /**
   * Adds the dashed line on which y equals x; both axes then span the same, unless given.
   *
   * @return this with one more layer
   */
  public Panel identityLine() {
    return with(RuleLayer.identity());
  }

  /**
   * Names the places 0, 1, 2, ... of the x axis instead of numbering it.
   *
   * @param names the first for place 0
   * @return this with names on its x axis
   * @throws IllegalArgumentException if there is no name, or one is blank
   */
  public Panel categories(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("categories of '" + title + "' need at least one name");
    }
    for (String name : names) {
      Checks.label("category", name);
    }
    return new Panel(title, xLabel, yLabel, layers, List.of(names), xRange, yRange);
  }

  /**
   * Sets what the x axis spans.
   *
   * @param low the left end, in the unit of the x axis
   * @param high the right end
   * @return this with that range
   * @throws IllegalArgumentException if the bounds are not finite, or high is not above low
   */
  public Panel xRange(double low, double high) {
    var range = Optional.of(range("x range", low, high));
    return new Panel(title, xLabel, yLabel, layers, categories, range, yRange);
  }

  /**
   * Sets what the y axis spans.
   *
   * @param low the lower end, in the unit of the y axis
   * @param high the upper end
   * @return this with that range
   * @throws IllegalArgumentException if the bounds are not finite, or high is not above low
   */
  public Panel yRange(double low, double high) {
    var range = Optional.of(range("y range", low, high));
    return new Panel(title, xLabel, yLabel, layers, categories, xRange, range);
  }

  /** {@return the title, which may be empty} */
  public String title() {
    return title;
  }

  String xLabel() {
    return xLabel;
  }

  String yLabel() {
    return yLabel;
  }

  List<Layer> layers() {
    return layers;
  }

  List<String> categoryNames() {
    return categories;
  }

  boolean isBlank() {
    return xLabel.isEmpty();
  }

  Optional<Extent> xRange() {
    return xRange;
  }

  Optional<Extent> yRange() {
    return yRange;
  }

  private Panel with(Layer layer) {
    if (isBlank()) {
      throw new IllegalStateException("a blank panel has no axes to draw in; use Panel.of");
    }
    var more = new ArrayList<>(layers);
    more.add(layer);
    return new Panel(title, xLabel, yLabel, more, categories, xRange, yRange);
  }

  private Extent range(String what, double low, double high) {
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          what + " of '" + title + "' must rise, but was " + low + " to " + high);
    }
    return new Extent(low, high);
  }

  /** {@return one line: title, axes and number of layers} */
  @Override
  public String toString() {
    return isBlank()
        ? "Panel[blank]"
        : "Panel[\"%s\", %s over %s, %d %s]"
            .formatted(
                title, yLabel, xLabel, layers.size(), layers.size() == 1 ? "layer" : "layers");
  }
}
