package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.report.Figure;
import org.junit.jupiter.api.Test;

class TopographyTest {
  private static final Montage CAP = Montage.biosemi64();

  private static double[] values(ToDoubleFunction<Vector3> field) {
    return CAP.positions().stream().mapToDouble(field).toArray();
  }

  @Test
  void splineGoesThroughTheElectrodes() {
    double[] values = values(p -> Math.sin(7 * p.x()) + Math.cos(5 * p.y() * p.z()));
    SphericalSpline spline = SphericalSpline.of(CAP.positions(), values);
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], spline.at(CAP.positions().get(i)), 1e-9);
    }
  }

  /** A constant has no curvature, and x y is a spherical harmonic of degree 2. */
  @Test
  void splineFindsSmoothFieldsBetweenTheElectrodes() {
    var flat = SphericalSpline.of(CAP.positions(), values(p -> 3));
    var smooth = SphericalSpline.of(CAP.positions(), values(p -> p.x() * p.y()));
    for (double inclination = 5; inclination < 90; inclination += 7) {
      for (double azimuth = 3; azimuth < 360; azimuth += 31) {
        Vector3 between = Vector3.ofAngles(inclination, azimuth);
        assertEquals(3, flat.at(between), 1e-9);
        assertEquals(between.x() * between.y(), smooth.at(between), 0.01);
      }
    }
  }

  @Test
  void mapNamesItsUnitAndHasADotPerElectrode() {
    String svg = Figure.of(CAP.topography("N1", "potential (uV)", values(Vector3::x))).toSvg();
    assertTrue(svg.contains(">N1<") && svg.contains(">potential (uV)<"));
    assertTrue(svg.contains("<image"), "the colours");
    assertTrue(svg.split("<ellipse|<path", -1).length > CAP.size(), "electrodes and lines");
  }

  @Test
  void valuesMustFitTheElectrodes() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> CAP.topography("", "potential (uV)", 1, 2));
    assertTrue(e.getMessage().contains("2 values for Montage[64 electrodes"), e.getMessage());
    double[] broken = values(Vector3::z);
    broken[0] = Double.NaN;
    e =
        assertThrows(
            IllegalArgumentException.class, () -> CAP.topography("", "potential (uV)", broken));
    assertEquals("value of Fp1 must be finite, but was NaN", e.getMessage());
  }

  @Test
  void evokedResponsesDrawButterflyAndMaps() {
    double[][] row = {new double[64 * 10]};
    Arrays.setAll(row[0], k -> Math.sin(k));
    TimeSeries series = TimeSeries.of(row, CAP.names(), hz(100), "uV").startingAt(ms(-20));
    Evoked evoked = Evoked.of("square", 30, series);
    String svg = evoked.figure().toSvg();
    assertTrue(svg.contains(">square: 64 channels, 30 trials<"));
    assertTrue(svg.contains(">global field power (uV)<") && svg.contains(">time (s)<"));
    assertTrue(evoked.topography(CAP, ms(0), ms(50)).toSvg().contains(">50 ms<"));
    var e = assertThrows(IllegalArgumentException.class, () -> evoked.topography(CAP, ms(200)));
    assertTrue(e.getMessage().startsWith("200 ms is outside of Evoked[square"), e.getMessage());
  }
}
