package org.jansenrit.inference;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.training.loss.Loss;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jansenrit.inference.djl.NetworkFactory;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jansenrit.inference");

  private static final Set<String> SCALED =
      Set.of("mul", "div", "pow", "muli", "divi", "powi", "mod", "modi");

  /** Gradients of these are wrong when the garbage collector runs: see package djl. */
  private static final ArchRule NO_NUMBER_IN_GRAPHS =
      noClasses()
          .should()
          .callMethodWhere(describe("an array and a Java number meet", ArchitectureTest::isUnsafe));

  private static boolean isUnsafe(JavaMethodCall call) {
    return scalesByNumber(call)
        || calls(call, Activation.class, "swish")
        || calls(call, Activation.class, "swishBlock")
        || calls(call, Loss.class, "l2Loss");
  }

  private static boolean scalesByNumber(JavaMethodCall call) {
    return call.getTargetOwner().getName().startsWith("ai.djl.ndarray.")
        && SCALED.contains(call.getName())
        && call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Number.class));
  }

  private static boolean calls(JavaMethodCall call, Class<?> owner, String name) {
    return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name);
  }

  @Test
  void noGraphMultipliesByAJavaNumber() {
    NO_NUMBER_IN_GRAPHS.check(MAIN);
  }

  @Test
  void theRuleOnNumbersFindsEachOffence() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    var result = NO_NUMBER_IN_GRAPHS.evaluate(offender);
    assertTrue(result.hasViolation());
    assertEquals(5, result.getFailureReport().getDetails().size());
  }

  /** Everything the rule forbids. */
  @SuppressWarnings("unused")
  static final class Offender {
    NDArray offend(NDArray x) {
      NDArray y = x.mul(2).div(3f).pow(2.0);
      Loss.l2Loss();
      return Activation.swish(y, 1f);
    }
  }

  @Test
  void onlyOnePackageKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.jansenrit.inference.djl")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "com.sun.jna..")
        .check(MAIN);
  }

  @Test
  void layersDependDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("estimators")
        .definedBy("org.jansenrit.inference")
        .layer("djl")
        .definedBy("org.jansenrit.inference.djl")
        .layer("training")
        .definedBy("org.jansenrit.inference.training")
        .whereLayer("estimators")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("djl")
        .mayOnlyBeAccessedByLayers("estimators")
        .whereLayer("training")
        .mayOnlyBeAccessedByLayers("estimators", "djl")
        .check(MAIN);
  }

  @Test
  void noLibraryShowsInAPublicSignature() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(
            DescribedPredicate.not(
                describe("factories of networks", c -> c.isAssignableTo(NetworkFactory.class))))
        .should(mentionOnlyOurOwn())
        .check(MAIN);
  }

  private static ArchCondition<JavaMethod> mentionOnlyOurOwn() {
    return new ArchCondition<>("mention no type of a library") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getAllInvolvedRawTypes().stream()
            .filter(ArchitectureTest::isForeign)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " mentions " + type.getName())));
      }
    };
  }

  private static boolean isForeign(JavaClass type) {
    return type.getPackageName().startsWith("ai.djl")
        || type.getPackageName().startsWith("org.ejml")
        || type.getPackageName().startsWith("com.google");
  }
}
