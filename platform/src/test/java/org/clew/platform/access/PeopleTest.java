package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.platform.ClewTest;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClewTest
class PeopleTest {

  @Autowired private As as;
  @Autowired private People people;
  @Autowired private Tenancy tenancy;

  @Test
  void aTeamSeesItsOwnPeopleAndNoOthers() {
    Organisation harbour = as.organisation();
    Organisation northgate = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    as.person(northgate, Role.SUPERVISOR);
    assertThat(tenancy.within(harbour.id(), people::team))
        .extracting(Person::id)
        .containsExactly(amina.id());
    assertThat(tenancy.within(northgate.id(), () -> people.find(amina.id()))).isEmpty();
    assertThat(people.team()).isEmpty();
  }
}
