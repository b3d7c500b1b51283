package org.holdpoint.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of the design, over all modules at once. */
@AnalyzeClasses(packages = "org.holdpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] TIMELESS = {
    "org.holdpoint.world..",
    "org.holdpoint.link..",
    "org.holdpoint.flight..",
    "org.holdpoint.motion..",
    "org.holdpoint.dictionary.."
  };

  @ArchTest
  static final ArchRule flightSoftwareKnowsNoTruthNoOrekitNoYamcs =
      noClasses()
          .that()
          .resideInAPackage("org.holdpoint.flight..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.holdpoint.world..",
              "org.holdpoint.link..",
              "org.holdpoint.rehearsal..",
              "org.orekit..",
              "org.yamcs..");

  @ArchTest
  static final ArchRule theWorldDependsOnNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("org.holdpoint.world..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.holdpoint.flight..",
              "org.holdpoint.motion..",
              "org.holdpoint.dictionary..",
              "org.holdpoint.link..",
              "org.holdpoint.rehearsal..");

  @ArchTest
  static final ArchRule theChannelSeesOnlyBytes =
      classes()
          .that()
          .resideInAPackage("org.holdpoint.link..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.holdpoint.link..", "java..", "org.jspecify..", "org.hipparchus..");

  @ArchTest
  static final ArchRule theGroundKnowsNeitherFlightCodeNorTruth =
      noClasses()
          .that()
          .resideInAPackage("org.holdpoint.yamcs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.holdpoint.flight..",
              "org.holdpoint.world..",
              "org.holdpoint.link..",
              "org.holdpoint.rehearsal..",
              "org.orekit..");

  @ArchTest
  static final ArchRule onlyTheGroundLinksYamcs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.holdpoint.yamcs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yamcs..");

  @ArchTest
  static final ArchRule simulationTimeIsTheOnlyTime =
      noClasses()
          .that()
          .resideInAnyPackage(TIMELESS)
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class);

  @ArchTest
  static final ArchRule transcendentalFunctionsAreTheSameOnEveryMachine =
      noClasses()
          .that()
          .resideInAnyPackage(TIMELESS)
          .should()
          .callMethod(Math.class, "sin", double.class)
          .orShould()
          .callMethod(Math.class, "cos", double.class)
          .orShould()
          .callMethod(Math.class, "tan", double.class)
          .orShould()
          .callMethod(Math.class, "asin", double.class)
          .orShould()
          .callMethod(Math.class, "acos", double.class)
          .orShould()
          .callMethod(Math.class, "atan", double.class)
          .orShould()
          .callMethod(Math.class, "atan2", double.class, double.class)
          .orShould()
          .callMethod(Math.class, "exp", double.class)
          .orShould()
          .callMethod(Math.class, "log", double.class)
          .orShould()
          .callMethod(Math.class, "pow", double.class, double.class)
          .orShould()
          .callMethod(Math.class, "cbrt", double.class);
}
