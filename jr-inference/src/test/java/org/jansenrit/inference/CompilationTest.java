package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not make sense does not compile. */
class CompilationTest {
  @TempDir private static Path classes;

  @Test
  void anMlpFitsSeriesAndFeatures() {
    assertEquals(List.of(), errors("Estimators.mlp(8).fit(features, features)"));
    assertEquals(List.of(), errors("Estimators.mlp(8).fit(series, series)"));
    assertEquals(
        List.of(),
        errors("Estimators.mlp().after(Transform.principalComponents(40)).fit(series, series)"));
  }

  @Test
  void anLstmAndATransformerFitSeriesOnly() {
    assertEquals(List.of(), errors("Estimators.lstm().units(4).fit(series, series)"));
    assertRefused("Estimators.lstm().fit(features, features)", "Features");
    assertRefused("Estimators.eegTransformer().fit(features, features)", "Features");
    assertRefused("Estimators.cnnBiLstm().fit(features, features)", "Features");
    assertRefused("Estimators.eegGraphTransformer().fit(features, features)", "Features");
  }

  @Test
  void anEnsembleFitsWhatItsMembersFit() {
    assertEquals(
        List.of(), errors("Estimators.ensemble(2, s -> Estimators.lstm()).fit(series, series)"));
    assertEquals(
        List.of(), errors("Estimators.ensemble(2, s -> Estimators.mlp()).fit(features, features)"));
    assertRefused(
        "Estimators.ensemble(2, s -> Estimators.lstm()).fit(features, features)", "Features");
  }

  @Test
  void trainingAndValidationAreOfOneKind() {
    assertRefused("Estimators.mlp().fit(series, features)", "fit");
  }

  @Test
  void nothingPredictsBeforeItIsFitted() {
    assertRefused("Estimators.mlp().predict(series.x())", "predict");
  }

  @Test
  void whatWasFittedToSeriesPredictsFromSeriesOnly() {
    assertRefused("Estimators.mlp().fit(series, series).predict(features.x())", "Features");
  }

  @Test
  void anLstmCannotStandAfterPrincipalComponents() {
    assertRefused("Estimators.lstm().after(Transform.principalComponents(4))", "Features");
  }

  private static void assertRefused(String expression, String word) {
    List<String> errors = errors(expression);
    assertEquals(1, errors.size(), expression + ": " + errors);
    assertTrue(errors.get(0).contains(word), errors.get(0));
  }

  private static List<String> errors(String expression) {
    String source =
        """
        import org.jansenrit.core.data.*;
        import org.jansenrit.inference.*;
        class Snippet {
          Object run(Dataset<TimeSeries> series, Dataset<Features> features) {
            return %s;
          }
        }
        """
            .formatted(expression);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:none", "-d", classes.toString(), "-classpath", ForkedJvm.classPath());
    compiler.getTask(null, null, found, options, null, List.of(new Source(source))).call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Snippet.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
