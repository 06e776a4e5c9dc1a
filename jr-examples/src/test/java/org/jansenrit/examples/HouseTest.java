package org.jansenrit.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
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
import java.util.function.Predicate;
import org.jansenrit.core.data.TransformReader;
import org.jansenrit.core.report.Figure;
import org.jansenrit.inference.djl.NetworkFactory;

/** What holds between and in all four modules; each module has rules of its own besides. */
@AnalyzeClasses(packages = "org.jansenrit", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  private static final String OURS = "org.jansenrit.";

  @ArchTest
  static final ArchRule modulesDependDownwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("examples")
          .definedBy(OURS + "examples..")
          .layer("sbi")
          .definedBy(OURS + "sbi..")
          .layer("inference")
          .definedBy(OURS + "inference..")
          .layer("core")
          .definedBy(OURS + "core..")
          .whereLayer("examples")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("sbi")
          .mayOnlyBeAccessedByLayers("examples")
          .whereLayer("inference")
          .mayOnlyBeAccessedByLayers("examples", "sbi")
          .whereLayer("core")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching(OURS + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyOnePackageKnowsTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "inference.djl")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  /** A gradient through such a call is wrong at times, without an error. */
  @ArchTest
  static final ArchRule noArrayMeetsAJavaNumber =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "an array is multiplied, divided or raised by a Java number",
                  call ->
                      call.getTargetOwner().getName().startsWith("ai.djl.ndarray.")
                          && List.of("mul", "muli", "div", "divi", "pow", "powi")
                              .contains(call.getName())
                          && call.getTarget().getRawParameterTypes().stream()
                              .anyMatch(type -> type.isEquivalentTo(Number.class))));

  /** A record with an array is neither immutable nor equal to its copy. */
  @ArchTest
  static final ArchRule noRecordComponentIsAnArray =
      noFields()
          .that(describe("are components of records", HouseTest::isRecordComponent))
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
          .should(be(describe("named like a type that JShell imports", HouseTest::clashes)));

  private static boolean clashes(JavaClass type) {
    return JSHELL.stream().anyMatch(p -> isPublic(p + "." + type.getSimpleName()));
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> type = Class.forName(name, false, HouseTest.class.getClassLoader());
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      // on a file system that ignores case, a name in another case is found but is not the class
      return false;
    }
  }

  private static final DescribedPredicate<JavaMember> VISIBLE =
      describe("are visible to users", HouseTest::isVisible);

  private static boolean isVisible(JavaMember member) {
    JavaClass owner = member.getOwner();
    return !owner.getPackageName().startsWith(OURS + "examples") // programs have no users' API
        && owner.getModifiers().contains(JavaModifier.PUBLIC)
        && owner
            .getEnclosingClass()
            .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
            .orElse(true)
        && (member.getModifiers().contains(JavaModifier.PUBLIC)
            || member.getModifiers().contains(JavaModifier.PROTECTED))
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  /** The one door for networks of one's own excepted, and the interface of a random generator. */
  @ArchTest
  static final ArchRule librariesAreInNoVisibleSignature =
      codeUnits().that(VISIBLE).should(mentionOnly(HouseTest::isShown));

  @ArchTest
  static final ArchRule librariesAreInNoVisibleField =
      fields().that(VISIBLE).should(mentionOnly(HouseTest::isShown));

  /** {@code posterior.pairPlot()} is a shorter way to what is there. */
  @ArchTest
  static final ArchRule everyFigureIsInTheGallery =
      methods()
          .that(VISIBLE)
          .and(describe("draw a result", HouseTest::isFigure))
          .should(be(describe("called by the gallery", HouseTest::isInGallery)));

  private static boolean isFigure(JavaMethod method) {
    return method.getRawReturnType().isEquivalentTo(Figure.class)
        && !method.getOwner().isEquivalentTo(Figure.class)
        && !method.getName().equals("pairPlot");
  }

  private static boolean isInGallery(JavaMethod method) {
    return method.getOwner().getMethods().stream()
        .filter(overload -> overload.getName().equals(method.getName()))
        .flatMap(overload -> overload.getCallsOfSelf().stream())
        .anyMatch(call -> call.getOriginOwner().getSimpleName().startsWith("Gallery"));
  }

  /** A session shows what a value is, not where it lies in memory. */
  @ArchTest
  static final ArchRule everyValueTellsWhatItIs =
      classes()
          .that(describe("are given to users", HouseTest::isGiven))
          .should(be(describe("told by their toString", HouseTest::hasText)));

  private static boolean isGiven(JavaClass type) {
    return !type.isInterface()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.isAssignableTo(Throwable.class)
        && !type.isAssignableTo(TransformReader.class) // known to files only
        && type.getMethods().stream()
            .anyMatch(m -> isVisible(m) && !m.getModifiers().contains(JavaModifier.STATIC));
  }

  private static boolean hasText(JavaClass type) {
    return type.getAllMethods().stream()
        .anyMatch(
            method ->
                method.getName().equals("toString")
                    && method.getRawParameterTypes().isEmpty()
                    && !method.getOwner().isEquivalentTo(Object.class));
  }

  private static boolean isShown(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return name.startsWith("java.")
        || name.startsWith(OURS)
        || type.getBaseComponentType().isPrimitive()
        || name.equals("org.apache.commons.rng.UniformRandomProvider");
  }

  private static <T extends JavaMember> ArchCondition<T> mentionOnly(Predicate<JavaClass> shown) {
    return new ArchCondition<>("mention the JDK and the project only") {
      @Override
      public void check(T member, ConditionEvents events) {
        member.getAllInvolvedRawTypes().stream()
            .filter(type -> !shown.test(type))
            .filter(type -> !member.getOwner().isAssignableTo(NetworkFactory.class))
            .map(type -> member.getFullName() + " mentions " + type.getName())
            .forEach(text -> events.add(SimpleConditionEvent.violated(member, text)));
      }
    };
  }
}
