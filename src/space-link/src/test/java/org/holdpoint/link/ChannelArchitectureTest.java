package org.holdpoint.link;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The channel sees bytes and ticks, and nothing of the machine that it runs on. */
@AnalyzeClasses(packages = "org.holdpoint.link", importOptions = DoNotIncludeTests.class)
class ChannelArchitectureTest {
  @ArchTest
  static final ArchRule seesBytesOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "org.yamcs..", "org.orekit..", "java.time..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              java.util.Random.class,
              java.util.SplittableRandom.class,
              java.util.HashMap.class,
              Thread.class)
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
