package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clew.platform.ClewTest;
import org.clew.platform.web.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ClewTest
class EnrolmentTest {

  private static final String EMAIL = "amina.haddad@harbour.example.org";

  @Autowired private Enrolment enrolment;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd2026",
        "qwertyuiop[]",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "iloveyouiloveyou",
        "abcdefghijkl",
        "aminahaddad1",
        "amina.haddad",
        "haddad-harbour",
      })
  void whatPeopleTryFirstIsRefused(String password) {
    assertThat(said(password)).containsExactly("access.password.easy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct lantern seven otters",
        "wo die Ziege im Regen steht",
        "القط يشرب الشاي مساء",
        "vK7#pq2Lx9!m",
      })
  void severalWordsOrARandomOneAreTaken(String password) {
    assertThat(said(password)).isEmpty();
  }

  @Test
  void aPasswordHasALengthFromTwelveTo128() {
    assertThat(said("vK7#pq2Lx9!")).containsExactly("access.password.short");
    assertThat(said("vK7#pq2Lx9!m".repeat(11))).containsExactly("access.password.long");
    assertThat(said("vK7 pq2 Lx9 !mZ ".repeat(8))).isEmpty();
  }

  private List<String> said(String password) {
    return enrolment.mistakes(password, EMAIL).all().stream().map(Mistake::messageKey).toList();
  }
}
