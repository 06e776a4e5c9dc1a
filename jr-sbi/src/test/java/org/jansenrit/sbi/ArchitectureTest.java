package org.jansenrit.sbi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.jansenrit.sbi",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule engineIsNotSeen =
      noClasses().should().dependOnClassesThat().resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule posteriorsDoNotKnowTheirDiagnostics =
      noClasses()
          .that()
          .resideInAPackage("org.jansenrit.sbi")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jansenrit.sbi.diagnostics");
}
