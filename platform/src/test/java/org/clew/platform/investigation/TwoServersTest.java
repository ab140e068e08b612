package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.ClewApplication;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Two servers on one database know the same.
@ClewTest
class TwoServersTest {

  @Autowired private As as;
  @Autowired private Records records;
  @Autowired private KnownBefore knownBefore;
  @Autowired private Lists lists;
  @Autowired private Imports imports;
  @Autowired private Judgements judgements;
  @Autowired private Tenancy tenancy;
  @Autowired private Environment environment;

  @Test
  void whatOneServerIsToldTheOtherFinds() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER, Role.ANALYST);
    try (ConfigurableApplicationContext other = otherServer()) {
      KnownBefore there = other.getBean(KnownBefore.class);
      assertThat(ask(there, amina, "Dario Marin").shown()).isEmpty();
      assertThat(ask(knownBefore, amina, "Dario Marin").shown()).isEmpty();
      RecordId dario = put(records, tenancy, amina, "Dario Marin");
      assertThat(ask(there, amina, "Dario Marin").shown()).hasSize(1);
      put(other.getBean(Records.class), other.getBean(Tenancy.class), amina, "Layla Nasser");
      assertThat(ask(knownBefore, amina, "Layla Nasser").shown()).hasSize(1);
      tenancy.within(amina.organisation(), () -> records.remove(dario));
      assertThat(ask(there, amina, "Dario Marin").shown()).isEmpty();
      ImportList list = lists.importAll(amina, "name\nKarim Haddad\n");
      assertThat(ask(there, amina, "Karim Haddad").shown()).hasSize(1);
      Lists.bound(
          amina,
          () -> {
            imports.undo(amina, list.id());
            return list;
          });
      assertThat(ask(there, amina, "Karim Haddad").shown()).isEmpty();
    }
  }

  @Test
  void whatIsPutTogetherOnOneServerIsKnownByTheSameIdOnTheOther() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(records, tenancy, amina, "Dario Marin");
    RecordId other = put(records, tenancy, amina, "D. Marin");
    try (ConfigurableApplicationContext second = otherServer()) {
      KnownBefore there = second.getBean(KnownBefore.class);
      assertThat(ask(there, amina, "Dario Marin").shown().getFirst().entity()).isNull();
      tenancy.within(
          amina.organisation(),
          () -> judgements.judge(amina, dario, other, Verdict.SAME, "same tattoo"));
      EntityId here = ask(knownBefore, amina, "Dario Marin").shown().getFirst().entity();
      assertThat(here).isNotNull();
      assertThat(ask(there, amina, "Dario Marin").shown().getFirst().entity()).isEqualTo(here);
      second
          .getBean(Tenancy.class)
          .within(amina.organisation(), () -> second.getBean(Records.class).remove(other));
      Found found = ask(knownBefore, amina, "Dario Marin").shown().getFirst();
      assertThat(found.entity()).isEqualTo(here);
      assertThat(found.same()).isEmpty();
    }
  }

  @Test
  void missesNothingWhenTransactionsEndInAnotherOrder() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    ask(knownBefore, amina, "anybody");
    tenancy.within(
        amina.organisation(),
        () -> {
          // Begun first, written first, committed last.
          putInside(amina, "Slow Samir");
          put(records, tenancy, amina, "Quick Qadir");
          assertThat(ask(knownBefore, amina, "Quick Qadir").shown()).hasSize(1);
        });
    assertThat(ask(knownBefore, amina, "Slow Samir").shown()).hasSize(1);
  }

  private ConfigurableApplicationContext otherServer() {
    return new SpringApplicationBuilder(ClewApplication.class)
        .run(
            "--server.port=0",
            same("clew.folder"),
            same("clew.database.url"),
            same("clew.database.owner-password-file"),
            same("clew.database.password-file"));
  }

  private String same(String property) {
    return "--" + property + "=" + environment.getProperty(property);
  }

  private static Answer ask(KnownBefore server, SignedIn who, String typed) {
    return Tenancy.bind(who.organisation(), () -> server.ask(who, typed));
  }

  private static RecordId put(Records server, Tenancy tenancy, SignedIn who, String name) {
    var id = new RecordId(UUID.randomUUID());
    tenancy.within(who.organisation(), () -> put(server, id, name));
    return id;
  }

  private void putInside(SignedIn who, String name) {
    assertThat(Tenancy.current()).contains(who.organisation());
    put(records, new RecordId(UUID.randomUUID()), name);
  }

  private static void put(Records server, RecordId id, String name) {
    server.put(
        RecordSource.ofCase(UUID.randomUUID(), "26-0418"), id, List.of(new Value(Kind.NAME, name)));
  }
}
