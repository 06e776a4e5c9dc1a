package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Follows a curve of equilibria by pseudo-arclength, round its folds, and finds what happens on the
 * way.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898719543">Doedel, Keller; Govaerts (2000)</a>
 */
final class BranchWalk {
  private static final int LONGEST = 20_000;
  private static final int BISECTIONS = 60;
  private static final double LARGEST = 0.01;
  private static final double SMALLEST = 1e-9;

  private final Flow flow;
  private final Newton newton;
  private final double low;
  private final double high;
  private final double[] output;

  /** Follows between {@code low} and {@code high} of lambda. */
  BranchWalk(Flow flow, Newton newton, double low, double high) {
    this.flow = flow;
    this.newton = newton;
    this.low = low;
    this.high = high;
    this.output = flow.model().spec().output();
  }

  /** A place on the curve: where, in scaled coordinates, and which way the curve goes on. */
  private record Place(List<Double> at, List<Double> tangent, Eigenvalues eigenvalues) {
    double[] position() {
      return at.stream().mapToDouble(x -> x).toArray();
    }

    double[] direction() {
      return tangent.stream().mapToDouble(x -> x).toArray();
    }

    double slope() {
      return tangent.get(tangent.size() - 1);
    }
  }

  /** What was met on the way. */
  record Found(List<Equilibrium> points, List<Bifurcation> bifurcations) {}

  /** Follows the curve through {@code at}, scaled, both ways; from one end to the other. */
  Found both(double[] at) {
    Found up = one(at, 1);
    Found down = one(at, -1);
    List<Equilibrium> points = new ArrayList<>(down.points());
    java.util.Collections.reverse(points);
    points.addAll(up.points().subList(1, up.points().size()));
    List<Bifurcation> events = new ArrayList<>(down.bifurcations());
    java.util.Collections.reverse(events);
    events.addAll(up.bifurcations());
    return new Found(points, events);
  }

  private Found one(double[] start, double sign) {
    double[] along = new double[start.length];
    along[start.length - 1] = sign;
    Place place = place(start, along);
    List<Equilibrium> points = new ArrayList<>(List.of(equilibrium(place)));
    List<Bifurcation> events = new ArrayList<>();
    double step = LARGEST / 10;
    while (points.size() < LONGEST && isInside(place)) {
      Optional<Place> next = next(place, step);
      if (next.isEmpty() || turnsSharply(place, next.get())) {
        step /= 2;
        if (step < SMALLEST) {
          break;
        }
        continue;
      }
      events.addAll(between(place, next.get(), step));
      place = next.get();
      points.add(equilibrium(place));
      if (points.size() > 10 && isClosed(place, start)) {
        break;
      }
      step = Math.min(LARGEST, step * 1.3);
    }
    return new Found(points, events);
  }

  private boolean isInside(Place place) {
    double lambda = newton.lambda(place.position());
    return lambda >= low && lambda <= high;
  }

  private static boolean turnsSharply(Place one, Place other) {
    double cosine = 0;
    for (int v = 0; v < one.tangent().size(); v++) {
      cosine += one.tangent().get(v) * other.tangent().get(v);
    }
    return cosine < 0.98;
  }

  private static boolean isClosed(Place place, double[] start) {
    double[] away = place.position();
    Arrays.setAll(away, v -> away[v] - start[v]);
    return Jacobian.norm(away) < LARGEST / 4;
  }

  private Optional<Place> next(Place from, double step) {
    double[] position = from.position();
    double[] direction = from.direction();
    double[] guess = new double[position.length];
    Arrays.setAll(guess, v -> position[v] + step * direction[v]);
    return newton.solve(guess, direction).map(at -> place(at, direction));
  }

  private Place place(double[] at, double[] before) {
    double[] tangent = newton.tangent(at, before);
    Eigenvalues eigenvalues = Eigenvalues.of(flow.jacobian(newton.state(at), newton.lambda(at)));
    return new Place(
        Arrays.stream(at).boxed().toList(), Arrays.stream(tangent).boxed().toList(), eigenvalues);
  }

  private List<Bifurcation> between(Place one, Place other, double step) {
    List<Bifurcation> found = new ArrayList<>();
    if (one.slope() * other.slope() < 0) {
      Place fold = refined(one, step, Place::slope);
      found.add(bifurcation(Bifurcation.Kind.FOLD, fold, Double.NaN));
    }
    int change = other.eigenvalues().unstable() - one.eigenvalues().unstable();
    if (Math.abs(change) >= 2) {
      Place hopf = refined(one, step, place -> place.eigenvalues().rhythm());
      double angular = hopf.eigenvalues().angular();
      if (Math.abs(hopf.eigenvalues().rhythm()) < 1e-4 * angular) {
        found.add(bifurcation(Bifurcation.Kind.HOPF, hopf, angular / (2 * Math.PI)));
      }
    }
    return found;
  }

  /** Bisects for the place within {@code step} of {@code from} where {@code test} is zero. */
  private Place refined(Place from, double step, ToDoubleFunction<Place> test) {
    double near = 0;
    double far = step;
    double sign = test.applyAsDouble(from);
    Place best = from;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (near + far) / 2;
      Optional<Place> there = next(from, middle);
      if (there.isEmpty()) {
        break;
      }
      best = there.get();
      if (test.applyAsDouble(best) * sign > 0) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return best;
  }

  private Bifurcation bifurcation(Bifurcation.Kind kind, Place place, double frequency) {
    Equilibrium at = equilibrium(place);
    return new Bifurcation(kind, at.value(), at.output(), frequency);
  }

  private Equilibrium equilibrium(Place place) {
    double[] state = newton.state(place.position());
    double sum = 0;
    for (int v = 0; v < state.length; v++) {
      sum += output[v] * state[v];
    }
    return new Equilibrium(
        newton.lambda(place.position()),
        Arrays.stream(state).boxed().toList(),
        sum,
        place.eigenvalues().unstable(),
        place.eigenvalues().leading());
  }
}
