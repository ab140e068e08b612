package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.platform.access.Action;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.database.Tenancy;
import org.clew.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures through HTTP, with a token, on a real PostgreSQL, audit and all: `bench/investigation`.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class InvestigationBenchmark {

  private static final int RECORDS = Integer.getInteger("records", 100_000);
  private static final int QUESTIONS = Integer.getInteger("questions", 2_000);
  private static final String ABOUT =
      "/api/v1/imports?name=Bench&basis=PUBLIC_TASK&purpose=Bench&keepUntil=2030-01-01";

  private static final List<Kind> KINDS =
      List.of(
          Kind.GIVEN_NAME,
          Kind.FAMILY_NAME,
          Kind.BIRTH_DATE,
          Kind.PHONE,
          Kind.EMAIL,
          Kind.ADDRESS,
          Kind.PLACE,
          Kind.POSTCODE,
          Kind.COUNTRY,
          Kind.CATEGORY);

  /// What is asked in turn.
  private static final List<String> ASKED =
      List.of("phone", "its ending", "name", "misspelt name", "e-mail", "name and town");

  @Autowired private As as;
  @Autowired private RecordStore records;
  @Autowired private RecordChangeStore changes;
  @Autowired private Tenancy tenancy;
  @Autowired private JsonMapper json;
  @Autowired private Environment environment;

  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  @Test
  void importsAndAnswers() throws Exception {
    importsTenThousandRows();
    knowsBefore();
  }

  private void importsTenThousandRows() throws Exception {
    signIn();
    String text = new SeededList(7).rows(10_000);
    var bad = new StringBuilder(text);
    for (int i = 0; i < 100; i++) {
      bad.append("Nobody,Nowhere,not a day,,,,,,,\n");
    }
    long began = System.nanoTime();
    double cpu = cpuSeconds();
    Imported whole = imported(text);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "import of 10,000 rows x 10 columns: %.1f s (%.1f CPU-s of the server) from upload to"
            + " connections, progress seen %d times, %d duplicates%n",
        seconds,
        cpuSeconds() - cpu,
        whole.progressSeen(),
        whole.list().path("duplicates").asLong());
    signIn();
    Imported withBad = imported(bad.toString());
    System.out.printf(
        "import with 1 %% bad rows: %d rows = %d imported + %d rejected%n",
        withBad.list().path("rows").asLong(),
        withBad.list().path("imported").asLong(),
        withBad.list().path("rejected").asLong());
    assertThat(withBad.list().path("rejected").asLong()).isEqualTo(100);
    assertThat(withBad.list().path("imported").asLong()).isEqualTo(10_000);
  }

  private void knowsBefore() throws Exception {
    stock(signIn());
    long load = System.nanoTime();
    ask("anybody");
    System.out.printf(
        Locale.ROOT,
        "first question, which reads %,d records into memory: %.1f s%n",
        RECORDS,
        (System.nanoTime() - load) / 1e9);
    for (int i = 0; i < QUESTIONS / 4; i++) {
      ask(question(new SeededList(1_000 + i), i));
    }
    var times = new double[QUESTIONS];
    var kinds = new TreeMap<String, Integer>();
    double cpu = cpuSeconds();
    for (int i = 0; i < QUESTIONS; i++) {
      String question = question(new SeededList(i), i);
      long began = System.nanoTime();
      JsonNode answer = ask(question);
      times[i] = (System.nanoTime() - began) / 1e6;
      kinds.merge(answer.path("total").asInt() > 0 ? "found" : "nothing", 1, Integer::sum);
    }
    double perQuestion = (cpuSeconds() - cpu) / QUESTIONS * 1_000;
    for (int kind = 0; kind < ASKED.size(); kind++) {
      double[] some =
          IntStream.iterate(kind, i -> i < QUESTIONS, i -> i + ASKED.size())
              .mapToDouble(i -> times[i])
              .sorted()
              .toArray();
      System.out.printf(
          Locale.ROOT,
          "  %s: p50 %.1f ms, p99 %.1f ms%n",
          ASKED.get(kind),
          some[some.length / 2],
          some[some.length * 99 / 100]);
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "known before? %,d records, %,d questions (%s): p50 %.1f ms, p90 %.1f ms, p99 %.1f ms,"
            + " max %.1f ms; %.1f CPU-ms each%n",
        RECORDS,
        QUESTIONS,
        kinds,
        times[QUESTIONS / 2],
        times[QUESTIONS * 9 / 10],
        times[QUESTIONS * 99 / 100],
        times[QUESTIONS - 1],
        perQuestion);
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf("heap in use: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static String question(SeededList some, int i) {
    String first = some.name(2);
    String last = some.name(3);
    return switch (i % ASKED.size()) {
      case 0 -> "+44 " + some.phone().substring(1);
      case 1 -> some.phone().replace(" ", "").substring(5);
      case 2 -> first + " " + last;
      case 3 -> last.replace("a", "e") + " " + first;
      case 4 -> first.toLowerCase(Locale.ROOT) + some.below(1_000) + "@example.org";
      default -> first + " " + last + ", Easton";
    };
  }

  private record Imported(JsonNode list, int progressSeen) {}

  private Imported imported(String text) throws Exception {
    JsonNode list = json.readTree(send("POST", ABOUT, "text/csv", text));
    String path = "/api/v1/imports/" + list.path("id").asString();
    List<String> uses =
        list.path("columns").valueStream().map(column -> column.path("use").asString()).toList();
    send(
        "PUT",
        path + "/columns",
        "application/json",
        json.writeValueAsString(java.util.Map.of("uses", uses)));
    send("POST", path + "/start", "application/json", "");
    int seen = 0;
    long before = -1;
    while (true) {
      JsonNode now = json.readTree(send("GET", path, "application/json", ""));
      String state = now.path("state").asString();
      if (!List.of("QUEUED", "WRITING", "LINKING").contains(state)) {
        assertThat(state).isEqualTo("DONE");
        return new Imported(now, seen);
      }
      if (now.path("done").asLong() != before) {
        before = now.path("done").asLong();
        seen++;
      }
      Thread.sleep(100);
    }
  }

  private JsonNode ask(String question) throws Exception {
    return json.readTree(
        send(
            "POST",
            "/api/v1/known-before",
            "application/json",
            json.writeValueAsString(java.util.Map.of("text", question))));
  }

  private String send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    String port = environment.getProperty("local.server.port");
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  /// What this process, the server in it, has used: what a crowded machine cannot distort.
  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /// Writes the records there are to be found, as an import would.
  private void stock(Organisation organisation) {
    var source = new RecordSource(RecordSource.Kind.IMPORT, UUID.randomUUID(), "Bench");
    var some = new SeededList(11);
    tenancy.within(
        organisation.id(),
        () -> {
          for (int from = 0; from < RECORDS; from += 1_000) {
            List<StoredRecord> batch =
                IntStream.range(from, Math.min(RECORDS, from + 1_000))
                    .mapToObj(line -> record(some.row(), source, line + 2L))
                    .toList();
            records.addAll(source, batch, batch.stream().map(_ -> List.<String>of()).toList());
          }
          changes.arrived(source.id());
        });
  }

  private static StoredRecord record(String row, RecordSource source, long line) {
    List<String> cells = List.of(row.split(",", -1));
    List<Value> values =
        IntStream.range(0, KINDS.size())
            .mapToObj(i -> new Value(KINDS.get(i), cells.get(i)))
            .toList();
    return new StoredRecord(new RecordId(UUID.randomUUID()), source, line, values);
  }

  /// Takes a token of an organisation nobody else has.
  private Organisation signIn() {
    Organisation organisation = as.organisation();
    token =
        as.token(
            organisation,
            Action.IMPORT_RECORDS,
            Action.ASK_KNOWN_BEFORE,
            Action.READ_RECORDS,
            Action.READ_CONTACT_DETAILS);
    return organisation;
  }
}
