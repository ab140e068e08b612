package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clew.linkage.Verdict;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.AuditEvent;
import org.clew.platform.audit.AuditFilter;
import org.clew.platform.audit.Deed;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClewTest
class ImportsTest {

  @Autowired private As as;
  @Autowired private Lists lists;
  @Autowired private Imports imports;
  @Autowired private ImportSheets sheets;
  @Autowired private ImportStore store;
  @Autowired private ImportFileStore files;
  @Autowired private ImportRun run;
  @Autowired private RecordStore records;
  @Autowired private KnownBefore knownBefore;
  @Autowired private Connections connections;
  @Autowired private Judgements judgements;
  @Autowired private Audit audit;

  private static final String SMALL =
      """
      name,phone,born
      Dario Marin,+44 7700 900188,1980-05-01
      Dario Marin,07700 900188,1980-05-01
      Layla Nasser,020 7946 0123,1991-02-03
      ,,
      Karim Haddad,not a phone,1990-01-01
      """;

  @Test
  void accountsForEveryRow() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList done = lists.importAll(analyst, SMALL);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.counts().rows()).isEqualTo(5);
    assertThat(done.counts().taken()).isEqualTo(3);
    assertThat(done.counts().rejected()).isEqualTo(2);
    assertThat(recordsOf(analyst, done)).isEqualTo(3);
    List<Reject> rejects = Lists.bound(analyst, () -> imports.rejects(analyst, done, 0, 10));
    assertThat(rejects)
        .extracting(Reject::line, Reject::fault, Reject::heading)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5L, RowFault.EMPTY, ""),
            org.assertj.core.groups.Tuple.tuple(6L, RowFault.NOT_THE_KIND, "phone"));
  }

  @Test
  void findsDuplicatesInsideTheListAndConnectionsOutsideIt() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList first = lists.importAll(analyst, SMALL);
    assertThat(first.counts().inside()).isEqualTo(1);
    assertThat(first.counts().outside()).isZero();
    ImportList second =
        lists.importAll(analyst, "full name,tel\nLayla Nasser,+442079460123\nNobody Else,\n");
    assertThat(second.counts().outside()).isEqualTo(1);
    Answer outside =
        Lists.bound(
            analyst, () -> connections.of(analyst, second, ImportLinkStore.Place.OUTSIDE, 0));
    Found found = outside.shown().getFirst();
    assertThat(found.record().label()).isEqualTo("Layla Nasser");
    assertThat(found.record().source().id()).isEqualTo(first.id().value());
    assertThat(found.match().evidence()).isNotEmpty();
  }

  @Test
  void writesNothingBeforeItIsStartedAndForgetsTheFileAfterwards() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList list = lists.check(analyst, lists.upload(analyst, SMALL));
    assertThat(recordsOf(analyst, list)).isZero();
    assertThat(Lists.<Boolean>bound(analyst, () -> files.isThere(list.id()))).isTrue();
    lists.start(analyst, list);
    lists.end(analyst, list);
    assertThat(Lists.<Boolean>bound(analyst, () -> files.isThere(list.id()))).isFalse();
  }

  @Test
  void canBeUndoneAndRepeated() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList first = lists.importAll(analyst, SMALL);
    RecordId dario = ask(analyst, "Dario Marin").shown().getFirst().record().id();
    RecordId layla = ask(analyst, "Layla Nasser").shown().getFirst().record().id();
    Lists.bound(analyst, () -> judgements.judge(analyst, dario, layla, Verdict.SAME, ""));
    ImportList again = lists.check(analyst, lists.upload(analyst, SMALL));
    assertThatThrownBy(() -> lists.start(analyst, again))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.messageKey()).isEqualTo("investigation.import.refused.again"));
    undo(analyst, first);
    assertThat(ask(analyst, "Dario Marin").shown()).isEmpty();
    assertThat(recordsOf(analyst, first)).isZero();
    assertThat(Lists.bound(analyst, () -> judgements.history(dario))).hasSize(1);
    lists.start(analyst, again);
    assertThat(lists.end(analyst, again).counts().taken()).isEqualTo(3);
    Found found = ask(analyst, "Layla Nasser").shown().getFirst();
    assertThat(found.same()).isEmpty();
    assertThat(lists.find(analyst, first).state()).isEqualTo(ImportState.UNDONE);
  }

  @Test
  void isWrittenDown() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList list = lists.importAll(analyst, SMALL);
    undo(analyst, list);
    assertThat(Lists.bound(analyst, () -> audit.find(AuditFilter.everything())))
        .extracting(AuditEvent::deed)
        .containsExactly(Deed.UNDID, Deed.IMPORTED, Deed.CREATED);
  }

  @Test
  void givesTheRejectedRowsBackWithoutFormulas() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList list =
        lists.check(
            analyst, lists.upload(analyst, "name,phone\n=cmd|'/c calc'!A0,@SUM(A)\n<script>,\n"));
    var out = new ByteArrayOutputStream();
    Lists.bound(
        analyst,
        () -> {
          sheets.writeRejected(analyst, list, out);
          return out;
        });
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("'=cmd|'/c calc'!A0,'@SUM(A),2,")
        .doesNotContain("<script>");
  }

  @Test
  void leavesNothingHalfWrittenWhenItIsStopped() throws IOException {
    SignedIn analyst = as.person(Role.ANALYST);
    var text = new StringBuilder("name,phone\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("Person Number").append(i).append(",\n");
    }
    ImportList list = lists.check(analyst, lists.upload(analyst, text.toString()));
    Lists.bound(
        analyst,
        () -> {
          store.begin(list.id(), 10_000);
          store.state(list.id(), ImportState.QUEUED, null, null);
          store.askToStop(list.id());
          return list;
        });
    run.run(analyst.organisation(), list.id(), () -> false);
    assertThat(lists.find(analyst, list).state()).isEqualTo(ImportState.STOPPED);
    assertThat(recordsOf(analyst, list)).isZero();
    lists.start(analyst, list);
    assertThat(lists.end(analyst, list).counts().taken()).isEqualTo(5_000);
    assertThat(recordsOf(analyst, list)).isEqualTo(5_000);
  }

  @Test
  void goesOnWhereADeadServerLeftIt() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList list = lists.check(analyst, lists.upload(analyst, SMALL));
    Lists.bound(
        analyst,
        () -> {
          store.begin(list.id(), 6);
          store.state(list.id(), ImportState.WRITING, null, null);
          return list;
        });
    run.run(analyst.organisation(), list.id(), () -> false);
    ImportList done = lists.find(analyst, list);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(recordsOf(analyst, done)).isEqualTo(3);
    run.run(analyst.organisation(), list.id(), () -> false);
    assertThat(recordsOf(analyst, done)).isEqualTo(3);
  }

  @Test
  void takesTwoListsAtOnce() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList one = lists.check(analyst, lists.upload(analyst, SMALL));
    ImportList two = lists.check(analyst, lists.upload(analyst, SMALL.replace("Dario", "Mario")));
    lists.start(analyst, one);
    lists.start(analyst, two);
    assertThat(lists.end(analyst, one).state()).isEqualTo(ImportState.DONE);
    assertThat(lists.end(analyst, two).state()).isEqualTo(ImportState.DONE);
    assertThat(ask(analyst, "Mario Marin").shown()).isNotEmpty();
  }

  @Test
  void refusesFilesThatCannotBecomeRecords() {
    SignedIn analyst = as.person(Role.ANALYST);
    var many = new ArrayList<String>();
    for (int i = 0; i < 5_000; i++) {
      many.add("c" + i);
    }
    refuses(analyst, "", "empty");
    refuses(analyst, "name,phone\n", "headingsOnly");
    refuses(analyst, String.join(",", many) + "\n1\n", "columns");
    assertThatThrownBy(
            () ->
                lists.check(
                    analyst, lists.upload(analyst, "name\nA\n"), uses -> List.of(ListColumn.KEEP)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void readsSpreadsheets() throws IOException {
    SignedIn analyst = as.person(Role.ANALYST);
    byte[] content =
        TablesTest.workbook(
            sheet -> {
              sheet.value(0, 0, "Nombre completo");
              sheet.value(0, 1, "Teléfono");
              sheet.value(1, 0, "Lucía Ferrer");
              sheet.value(1, 1, "+34 91 496 00 01");
            });
    ImportList list = lists.importAll(analyst, "lista.xlsx", content);
    assertThat(list.counts().taken()).isEqualTo(1);
    assertThat(ask(analyst, "lucia ferrer").shown()).hasSize(1);
  }

  @Test
  void anotherOrganisationKnowsNothingOfIt() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList list = lists.importAll(analyst, SMALL);
    SignedIn stranger = as.person(Role.ANALYST);
    assertThatThrownBy(() -> lists.find(stranger, list)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> undo(stranger, list)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> lists.start(stranger, list)).isInstanceOf(NotFound.class);
    assertThat(ask(stranger, "Dario Marin").shown()).isEmpty();
  }

  @Test
  void forgetsWhatIsNotToBeKeptLonger() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList list = lists.importAll(analyst, SMALL);
    Lists.bound(
        analyst,
        () -> {
          store.keepUntil(list.id(), java.time.LocalDate.of(2020, 1, 1));
          return list;
        });
    assertThat(Lists.<Integer>bound(analyst, imports::forgetDue)).isEqualTo(1);
    assertThat(lists.find(analyst, list).state()).isEqualTo(ImportState.UNDONE);
    assertThat(recordsOf(analyst, list)).isZero();
    assertThat(Lists.bound(analyst, () -> audit.find(AuditFilter.everything())))
        .first()
        .satisfies(
            event -> {
              assertThat(event.deed()).isEqualTo(Deed.UNDID);
              assertThat(event.person()).isEqualTo(Audit.ITSELF);
            });
  }

  @Test
  void remembersWhatWasSaidOfTheSameColumns() {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList first = lists.upload(analyst, "thing,other\nA,B\n");
    lists.check(analyst, first, uses -> List.of("USERNAME", "LEAVE_OUT"));
    ImportList second = lists.upload(analyst, "thing,other\nC,D\n");
    assertThat(second.columns())
        .extracting(ListColumn::use)
        .containsExactly("USERNAME", "LEAVE_OUT");
  }

  private void refuses(SignedIn analyst, String text, String why) {
    assertThatThrownBy(
            () -> lists.upload(analyst, "list.csv", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.messageKey()).isEqualTo("investigation.import.refused." + why));
  }

  private void undo(SignedIn who, ImportList list) {
    Lists.bound(
        who,
        () -> {
          imports.undo(who, list.id());
          return list;
        });
  }

  private long recordsOf(SignedIn who, ImportList list) {
    return Lists.bound(who, () -> records.count(list.id().value()));
  }

  private Answer ask(SignedIn who, String typed) {
    return Lists.bound(who, () -> knownBefore.ask(who, typed));
  }
}
