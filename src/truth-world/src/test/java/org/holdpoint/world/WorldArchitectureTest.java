package org.holdpoint.world;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** The world stands alone, and is the same on every machine. */
@Tag("WLD-060")
@AnalyzeClasses(packages = "org.holdpoint.world", importOptions = DoNotIncludeTests.class)
class WorldArchitectureTest {
  /** Methods of Math that give the same bits on every machine. */
  private static final Set<String> EXACT_MATH =
      Set.of("sqrt", "abs", "min", "max", "floor", "rint", "fma", "floorMod", "floorDiv", "signum");

  @ArchTest
  static final ArchRule usesNothingOfOursOutsideItself =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.holdpoint..")
                  .and(resideOutsideOfPackage("org.holdpoint.world..")));

  @ArchTest
  static final ArchRule transcendentalFunctionsAreThoseOfFastMath =
      noClasses()
          .should()
          .accessTargetWhere(
              describe(
                  "a method of Math that rounds differently on different machines",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isEquivalentTo(StrictMath.class)
                          || (access.getTargetOwner().isEquivalentTo(Math.class)
                              && !EXACT_MATH.contains(access.getName()))));

  @ArchTest
  static final ArchRule hasNoClockNoSharedRandomnessNoThreads =
      noClasses()
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                      java.util.Random.class,
                      java.util.SplittableRandom.class,
                      java.util.HashMap.class,
                      java.util.HashSet.class,
                      java.time.Clock.class,
                      Thread.class)
                  .or(resideInAnyPackage("java.util.concurrent..", "java.net..")))
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(Math.class, "random");

  /** Orekit's default context would look for data on the machine. */
  @ArchTest
  static final ArchRule asksNotForOrekitsDefaultData =
      noClasses().should().callMethod(org.orekit.data.DataContext.class, "getDefault");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.holdpoint.world.(*)..").should().beFreeOfCycles();
}
