package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class PagesTest {

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Lists lists;
  @Autowired private Records records;
  @Autowired private Tenancy tenancy;

  private static final String LIST =
      """
      name,phone,note
      Dario Marin,+44 7700 900188,<script>alert(1)</script>
      Dario Marin,07700900188,x
      ,no phone,
      """;

  @Test
  void answersWhatIsKnownWithReasonsAndKeepsTheQuestionOutOfTheAddress() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    put(amina, "Dario Marin", "+44 7700 900188");
    MvcResult asked = send(amina, post("/known").param("q", "07700900188"));
    assertThat(location(asked)).matches("/known\\?asked=[0-9a-f-]{36}");
    MvcResult result = follow(amina, asked);
    String page = text(result);
    assertThat(result.getResponse().getStatus()).isEqualTo(200);
    assertThat(page).contains("Dario Marin", "1 of 1 shown", "Case 26-0418", "<svg", "bits");
    assertThat(page)
        .contains("it occurs once in 1 record")
        .contains(">Same</button>")
        .doesNotContain("Same person");
    assertThat(page).contains("known: the very same is written there");
    assertThat(page).doesNotContain("?q=");
  }

  @Test
  void saysOfANameHowItsWeightComesAbout() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    put(amina, "Dario Marin", "+44 7700 900188");
    String page = text(follow(amina, send(amina, post("/known").param("q", "Dario Marin"))));
    assertThat(page).contains("bits of evidence", "to begin with", "in all");
    assertThat(page).doesNotContain("known: the very same");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "es"})
  void answersInOtherLanguages(String language) throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    put(amina, "Dario Marin", "+44 7700 900188");
    String page =
        text(follow(amina, send(amina, post("/known?lang=" + language).param("q", "Dario Marin"))));
    assertThat(page).contains(language.equals("ar") ? "الاسم نفسه" : "Mismo nombre", "Dario Marin");
  }

  @Test
  void saysWhatIsWrongWithAQuestion() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    for (String typed : List.of("", "   ", "x".repeat(10_000), "!!!", "\u0000")) {
      MvcResult result = send(amina, post("/known").param("q", typed));
      assertThat(result.getResponse().getStatus()).as(typed).isEqualTo(422);
      assertThat(text(result)).contains("id=\"mistakes\"");
    }
    MvcResult hostile =
        follow(
            amina, send(amina, post("/known").param("q", "<script>alert(1)</script>' or 1=1 --")));
    assertThat(hostile.getResponse().getStatus()).isEqualTo(200);
    assertThat(text(hostile)).doesNotContain("<script>alert");
  }

  @Test
  void whatSomebodyAskedIsFoundAgainByTheirSessionAlone() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    put(amina, "Dario Marin", "+44 7700 900188");
    MvcResult asked = send(amina, post("/known").param("q", "Dario Marin"));
    assertThat(text(follow(amina, asked))).contains("Dario Marin");
    assertThat(text(follow(amina, asked))).contains("Dario Marin");
    String elsewhere = text(send(amina, get(location(asked))));
    assertThat(elsewhere).doesNotContain("Dario Marin").contains("name=\"q\"");
    assertThat(text(send(amina, get("/known?asked=%27or%201=1")))).contains("name=\"q\"");
  }

  @Test
  void recordsAreLeafedThroughByAddress() throws Exception {
    SignedIn supervisor = as.person(Role.SUPERVISOR);
    for (int i = 0; i < 51; i++) {
      put(supervisor, "Person " + i, "+44 7700 9001" + (10 + i));
    }
    String first = text(send(supervisor, get("/records")));
    assertThat(first).contains("/records?sort=source&amp;page=2");
    assertThat(text(send(supervisor, get("/records?sort=source&page=2")))).contains("Person");
    for (String odd : List.of("page=-1", "page=999999999", "source=x", "sort=name", "page=%00")) {
      assertThat(status(supervisor, get("/records?" + odd))).as(odd).isLessThan(500);
    }
  }

  @Test
  void remembersAJudgementAndUndoesIt() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin", "+44 7700 900188");
    String judged =
        text(
            follow(
                amina,
                send(
                    amina,
                    post("/known/judge")
                        .param("q", "Dario Marin")
                        .param("right", dario.toString())
                        .param("verdict", "DIFFERENT")
                        .param("reason", "another town"))));
    assertThat(judged).contains("Judged different", "Amina K.", "another town", "Undo");
    Matcher undo = Pattern.compile("/judgements/[0-9a-f-]{36}/undo").matcher(judged);
    assertThat(undo.find()).isTrue();
    String again = text(follow(amina, send(amina, post(undo.group()).param("q", "Dario Marin"))));
    assertThat(again).doesNotContain("Judged different").contains("1 of 1 shown");
  }

  @Test
  void goesBackOnlyToPagesOfOurs() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin", "+44 7700 900188");
    RecordId other = put(amina, "Dario Marin", "+44 7700 900188");
    for (String back : List.of("https://example.org/", "//example.org", "/known?q=x")) {
      MvcResult result =
          send(
              amina,
              post("/judgements")
                  .param("left", one.toString())
                  .param("right", other.toString())
                  .param("verdict", "SAME")
                  .param("back", back));
      assertThat(result.getResponse().getHeader("Location")).isEqualTo("/known");
    }
  }

  @Test
  void takesAListFromUploadToResultAndBack() throws Exception {
    SignedIn analyst = as.person(Role.ANALYST);
    MvcResult uploaded = upload(analyst, "agencies <script>.csv", LIST);
    String columns = location(uploaded);
    assertThat(columns).matches("/imports/[0-9a-f-]{36}/columns");
    String columnsPage = text(send(analyst, get(columns)));
    assertThat(columnsPage).contains("Dario Marin").doesNotContain("<script>alert");
    MvcResult checked =
        send(
            analyst,
            post(columns).param("use", "NAME", "PHONE", "KEEP").param("odd", "REJECT_ROW"));
    String path = location(checked);
    String preview = text(send(analyst, get(path)));
    assertThat(preview)
        .contains("Import 2 rows", "cannot be read as what the column holds", "no phone");
    assertThat(send(analyst, post(path + "/start")).getResponse().getStatus()).isEqualTo(303);
    String result = awaitEnd(analyst, path);
    assertThat(result).contains("Duplicates inside the list", "1 of 1 shown", "Undo this import");
    String csv = text(send(analyst, post(path + "/rejected.csv")));
    assertThat(csv).startsWith("name,phone,note,Line,Why").contains(",no phone,,4,");
    send(analyst, post(path + "/undo"));
    assertThat(text(send(analyst, get(path)))).contains("undone");
  }

  @Test
  void showsARecordAsItCameAndMasksItForTheAnalyst() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn supervisor = as.person(harbour, Role.SUPERVISOR);
    SignedIn analyst = as.person(harbour, Role.ANALYST);
    lists.importAll(supervisor, LIST);
    Matcher link =
        Pattern.compile("/records/[0-9a-f-]{36}").matcher(text(send(supervisor, get("/records"))));
    assertThat(link.find()).isTrue();
    String full = text(send(supervisor, get(link.group())));
    assertThat(full).contains("900188", "&lt;script&gt;", "Connected to", "1 of 1 shown");
    String masked = text(send(analyst, get(link.group())));
    assertThat(masked).contains("•••188").doesNotContain("900188");
    assertThat(text(send(analyst, get("/records?page=2&source=x")))).contains("Records");
  }

  @Test
  void refusesAnUploadWithoutItsReasons() throws Exception {
    SignedIn analyst = as.person(Role.ANALYST);
    MvcResult result =
        mvc.perform(
                multipart("/imports")
                    .file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[0]))
                    .param("keepUntil", "yesterday")
                    .with(as.signedIn(analyst))
                    .with(csrf()))
            .andReturn();
    assertThat(result.getResponse().getStatus()).isEqualTo(422);
    assertThat(text(result))
        .contains("Choose a file", "Give the list a name", "Choose a day after today");
  }

  @Test
  void takesUploadsAtOneAddressAlone() throws Exception {
    MvcResult result =
        mvc.perform(
                multipart("/report")
                    .file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[10])))
            .andReturn();
    assertThat(result.getResponse().getStatus()).isEqualTo(415);
  }

  static Stream<String> routes() {
    return Stream.of(
        "GET /records/{record}",
        "GET /imports/{import}",
        "GET /imports/{import}/columns",
        "POST /imports/{import}/columns",
        "POST /imports/{import}/start",
        "POST /imports/{import}/stop",
        "POST /imports/{import}/undo",
        "POST /imports/{import}/discard",
        "POST /imports/{import}/rejected.csv",
        "POST /judgements/{judgement}/undo");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void givesAnotherOrganisationTheSameAnswerAsForNothing(String route) throws Exception {
    SignedIn analyst = as.person(Role.SUPERVISOR);
    ImportList list = lists.importAll(analyst, LIST);
    RecordId one = put(analyst, "Dario Marin", "+44 7700 900188");
    RecordId other = put(analyst, "Dario Marin", "+44 7700 900188");
    send(
        analyst,
        post("/judgements")
            .param("left", one.toString())
            .param("right", other.toString())
            .param("verdict", "SAME"));
    String record = text(send(analyst, get("/records/" + one)));
    Matcher judgement = Pattern.compile("/judgements/([0-9a-f-]{36})/undo").matcher(record);
    assertThat(judgement.find()).isTrue();
    SignedIn stranger = as.person(Role.SUPERVISOR);
    MvcResult theirs =
        send(stranger, route(route, list.id().toString(), one.toString(), judgement.group(1)));
    String nothing = UUID.randomUUID().toString();
    MvcResult none = send(stranger, route(route, nothing, nothing, nothing));
    assertThat(theirs.getResponse().getStatus()).isEqualTo(404);
    assertThat(text(theirs)).isEqualTo(text(none));
    assertThat(none.getResponse().getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/known", "/judgements", "/imports", "/known/judge"})
  void refusesAPostWithoutItsProof(String path) throws Exception {
    SignedIn supervisor = as.person(Role.SUPERVISOR);
    int status =
        mvc.perform(post(path).with(as.signedIn(supervisor)).with(csrf().useInvalidToken()))
            .andReturn()
            .getResponse()
            .getStatus();
    assertThat(status).isEqualTo(403);
  }

  @Test
  void letsInWhomTheTableSays() throws Exception {
    SignedIn responder = as.person(Role.RESPONDER);
    SignedIn caseworker = as.person(Role.CASEWORKER);
    SignedIn administrator = as.person(Role.ADMINISTRATOR);
    assertThat(status(responder, post("/known").param("q", "x"))).isEqualTo(403);
    assertThat(status(administrator, post("/known").param("q", "x"))).isEqualTo(403);
    assertThat(status(caseworker, get("/records"))).isEqualTo(403);
    assertThat(status(caseworker, get("/imports"))).isEqualTo(403);
    assertThat(status(as.person(Role.HELPLINE_WORKER), get("/imports"))).isEqualTo(403);
    assertThat(mvc.perform(get("/imports")).andReturn().getResponse().getHeader("Location"))
        .isEqualTo("/sign-in");
  }

  private int status(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
    return send(who, request).getResponse().getStatus();
  }

  private static MockHttpServletRequestBuilder route(
      String route, String list, String record, String judgement) {
    String path =
        route
            .substring(route.indexOf(' ') + 1)
            .replace("{import}", list)
            .replace("{record}", record)
            .replace("{judgement}", judgement);
    return route.startsWith("GET") ? get(path) : post(path).param("use", "NAME");
  }

  private String awaitEnd(SignedIn who, String path) throws Exception {
    for (int i = 0; i < 600; i++) {
      String page = text(send(who, get(path)));
      if (!page.contains("data-state=\"GOING_ON\"")) {
        return page;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the import did not end");
  }

  private MvcResult upload(SignedIn who, String fileName, String text) throws Exception {
    return mvc.perform(
            multipart("/imports")
                .file(
                    new MockMultipartFile(
                        "file", fileName, "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("name", "Agencies <b>2025</b>")
                .param("basis", "PUBLIC_TASK")
                .param("purpose", "Looking for recruiters")
                .param("keepUntil", "2030-01-01")
                .with(as.signedIn(who))
                .with(csrf()))
        .andReturn();
  }

  private MvcResult send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(as.signedIn(who)).with(csrf())).andReturn();
  }

  /// The page a form led to, in the session that sent it.
  private MvcResult follow(SignedIn who, MvcResult sent) throws Exception {
    return send(who, get(location(sent)).cookie(sent.getResponse().getCookies()));
  }

  private static String location(MvcResult result) {
    return Objects.requireNonNull(result.getResponse().getHeader("Location"));
  }

  private static String text(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private RecordId put(SignedIn who, String name, String phone) {
    var id = new RecordId(UUID.randomUUID());
    tenancy.within(
        who.organisation(),
        () ->
            records.put(
                RecordSource.ofCase(UUID.randomUUID(), "26-0418"),
                id,
                List.of(new Value(Kind.NAME, name), new Value(Kind.PHONE, phone))));
    return id;
  }
}
