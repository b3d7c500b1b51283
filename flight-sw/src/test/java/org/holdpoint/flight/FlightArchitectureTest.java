package org.holdpoint.flight;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.holdpoint.flight.safety.AppliedActuation;
import org.holdpoint.flight.safety.NominalClaims;
import org.junit.jupiter.api.Tag;

/** The directions of the design, inside the flight software. */
@Tag("COM-017")
@AnalyzeClasses(packages = "org.holdpoint.flight", importOptions = DoNotIncludeTests.class)
class FlightArchitectureTest {
  /** Methods of Math that give the same bits on every machine. */
  private static final Set<String> EXACT_MATH =
      Set.of(
          "sqrt",
          "abs",
          "min",
          "max",
          "floor",
          "ceil",
          "rint",
          "fma",
          "floorMod",
          "floorDiv",
          "round",
          "signum",
          "toIntExact",
          "addExact",
          "multiplyExact",
          "multiplyHigh",
          "copySign");

  /** Where the monitor compares its own state with what the nominal chain claims. */
  private static final Set<String> JUDGES_CLAIMS =
      Set.of("NominalClaims", "SafetyMonitor", "PictureTaker", "SafingLatch");

  private static final Set<String> CLAIMED =
      Set.of("NavigationSolution", "Covariance6", "ModeDecision", "GuidanceReference");

  private static final DescribedPredicate<JavaClass> NOMINAL_CHAIN =
      resideInAnyPackage("..flight.navigation..", "..flight.guidance..", "..flight.mode..");

  @ArchTest
  static final ArchRule knowsNoGroundAndNoTruth =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.yamcs..",
              "org.orekit..",
              "org.holdpoint.world..",
              "org.holdpoint.truth..",
              "org.holdpoint.link..",
              "org.holdpoint.rehearsal..",
              "org.holdpoint.port..");

  @ArchTest
  static final ArchRule transcendentalFunctionsAreThoseOfFastMath =
      noClasses()
          .should()
          .accessTargetWhere(
              describe(
                  "a method of java.lang.Math that rounds differently on different machines",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isEquivalentTo(Math.class)
                          && !EXACT_MATH.contains(access.getName())));

  @ArchTest
  static final ArchRule hasNoClockNoRandomnessNoThreadsNoFiles =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.util.concurrent..",
                      "java.time..",
                      "java.io..",
                      "java.nio.file..",
                      "java.net..")
                  .or(named(java.util.Random.class))
                  .or(named(java.util.SplittableRandom.class))
                  .or(named(java.util.HashMap.class))
                  .or(named(java.util.HashSet.class))
                  .or(named(Thread.class)))
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  /** Claims are checked, never taken over: the monitor's state and outlooks do not see them. */
  @ArchTest
  static final ArchRule theMonitorsStateAndOutlooksSeeNothingOfTheNominalChain =
      noClasses()
          .that(
              resideInAPackage("..flight.safety..")
                  .and(
                      describe(
                          "judge no claims",
                          type -> !JUDGES_CLAIMS.contains(type.getSimpleName()))))
          .should()
          .dependOnClassesThat(NOMINAL_CHAIN.or(named(NominalClaims.class)));

  @ArchTest
  static final ArchRule theMonitorReadsClaimsAndRunsNothingOfTheNominalChain =
      noClasses()
          .that()
          .resideInAPackage("..flight.safety..")
          .should()
          .dependOnClassesThat(
              NOMINAL_CHAIN.and(
                  describe(
                      "are no claimed records", type -> !CLAIMED.contains(type.getSimpleName()))));

  @ArchTest
  static final ArchRule theMonitorPropagatesWithItsOwnCode =
      noClasses()
          .that()
          .resideInAPackage("..flight.safety..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.holdpoint.motion..")
                  .and(
                      describe(
                          "more than vectors and quaternions",
                          type ->
                              !type.getSimpleName().equals("Vec3")
                                  && !type.getSimpleName().equals("Quaternion"))));

  /** It judges by the monitor's state; what control wants is all that it sees of the rest. */
  @ArchTest
  static final ArchRule runTimeAssuranceSeesNothingOfNavigationGuidanceAndMode =
      noClasses()
          .that()
          .resideInAPackage("..flight.assurance..")
          .should()
          .dependOnClassesThat(NOMINAL_CHAIN);

  @ArchTest
  static final ArchRule onlyTheGateSaysWhatIsApplied =
      classes()
          .that()
          .resideInAPackage("org.holdpoint.flight..")
          .and()
          .doNotHaveSimpleName("ActuatorGate")
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere(
                      describe(
                          "an AppliedActuation",
                          call -> call.getTargetOwner().isEquivalentTo(AppliedActuation.class)))));

  @ArchTest
  static final ArchRule thrusterCommandsComeFromControlAndTheGateOnly =
      classes()
          .that()
          .resideOutsideOfPackages(
              "..flight.control..", "..flight.safety..", "..flight.assurance..")
          .and()
          .doNotHaveFullyQualifiedName(ActuatorCommands.class.getName())
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere(
                      describe(
                          "an ActuatorCommands",
                          call -> call.getTargetOwner().isEquivalentTo(ActuatorCommands.class)))));

  @ArchTest
  static final ArchRule componentsDoNotReachBackIntoTheTopology =
      noClasses()
          .that()
          .resideInAnyPackage("org.holdpoint.flight.*..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("FlightTopology")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("FlightComputer");

  private static DescribedPredicate<JavaClass> named(Class<?> type) {
    return describe(type.getSimpleName(), other -> other.isEquivalentTo(type));
  }
}
