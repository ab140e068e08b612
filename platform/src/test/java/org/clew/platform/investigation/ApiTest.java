package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Action;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@ClewTest
class ApiTest {

  private static final String ABOUT =
      "/api/v1/imports?name=Agencies&basis=PUBLIC_TASK&purpose=Looking&keepUntil=2030-01-01";

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Lists lists;

  @Test
  void importsAListAndFindsWhatIsInIt() throws Exception {
    SignedIn machine = machine(Action.IMPORT_RECORDS, Action.ASK_KNOWN_BEFORE, Action.READ_RECORDS);
    MvcResult created =
        mvc.perform(
                post(ABOUT)
                    .with(as.signedIn(machine))
                    .contentType("text/csv")
                    .content("name,phone\nDario Marin,+44 7700 900188\nNobody,not a phone\n"))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.columns[1].use").value("PHONE"))
            .andReturn();
    String uploaded = Objects.requireNonNull(created.getResponse().getHeader("Location"));
    mvc.perform(
            put(uploaded + "/columns")
                .with(as.signedIn(machine))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"uses\":[\"NAME\",\"PHONE\"]}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.imported").value(1))
        .andExpect(jsonPath("$.rejected").value(1));
    mvc.perform(post(uploaded + "/start").with(as.signedIn(machine)))
        .andExpect(status().isAccepted());
    awaitDone(machine, uploaded);
    mvc.perform(get(uploaded + "/rejected").with(as.signedIn(machine)))
        .andExpect(content().string(containsString("Nobody,not a phone,3,")));
    mvc.perform(ask(machine, "{\"text\":\"07700 900188\"}"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.matches[0].record.label").value("Dario Marin"))
        .andExpect(jsonPath("$.matches[0].record.values[1].text").value("•••188"))
        .andExpect(jsonPath("$.matches[0].evidence[0].kind").value("PHONE"));
    mvc.perform(delete(uploaded).with(as.signedIn(machine))).andExpect(status().isNoContent());
    mvc.perform(ask(machine, "{\"values\":[{\"kind\":\"NAME\",\"text\":\"Dario Marin\"}]}"))
        .andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void answersMistakesAsProblems() throws Exception {
    SignedIn machine = machine(Action.IMPORT_RECORDS, Action.ASK_KNOWN_BEFORE);
    for (String odd : new String[] {"{}", "{\"text\":\"  \"}", "{\"text\":\"!!!\"}"}) {
      mvc.perform(ask(machine, odd))
          .andExpect(status().isUnprocessableContent())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.detail").isNotEmpty());
    }
    mvc.perform(ask(machine, "{\"values\":[{\"kind\":\"NONSENSE\",\"text\":\"x\"}]}"))
        .andExpect(status().isBadRequest());
    mvc.perform(
            post("/api/v1/imports?name=x")
                .with(as.signedIn(machine))
                .contentType("text/csv")
                .content("a\n1\n"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[null] | values[0]",
        "[{\"kind\":\"PHONE\"}] | values[0].text",
        "[{\"kind\":\"NAME\",\"text\":\"x\"},{\"text\":\"x\"}] | values[1].kind"
      })
  void namesTheFieldThatIsMissing(String values, String field) throws Exception {
    mvc.perform(ask(machine(Action.ASK_KNOWN_BEFORE), "{\"values\":" + values + "}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.fields[0]").value(field));
  }

  @Test
  void saysHowManyValuesMayBeAsked() throws Exception {
    String value = "{\"kind\":\"NAME\",\"text\":\"x\"}";
    String many = "{\"values\":[" + (value + ",").repeat(50) + value + "]}";
    mvc.perform(ask(machine(Action.ASK_KNOWN_BEFORE), many))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("at most 50")));
  }

  @Test
  void takesNoNumberForAKind() throws Exception {
    mvc.perform(ask(machine(Action.ASK_KNOWN_BEFORE), "{\"values\":[{\"kind\":0,\"text\":\"x\"}]}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.fields[0]").value("values[0].kind"));
  }

  @Test
  void asksWhatTheColumnsHold() throws Exception {
    ImportList list = lists.upload(as.person(Role.ANALYST), "name\nDario Marin\n");
    for (String said : new String[] {"{}", "{\"uses\":null}", "{\"uses\":[null]}"}) {
      mvc.perform(
              put("/api/v1/imports/" + list.id() + "/columns")
                  .with(as.signedIn(machine(Action.IMPORT_RECORDS)))
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(said))
          .andExpect(status().isUnprocessableContent())
          .andExpect(jsonPath("$.fields[0]").value("uses"));
    }
  }

  @Test
  void letsInWhatTheScopesSay() throws Exception {
    mvc.perform(ask(machine(Action.READ_CASE), "{\"text\":\"x\"}"))
        .andExpect(status().isForbidden());
    mvc.perform(
            post(ABOUT)
                .with(as.signedIn(machine(Action.ASK_KNOWN_BEFORE)))
                .contentType("text/csv")
                .content("a\n1\n"))
        .andExpect(status().isForbidden());
    mvc.perform(post("/api/v1/known-before").contentType(MediaType.APPLICATION_JSON).content("{}"))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void givesAnotherOrganisationTheSameAnswerAsForNothing() throws Exception {
    ImportList list = lists.importAll(as.person(Role.ANALYST), "name\nDario Marin\n");
    SignedIn stranger = machine(Action.IMPORT_RECORDS);
    for (UUID id : new UUID[] {list.id().value(), UUID.randomUUID()}) {
      String path = "/api/v1/imports/" + id;
      for (var request :
          new org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder[] {
            get(path),
            delete(path),
            post(path + "/start"),
            post(path + "/stop"),
            get(path + "/rejected")
          }) {
        mvc.perform(request.with(as.signedIn(stranger))).andExpect(status().isNotFound());
      }
    }
  }

  private void awaitDone(SignedIn machine, String path) throws Exception {
    for (int i = 0; i < 600; i++) {
      String now =
          mvc.perform(get(path).with(as.signedIn(machine)))
              .andReturn()
              .getResponse()
              .getContentAsString();
      if (now.contains("\"DONE\"")) {
        return;
      }
      assertThat(now).doesNotContain("FAILED");
      Thread.sleep(100);
    }
    throw new AssertionError("the import did not end");
  }

  private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder ask(
      SignedIn machine, String question) {
    return post("/api/v1/known-before")
        .with(as.signedIn(machine))
        .contentType(MediaType.APPLICATION_JSON)
        .content(question);
  }

  private SignedIn machine(Action... scopes) {
    Organisation organisation = as.organisation();
    return SignedIn.machine(
        new PersonId(UUID.randomUUID()), organisation.id(), "A machine", Set.of(scopes));
  }
}
