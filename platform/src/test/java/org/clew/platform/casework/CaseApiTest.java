package org.clew.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Action;
import org.clew.platform.access.As;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ClewTest
class CaseApiTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private MockMvc mvc;

  private SignedIn amina;
  private CaseId id;

  @BeforeEach
  void aCase() {
    amina = as.person(Role.HELPLINE_WORKER);
    id = desk.open(amina, "Packing house");
    PartId ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    desk.phone(amina, id, ana, "+44 7700 900188");
    desk.said(amina, id, "He keeps it.", Set.of(Fact.WITHHOLDS_DOCUMENTS), Set.of(ana));
  }

  private SignedIn machine(Action... scopes) {
    return SignedIn.machine(
        new PersonId(UUID.randomUUID()), amina.organisation(), "exchange", Set.of(scopes));
  }

  @Test
  void readsACaseInTheWordsOfTheGlossary() throws Exception {
    SignedIn machine = machine(Action.READ_CASE, Action.READ_CONTACT_DETAILS);
    mvc.perform(get("/api/v1/cases/" + id).with(as.signedIn(machine)))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.head.title").value("Packing house"))
        .andExpect(jsonPath("$.participants[0].roles[0]").value("PERSON_AFFECTED"))
        .andExpect(jsonPath("$.identifiers[0].normalised").value("+447700900188"))
        .andExpect(jsonPath("$.facts[0].fact").value("WITHHOLDS_DOCUMENTS"))
        .andExpect(jsonPath("$.missing[0]").value("ACT"));
  }

  @Test
  void aTokenWithoutContactDetailsGetsNeitherTheseNorWords() throws Exception {
    mvc.perform(get("/api/v1/cases/" + id).with(as.signedIn(machine(Action.READ_CASE))))
        .andExpect(jsonPath("$.identifiers[0].written").value("••••88"))
        .andExpect(jsonPath("$.statements[0].words").value(""));
  }

  @Test
  void opensACase() throws Exception {
    SignedIn machine = machine(Action.OPEN_CASE, Action.WRITE_CASE, Action.READ_CASE);
    String json =
        """
        {"title": "Car wash", "channel": "CALL", "began": "2026-03-12T14:05:00Z",
         "words": "They sleep there.", "speaker": "Ben", "speakerRole": "WITNESS"}
        """;
    mvc.perform(
            post("/api/v1/cases")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(as.signedIn(machine)))
        .andExpect(status().isCreated())
        .andExpect(header().exists("Location"))
        .andExpect(jsonPath("$.status").value("ACTIVE"));
    mvc.perform(get("/api/v1/cases").with(as.signedIn(machine)))
        .andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.cases[0].title").value("Car wash"));
  }

  @Test
  void anUnknownCaseAndAnotherOrganisationsAreTheSameProblem() throws Exception {
    SignedIn stranger = as.person(Role.SUPERVISOR);
    for (UUID each : new UUID[] {id.value(), UUID.randomUUID()}) {
      mvc.perform(get("/api/v1/cases/" + each).with(as.signedIn(stranger)))
          .andExpect(status().isNotFound())
          .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }
  }

  @Test
  void nonsenseIsAProblemNotAnError() throws Exception {
    SignedIn machine = machine(Action.OPEN_CASE, Action.READ_CASE);
    for (String wrong : new String[] {"{", "{\"channel\": \"PIGEON\", \"title\": \"x\"}", "[]"}) {
      mvc.perform(
              post("/api/v1/cases")
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(wrong)
                  .with(as.signedIn(machine)))
          .andExpect(status().isBadRequest());
    }
    mvc.perform(
            post("/api/v1/cases")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \" \"}")
                .with(as.signedIn(machine)))
        .andExpect(status().isUnprocessableContent());
    assertThat(
            mvc.perform(get("/api/v1/cases/nonsense").with(as.signedIn(machine)))
                .andReturn()
                .getResponse()
                .getStatus())
        .isBetween(400, 404);
  }

  @Test
  void takesNoNumberForADate() throws Exception {
    for (String number : new String[] {"1e300", "-99999999999999", "0", "\"tomorrow\""}) {
      open("{\"title\": \"x\", \"nextDue\": " + number + "}")
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.fields[0]").value("nextDue"));
    }
  }

  @Test
  void takesNoDateOfOtherTimes() throws Exception {
    for (String odd :
        new String[] {
          "+1000000000-12-31T23:59:59Z", "1899-12-31T23:59:59Z", "2201-01-01T00:00:00Z"
        }) {
      open("{\"title\": \"x\", \"nextDue\": \"" + odd + "\"}")
          .andExpect(status().isUnprocessableContent())
          .andExpect(jsonPath("$.fields[0]").value("nextDue"));
      open("{\"title\": \"x\", \"channel\": \"CALL\", \"began\": \"" + odd + "\"}")
          .andExpect(status().isUnprocessableContent())
          .andExpect(jsonPath("$.fields[0]").value("began"));
    }
  }

  private ResultActions open(String json) throws Exception {
    return mvc.perform(
        post("/api/v1/cases")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json)
            .with(as.signedIn(machine(Action.OPEN_CASE, Action.WRITE_CASE))));
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() throws Exception {
    mvc.perform(get("/api/v1/cases").with(as.signedIn(machine(Action.ASK_KNOWN_BEFORE))))
        .andExpect(status().isForbidden());
    mvc.perform(get("/api/v1/cases")).andExpect(status().isUnauthorized());
  }
}
