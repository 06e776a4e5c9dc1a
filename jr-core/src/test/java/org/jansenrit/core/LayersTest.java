package org.jansenrit.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/** The architecture of this module; a package that is not there yet counts as kept. */
@AnalyzeClasses(
    packages = "org.jansenrit.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String CORE = "org.jansenrit.core.";

  /** From top to bottom; layers in one line do not know each other. */
  @ArchTest
  static final ArchRule dependenciesPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("analysis")
          .definedBy(CORE + "analysis..")
          .layer("eeg")
          .definedBy(CORE + "eeg..")
          .layer("decision")
          .definedBy(CORE + "decision..")
          .layer("simulate")
          .definedBy(CORE + "simulate..")
          .layer("integrate")
          .definedBy(CORE + "integrate..")
          .layer("prior")
          .definedBy(CORE + "prior..")
          .layer("features")
          .definedBy(CORE + "features..")
          .layer("signal")
          .definedBy(CORE + "signal..")
          .layer("data")
          .definedBy(CORE + "data..")
          .layer("drive")
          .definedBy(CORE + "drive..")
          .layer("model")
          .definedBy(CORE + "model..")
          .layer("math")
          .definedBy(CORE + "math..")
          .layer("quantity")
          .definedBy(CORE + "quantity..")
          .whereLayer("analysis")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("eeg")
          .mayOnlyBeAccessedByLayers("analysis")
          .whereLayer("decision")
          .mayOnlyBeAccessedByLayers("analysis")
          .whereLayer("simulate")
          .mayOnlyBeAccessedByLayers("analysis", "eeg", "decision")
          .whereLayer("integrate")
          .mayOnlyBeAccessedByLayers("analysis", "eeg", "decision", "simulate")
          .whereLayer("prior")
          .mayOnlyBeAccessedByLayers("analysis", "eeg", "decision", "simulate")
          .whereLayer("features")
          .mayOnlyBeAccessedByLayers("analysis", "eeg", "decision")
          .whereLayer("signal")
          .mayOnlyBeAccessedByLayers("analysis", "eeg", "decision")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers(
              "analysis", "eeg", "decision", "simulate", "prior", "features", "signal")
          .whereLayer("drive")
          .mayOnlyBeAccessedByLayers("analysis", "eeg", "decision", "simulate", "integrate")
          .whereLayer("model")
          .mayOnlyAccessLayers("math", "quantity")
          .whereLayer("math")
          .mayOnlyAccessLayers("quantity")
          .whereLayer("quantity")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching(CORE + "(*)..").should().beFreeOfCycles();

  /** Figures are at the bottom, since all results draw themselves; what saves is below them. */
  @ArchTest
  static final ArchRule reportKnowsFilesOnly =
      noClasses()
          .that()
          .resideInAPackage(CORE + "report..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are elsewhere in the project",
                  (JavaClass c) ->
                      c.getPackageName().startsWith("org.jansenrit")
                          && !c.getPackageName().startsWith(CORE + "report")
                          && !c.getPackageName().equals(CORE + "file")));

  @ArchTest
  static final ArchRule filesDependOnNothingInTheProject =
      noClasses()
          .that()
          .resideInAPackage(CORE + "file")
          .should()
          .dependOnClassesThat(
              describe(
                  "are elsewhere in the project",
                  (JavaClass c) ->
                      c.getPackageName().startsWith("org.jansenrit")
                          && !c.getPackageName().equals(CORE + "file")));

  /** A record with an array is neither immutable nor equal to its copy. */
  @ArchTest
  static final ArchRule noRecordComponentIsAnArray =
      noFields()
          .that(describe("are components of records", LayersTest::isRecordComponent))
          .should()
          .haveRawType(describe("an array", JavaClass::isArray));

  private static boolean isRecordComponent(JavaField field) {
    return field.getOwner().isRecord() && !field.getModifiers().contains(JavaModifier.STATIC);
  }

  /** JShell imports these by default; a clash makes a name useless there. */
  private static final List<String> JSHELL =
      List.of(
          "java.lang",
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream");

  @ArchTest
  static final ArchRule namesDoNotClashWithThoseThatJShellImports =
      noClasses()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should(
              be(
                  describe(
                      "named like a type that JShell imports",
                      (JavaClass c) ->
                          JSHELL.stream().anyMatch(p -> exists(p + "." + c.getSimpleName())))));

  private static boolean exists(String name) {
    try {
      Class<?> type = Class.forName(name, false, LayersTest.class.getClassLoader());
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      // on a file system that ignores case, a name in another case is found but is not the class
      return false;
    }
  }

  /** Libraries can be exchanged, but for the interface of a random generator. */
  @ArchTest
  static final ArchRule librariesAreInNoPublicSignature =
      classes().that().arePublic().should(new HideLibraries());

  private static final class HideLibraries extends ArchCondition<JavaClass> {
    private static final List<String> HIDDEN =
        List.of(
            "org.ejml.", "com.google.", "org.hipparchus.", "org.jfree.", "org.apache.", "uk.me.");

    HideLibraries() {
      super("have no type of a library in a public or protected signature");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getCodeUnits().stream()
          .filter(LayersTest::isVisible)
          .forEach(unit -> check(type, unit, events));
      type.getFields().stream()
          .filter(field -> isVisible(field.getModifiers()))
          .filter(field -> field.getType().getAllInvolvedRawTypes().stream().anyMatch(this::hidden))
          .forEach(f -> events.add(SimpleConditionEvent.violated(type, f.getFullName())));
      type.getAllRawSuperclasses().stream()
          .filter(this::hidden)
          .forEach(s -> events.add(SimpleConditionEvent.violated(type, type + " extends " + s)));
    }

    private void check(JavaClass type, JavaCodeUnit unit, ConditionEvents events) {
      boolean shown =
          unit.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(this::hidden)
              || unit.getParameterTypes().stream()
                  .flatMap(p -> p.getAllInvolvedRawTypes().stream())
                  .anyMatch(this::hidden);
      if (shown) {
        events.add(SimpleConditionEvent.violated(type, unit.getFullName() + " shows a library"));
      }
    }

    private boolean hidden(JavaClass c) {
      JavaClass base = c.getBaseComponentType();
      return HIDDEN.stream().anyMatch(base.getName()::startsWith)
          && !base.isEquivalentTo(UniformRandomProvider.class);
    }
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    return isVisible(unit.getModifiers());
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }
}
