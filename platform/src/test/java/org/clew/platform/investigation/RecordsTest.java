package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.AuditEvent;
import org.clew.platform.audit.AuditFilter;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.database.Ids;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClewTest
class RecordsTest {

  @Autowired private As as;
  @Autowired private Records records;
  @Autowired private KnownBefore knownBefore;
  @Autowired private Connections connections;
  @Autowired private Judgements judgements;
  @Autowired private Audit audit;
  @Autowired private Tenancy tenancy;
  @Autowired private RecordStore store;
  @Autowired private Ids ids;
  @Autowired private JdbcClient sql;

  private static final List<Value> DARIO =
      List.of(new Value(Kind.NAME, "Dario Marin"), new Value(Kind.PHONE, "+44 7700 900188"));

  @Test
  void findsAPhoneWrittenInAnotherWay() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, UUID.randomUUID(), DARIO);
    Answer answer = ask(amina, "+447700900188");
    assertThat(answer.shown()).hasSize(1);
    Found found = answer.shown().getFirst();
    assertThat(found.record().id()).isEqualTo(dario);
    assertThat(found.record().label()).isEqualTo("Dario Marin");
    assertThat(found.match().evidence()).isNotEmpty();
    assertThat(answer.records()).isEqualTo(1);
  }

  @Test
  void writesDownTheQuestionAndWhatWasShown() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, UUID.randomUUID(), DARIO);
    ask(amina, "Dario Marin");
    assertThat(within(amina, () -> audit.find(AuditFilter.everything())))
        .extracting(AuditEvent::deed)
        .containsExactly(Deed.READ, Deed.SEARCHED);
    assertThat(
            within(
                amina,
                () ->
                    audit.count(
                        AuditFilter.about(new Subject(Subject.Kind.RECORD, dario.value())))))
        .isEqualTo(1);
  }

  @Test
  void anotherOrganisationFindsNothing() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    put(amina, UUID.randomUUID(), DARIO);
    SignedIn stranger = as.person(Role.HELPLINE_WORKER);
    assertThat(ask(stranger, "Dario Marin").shown()).isEmpty();
  }

  @Test
  void findsAFewOfManyWithoutReadingTheOthers() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    var source = new RecordSource(RecordSource.Kind.IMPORT, UUID.randomUUID(), "A long list");
    List<StoredRecord> many =
        IntStream.range(0, 2_000)
            .mapToObj(line -> new StoredRecord(new RecordId(ids.next()), source, line, DARIO))
            .toList();
    List<RecordId> few = IntStream.range(0, 25).mapToObj(i -> many.get(i * 80).id()).toList();
    tenancy.within(
        amina.organisation(),
        () -> store.addAll(source, many, many.stream().map(_ -> List.<String>of()).toList()));

    long read =
        within(
            amina,
            () -> {
              long before = rowsRead();
              assertThat(store.find(few)).containsOnlyKeys(few);
              return rowsRead() - before;
            });

    assertThat(read).isBetween(25L, 50L);
  }

  @Test
  void forgetsWhatWasRemoved() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    UUID caseId = UUID.randomUUID();
    RecordId dario = put(amina, caseId, DARIO);
    put(amina, caseId, List.of(new Value(Kind.NAME, "Layla Nasser")));
    assertThat(ask(amina, "Dario Marin").shown()).hasSize(1);
    tenancy.within(amina.organisation(), () -> records.remove(dario));
    assertThat(ask(amina, "Dario Marin").shown()).isEmpty();
    tenancy.within(amina.organisation(), () -> records.removeAll(RecordSource.Kind.CASE, caseId));
    assertThat(ask(amina, "Layla Nasser").shown()).isEmpty();
  }

  @Test
  void saysWhatACaseIsConnectedToButNotToItself() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    UUID one = UUID.randomUUID();
    put(amina, one, DARIO);
    put(amina, one, DARIO);
    RecordId other = put(amina, UUID.randomUUID(), DARIO);
    Answer connected = within(amina, () -> connections.of(amina, RecordSource.Kind.CASE, one));
    assertThat(connected.shown()).extracting(found -> found.record().id()).containsExactly(other);
  }

  @Test
  void showsWhatANumberWithNoOwnerConnectsHoweverManyHoldIt() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    Value phone = new Value(Kind.PHONE, "07700 900188");
    UUID one = UUID.randomUUID();
    put(amina, one, List.of(phone));
    List<RecordId> holders =
        Stream.of("Dario Marin", "Layla Nasser", "Marek Orlan")
            .map(name -> put(amina, UUID.randomUUID(), List.of(phone, new Value(Kind.NAME, name))))
            .toList();
    Answer connected = within(amina, () -> connections.of(amina, RecordSource.Kind.CASE, one));
    assertThat(connected.shown())
        .allSatisfy(found -> assertThat(found.match().weight()).isNegative())
        .extracting(found -> found.record().id())
        .containsExactlyInAnyOrderElementsOf(holders);
  }

  @Test
  void aRejectedPairDoesNotComeBackUntilItIsUndone() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    UUID one = UUID.randomUUID();
    RecordId left = put(amina, one, DARIO);
    RecordId right = put(amina, UUID.randomUUID(), DARIO);
    JudgementId id =
        within(
            amina, () -> judgements.judge(amina, left, right, Verdict.DIFFERENT, "another Dario"));
    Answer after = within(amina, () -> connections.of(amina, RecordSource.Kind.CASE, one));
    assertThat(after.shown()).isEmpty();
    assertThat(after.setAside()).hasSize(1);
    Judged judged = after.setAside().getFirst().judged();
    assertThat(judged).isNotNull();
    assertThat(judged.byName()).isEqualTo("Amina K.");
    assertThat(judged.reason()).isEqualTo("another Dario");
    tenancy.within(amina.organisation(), () -> judgements.undo(amina, id));
    Answer undone = within(amina, () -> connections.of(amina, RecordSource.Kind.CASE, one));
    assertThat(undone.shown()).hasSize(1);
    assertThat(within(amina, () -> judgements.history(left)))
        .singleElement()
        .satisfies(history -> assertThat(history.undoneAt()).isNotNull());
  }

  @Test
  void showsConfirmedRecordsAsOne() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId left = put(amina, UUID.randomUUID(), DARIO);
    RecordId right = put(amina, UUID.randomUUID(), DARIO);
    within(amina, () -> judgements.judge(amina, left, right, Verdict.SAME, ""));
    Answer answer = ask(amina, "Dario Marin");
    assertThat(answer.shown()).hasSize(1);
    assertThat(answer.shown().getFirst().same()).hasSize(1);
  }

  @Test
  void remembersWhatWasJudgedAboutTheSameWords() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, UUID.randomUUID(), DARIO);
    within(
        amina,
        () -> knownBefore.judge(amina, "dario marin", dario, Verdict.DIFFERENT, "he is in gaol"));
    Answer again = ask(amina, " Dario  Marin ");
    assertThat(again.shown()).isEmpty();
    assertThat(again.setAside()).hasSize(1);
  }

  @Test
  void takesManyWhoJudgeTheSameAtOnceForOne() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId left = put(amina, UUID.randomUUID(), DARIO);
    RecordId right = put(amina, UUID.randomUUID(), DARIO);
    Callable<JudgementId> judge =
        () -> within(amina, () -> judgements.judge(amina, left, right, Verdict.SAME, "twice"));
    var judged = new HashSet<JudgementId>();
    try (ExecutorService people = Executors.newFixedThreadPool(6)) {
      for (Future<JudgementId> each : people.invokeAll(Collections.nCopies(6, judge))) {
        judged.add(each.get());
      }
    }
    assertThat(judged).hasSize(1);
    assertThat(within(amina, () -> judgements.history(left))).hasSize(1);
  }

  @Test
  void judgesNothingOfAnotherOrganisation() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId left = put(amina, UUID.randomUUID(), DARIO);
    RecordId right = put(amina, UUID.randomUUID(), DARIO);
    JudgementId id = within(amina, () -> judgements.judge(amina, left, right, Verdict.SAME, ""));
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThatThrownBy(
            () ->
                within(
                    stranger, () -> judgements.judge(stranger, left, right, Verdict.DIFFERENT, "")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> tenancy.within(stranger.organisation(), () -> judgements.undo(stranger, id)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anAnalystSeesNoContactDetailsAndACaseworkerOnlyAssignedCases() {
    var harbour = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    put(amina, UUID.randomUUID(), DARIO);
    SignedIn analyst = as.person(harbour, Role.ANALYST);
    Found masked = ask(analyst, "+447700900188").shown().getFirst();
    assertThat(masked.record().values()).contains(new Value(Kind.PHONE, "•••188"));
    assertThat(masked.match().evidence().toString()).doesNotContain("7700");
    assertThat(masked.record().label()).isEqualTo("Dario Marin");
    SignedIn caseworker = as.person(harbour, Role.CASEWORKER);
    Answer nothing = ask(caseworker, "Dario Marin");
    assertThat(nothing.shown()).isEmpty();
    assertThat(nothing.total()).isZero();
    assertThat(nothing.records()).isZero();
  }

  @Test
  void refusesEmptyAndEndlessQuestions() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    for (String typed : List.of("", "   ", "x".repeat(10_000))) {
      assertThatThrownBy(() -> ask(amina, typed)).isInstanceOf(Refused.class);
    }
    assertThat(ask(amina, "'; drop table record; --").shown()).isEmpty();
  }

  private RecordId put(SignedIn who, UUID caseId, List<Value> values) {
    var id = new RecordId(UUID.randomUUID());
    tenancy.within(
        who.organisation(), () -> records.put(RecordSource.ofCase(caseId, "26-0418"), id, values));
    return id;
  }

  private Answer ask(SignedIn who, String typed) {
    return Tenancy.bind(who.organisation(), () -> knownBefore.ask(who, typed));
  }

  /// Rows of records that PostgreSQL has looked at in this transaction, whatever it did with them.
  private long rowsRead() {
    return sql.sql(
            """
            select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
            where schemaname = 'clew' and relname = 'record'
            """)
        .query(Long.class)
        .single();
  }

  private <T> T within(SignedIn who, java.util.function.Supplier<T> work) {
    return tenancy.within(who.organisation(), work);
  }
}
