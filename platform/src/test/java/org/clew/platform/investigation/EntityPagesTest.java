package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Action;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/// An entity on the screen and for machines, also under an id it no longer goes by.
@ClewTest
class EntityPagesTest {

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Records records;
  @Autowired private Judgements judgements;
  @Autowired private Tenancy tenancy;

  @Test
  void saysWhichRecordsWerePutTogetherByWhomAndWhy() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin");
    judge(amina, dario, put(amina, "D. <script>alert(1)</script>"), "<b>same</b> tattoo");
    MvcResult result = send(amina, "/entities/" + entity(amina, dario));
    String page = text(result);
    assertThat(result.getResponse().getStatus()).isEqualTo(200);
    assertThat(page)
        .contains("2 records were put together", "Dario Marin", "Put together for the first time.")
        .contains("Amina K. judged two records: Same.", "&lt;b&gt;same&lt;/b&gt; tattoo")
        .doesNotContain("<script>alert", "<b>same", "victim");
    assertThat(text(send(amina, "/records/" + dario)))
        .contains("/entities/" + entity(amina, dario), "How this came together");
  }

  @Test
  void anOldIdLeadsToWhatItWentInto() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin");
    judge(amina, dario, put(amina, "D. Marin"), "");
    RecordId layla = put(amina, "Layla Nasser");
    judge(amina, layla, put(amina, "L. Nasser"), "");
    EntityId old = entity(amina, layla);
    judge(amina, dario, layla, "");
    EntityId now = entity(amina, dario);
    assertThat(text(send(amina, "/entities/" + old)))
        .contains("its records went elsewhere", "href=\"/entities/" + now + "\"", "4 records")
        .contains("Went into another.");
    assertThat(text(send(amina, "/entities/" + now)))
        .contains("Put together with what was known apart from it.", "came from another");
  }

  @ParameterizedTest
  @CsvSource({"ar, حُكم بأنه واحد", "es, Juzgado como uno"})
  void inOtherLanguages(String language, String title) throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin");
    judge(amina, dario, put(amina, "D. Marin"), "");
    assertThat(text(send(amina, "/entities/" + entity(amina, dario) + "?lang=" + language)))
        .contains(title);
  }

  @Test
  void whatIsNotThereAndWhatIsAnothersAreToldApartNowhere() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin");
    judge(amina, dario, put(amina, "D. Marin"), "");
    String path = "/entities/" + entity(amina, dario);
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThat(send(stranger, path).getResponse().getStatus()).isEqualTo(404);
    assertThat(send(stranger, "/entities/" + UUID.randomUUID()).getResponse().getStatus())
        .isEqualTo(404);
    assertThat(send(as.person(Role.ADMINISTRATOR), path).getResponse().getStatus()).isEqualTo(403);
    for (String odd : List.of("/entities/x", "/entities/" + "9".repeat(5_000))) {
      assertThat(send(amina, odd).getResponse().getStatus()).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void machinesAskForItToo(boolean withRecords) throws Exception {
    Organisation harbour = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin");
    judge(amina, dario, put(amina, "D. Marin"), "");
    String path = "/api/v1/entities/" + entity(amina, dario);
    String token =
        withRecords
            ? as.token(harbour, Action.ASK_KNOWN_BEFORE, Action.READ_RECORDS)
            : as.token(harbour, Action.ASK_KNOWN_BEFORE);
    MvcResult result =
        mvc.perform(get(path).header("Authorization", "Bearer " + token)).andReturn();
    assertThat(result.getResponse().getStatus()).isEqualTo(withRecords ? 200 : 404);
    if (withRecords) {
      assertThat(text(result))
          .contains("\"kind\":\"NEW\"", "\"cause\":\"JUDGED\"", "\"verdict\":\"SAME\"")
          .contains(dario.toString());
    }
    String theirs = as.token(as.organisation(), Action.ASK_KNOWN_BEFORE, Action.READ_RECORDS);
    assertThat(
            mvc.perform(get(path).header("Authorization", "Bearer " + theirs))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
  }

  private EntityId entity(SignedIn who, RecordId record) {
    return tenancy.within(
        who.organisation(),
        () -> Objects.requireNonNull(judgements.around(List.of(record)).id(record)));
  }

  private void judge(SignedIn who, RecordId left, RecordId right, String reason) {
    tenancy.within(
        who.organisation(), () -> judgements.judge(who, left, right, Verdict.SAME, reason));
  }

  private RecordId put(SignedIn who, String name) {
    var id = new RecordId(UUID.randomUUID());
    tenancy.within(
        who.organisation(),
        () ->
            records.put(
                RecordSource.ofCase(UUID.randomUUID(), "26-0418"),
                id,
                List.of(new Value(Kind.NAME, name))));
    return id;
  }

  private MvcResult send(SignedIn who, String path) throws Exception {
    return mvc.perform(get(path).with(as.signedIn(who))).andReturn();
  }

  private static String text(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
