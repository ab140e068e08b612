package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// A context of its own, because nobody may be able to sign in yet.
@ClewTest
@TestPropertySource(properties = "clew.public-url=https://clew.example.org")
class SetupTest {

  @Autowired private MockMvc mvc;
  @Autowired private Setup setup;
  @Autowired private Organisations organisations;
  @Autowired private Keyholder keyholder;

  @Test
  void theCodeOfTheConsoleMakesTheFirstAdministratorAndThenNothing() throws Exception {
    OneTimeSecret code = setup.newCode();
    assertThat(mvc.perform(get("/setup")).andReturn().getResponse().getStatus()).isEqualTo(200);

    assertThat(begin("0000-0000-0000-0000", "Harbour").getStatus()).isEqualTo(422);
    assertThat(begin(code.grouped(), "").getStatus()).isEqualTo(422);
    assertThat(organisations.all()).isEmpty();

    MockHttpServletResponse begun =
        begin(code.grouped().toLowerCase(java.util.Locale.ROOT), "Harbour");
    assertThat(begun.getStatus()).isEqualTo(303);
    String path = Objects.requireNonNull(begun.getHeader("Location"));
    assertThat(mvc.perform(get(path)).andReturn().getResponse().getContentAsString())
        .contains("Harbour", "Ana", "ana@example.org");
    assertThat(begin(code.grouped(), "Another").getStatus()).isEqualTo(422);

    keyholder.someone(organisations.all().getFirst(), Role.ADMINISTRATOR);
    assertThat(mvc.perform(get("/setup")).andReturn().getResponse().getStatus()).isEqualTo(404);
    assertThat(begin(setup.newCode().grouped(), "Another").getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse begin(String code, String organisation) throws Exception {
    return mvc.perform(
            post("/setup")
                .param("code", code)
                .param("organisation", organisation)
                .param("name", "Ana")
                .param("email", "Ana@example.org"))
        .andReturn()
        .getResponse();
  }
}
