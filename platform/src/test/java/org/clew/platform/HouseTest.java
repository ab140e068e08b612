package org.clew.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rules of the house that no compiler knows.
class HouseTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.clew.platform");

  @Test
  void nobodyAsksTheWallForTheTime() {
    noClasses()
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>("now() without a clock") {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getTarget().getName().equals("now")
                    && call.getTarget().getRawParameterTypes().isEmpty()
                    && Set.of(
                            Instant.class,
                            LocalDate.class,
                            LocalDateTime.class,
                            OffsetDateTime.class)
                        .stream()
                        .anyMatch(call.getTargetOwner()::isEquivalentTo);
              }
            })
        .check(CLASSES);
  }

  @Test
  void sqlIsSpokenInStoresAlone() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .resideOutsideOfPackage("org.clew.platform.database..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(JdbcTemplate.class)
        .check(CLASSES);
  }

  @Test
  void storesAreNobodyElsesBusiness() {
    classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate().check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Service|Repository)")
        .check(CLASSES);
  }

  @Test
  void pagesKnowNoTables() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Pages")
        .or()
        .haveSimpleNameEndingWith("Api")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Tenancy.class)
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Store")
        .check(CLASSES);
  }
}
