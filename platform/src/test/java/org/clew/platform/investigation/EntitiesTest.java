package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.clew.linkage.Kind;
import org.clew.linkage.Succession;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.AuditFilter;
import org.clew.platform.audit.Deed;
import org.clew.platform.database.Tenancy;
import org.clew.platform.investigation.screen.EntityPage;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case refers to an entity by its id, and finds it whatever happens to its records.
@ClewTest
class EntitiesTest {

  @Autowired private As as;
  @Autowired private Records records;
  @Autowired private KnownBefore knownBefore;
  @Autowired private Judgements judgements;
  @Autowired private JudgementStore judged;
  @Autowired private EntitySheets sheets;
  @Autowired private EntityKeeping keeping;
  @Autowired private Audit audit;
  @Autowired private Lists lists;
  @Autowired private Imports imports;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  @Test
  void recordsThatAreJudgedTheSameAreKnownByOneIdWhichStays() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin");
    RecordId other = put(amina, "D. Marin");
    assertThat(entity(amina, one)).isNull();
    same(amina, one, other);
    EntityId id = known(amina, one);
    assertThat(known(amina, other)).isEqualTo(id);
    RecordId third = put(amina, "Darijo Marin");
    same(amina, third, other);
    assertThat(known(amina, third)).isEqualTo(id);
    assertThat(page(amina, id).history())
        .extracting(EntityMoment::kind)
        .containsExactly(Succession.Kind.SAME, Succession.Kind.NEW);
    Found found = ask(amina, "Dario Marin").shown().getFirst();
    assertThat(found.entity()).isEqualTo(id);
    assertThat(found.same()).hasSize(2);
  }

  @Test
  void whatIsMergedLeadsOnFromTheOldIdAndTakingItBackGivesBothBack() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId dario = put(amina, "Dario Marin");
    same(amina, dario, put(amina, "D. Marin"));
    RecordId layla = put(amina, "Layla Nasser");
    same(amina, layla, put(amina, "L. Nasser"));
    EntityId older = known(amina, dario);
    EntityId younger = known(amina, layla);
    JudgementId wrong = judge(amina, dario, layla, Verdict.SAME, "the same bus ticket");
    assertThat(known(amina, layla)).isEqualTo(older);
    EntityPage old = page(amina, younger);
    assertThat(old.endedAt()).isNotNull();
    assertThat(old.records()).isEmpty();
    assertThat(old.now()).extracting(EntityPage.Now::id).containsExactly(older);
    EntityMoment merged = page(amina, older).history().getFirst();
    assertThat(merged.kind()).isEqualTo(Succession.Kind.MERGED);
    assertThat(merged.moves())
        .containsExactlyInAnyOrder(
            new EntityMoment.Move(older, older, 2), new EntityMoment.Move(younger, older, 2));
    assertThat(merged.judgement())
        .isEqualTo(
            new EntityMoment.Said(Verdict.SAME, "the same bus ticket", amina.id(), "Amina K."));
    tenancy.within(amina.organisation(), () -> judgements.undo(amina, wrong));
    assertThat(known(amina, dario)).isEqualTo(older);
    assertThat(known(amina, layla)).isEqualTo(younger);
    assertThat(page(amina, younger).endedAt()).isNull();
    assertThat(page(amina, younger).history().getFirst())
        .extracting(EntityMoment::kind, EntityMoment::cause)
        .containsExactly(Succession.Kind.SPLIT, EntityMoment.Cause.UNDONE);
  }

  @Test
  void whatIsJudgedDifferentAfterAllIsSplit() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin");
    RecordId other = put(amina, "D. Marin");
    RecordId third = put(amina, "Darijo Marin");
    same(amina, one, other);
    same(amina, other, third);
    EntityId id = known(amina, one);
    judge(amina, other, third, Verdict.DIFFERENT, "his brother");
    assertThat(known(amina, one)).isEqualTo(id);
    assertThat(known(amina, other)).isEqualTo(id);
    assertThat(known(amina, third)).isNotEqualTo(id);
    assertThat(page(amina, id).history().getFirst().kind()).isEqualTo(Succession.Kind.SPLIT);
  }

  @Test
  void recordsThatAreRemovedLeaveAndWhatWasJudgedAboutThemBindsNothing() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId left = put(amina, "Dario Marin");
    RecordId between = put(amina, "D. Marin");
    RecordId right = put(amina, "Darijo Marin");
    same(amina, left, between);
    same(amina, between, right);
    EntityId id = known(amina, left);
    tenancy.within(amina.organisation(), () -> records.remove(between));
    assertThat(known(amina, left)).isNotEqualTo(known(amina, right));
    assertThat(Set.of(known(amina, left), known(amina, right))).contains(id);
    assertThat(page(amina, id).history().getFirst().cause()).isEqualTo(EntityMoment.Cause.RECORD);
    put(amina, between, "D. Marin");
    assertThat(known(amina, left)).isEqualTo(id);
    assertThat(known(amina, right)).isEqualTo(id);
    for (RecordId each : List.of(left, between, right)) {
      tenancy.within(amina.organisation(), () -> records.remove(each));
    }
    EntityPage gone = page(amina, id);
    assertThat(gone.endedAt()).isNotNull();
    assertThat(gone.records()).isEmpty();
    assertThat(gone.now()).isEmpty();
  }

  @Test
  void aListThatIsTakenOutLeavesTheEntitiesOfTheOthers() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER, Role.ANALYST);
    RecordId dario = put(amina, "Dario Marin");
    ImportList list = lists.importAll(amina, "name\nDario Marin\nD. Marin\n");
    for (Found found : ask(amina, "Marin").shown()) {
      if (!found.record().id().equals(dario)) {
        same(amina, dario, found.record().id());
      }
    }
    EntityId id = known(amina, dario);
    assertThat(page(amina, id).records()).hasSize(3);
    tenancy.within(amina.organisation(), () -> imports.undo(amina, list.id()));
    assertThat(page(amina, id).records()).hasSize(1);
    assertThat(known(amina, dario)).isEqualTo(id);
  }

  @Test
  void whatAServerDidNotFollowIsFollowedLater() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin");
    RecordId other = put(amina, "D. Marin");
    same(amina, one, other);
    EntityId id = known(amina, one);
    within(
        amina,
        () -> sql.sql("delete from record where id = :id").param("id", other.value()).update());
    assertThat(within(amina, keeping::tidy)).isEqualTo(1);
    assertThat(within(amina, keeping::tidy)).isZero();
    assertThat(page(amina, id).records()).extracting(ShownRecord::id).containsExactly(one);
    assertThat(page(amina, id).history().getFirst().cause()).isEqualTo(EntityMoment.Cause.RECORD);
  }

  @Test
  void nobodyOfAnotherOrganisationFindsIt() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin");
    same(amina, one, put(amina, "D. Marin"));
    EntityId id = known(amina, one);
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThatThrownBy(() -> page(stranger, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> page(amina, new EntityId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
    assertThat(within(stranger, () -> judgements.around(List.of(one)).id(one))).isNull();
  }

  @Test
  void whoMaySeeNoneOfItsRecordsDoesNotLearnThatThereIsOne() {
    var harbour = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin");
    same(amina, one, put(amina, "D. Marin"));
    EntityId id = known(amina, one);
    SignedIn caseworker = as.person(harbour, Role.CASEWORKER);
    assertThatThrownBy(() -> page(caseworker, id)).isInstanceOf(NotFound.class);
    assertThat(page(amina, id).figures()).isEqualTo(EntityPage.Figures.SHOWN);
  }

  @Test
  void everyRecordThatIsShownIsWrittenDown() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId one = put(amina, "Dario Marin");
    RecordId other = put(amina, "D. Marin");
    same(amina, one, other);
    EntityId id = known(amina, one);
    page(amina, id);
    assertThat(within(amina, () -> audit.find(AuditFilter.everything())))
        .filteredOn(event -> event.deed() == Deed.READ)
        .extracting(event -> event.subject().id())
        .contains(one.value(), other.value());
  }

  @Test
  void manyWhoJudgeAtOnceMakeOneEntity() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId first = put(amina, "Dario Marin");
    var tasks = new ArrayList<Callable<JudgementId>>();
    var all = new HashSet<RecordId>(Set.of(first));
    for (int i = 0; i < 6; i++) {
      RecordId next = put(amina, "Dario Marin " + i);
      all.add(next);
      tasks.add(() -> judge(amina, first, next, Verdict.SAME, ""));
    }
    try (ExecutorService people = Executors.newFixedThreadPool(6)) {
      for (Future<JudgementId> each : people.invokeAll(tasks)) {
        each.get();
      }
    }
    assertThat(all.stream().map(record -> known(amina, record)).distinct()).hasSize(1);
    assertThat(page(amina, known(amina, first)).history()).hasSize(6);
  }

  @Test
  void refusesToPutMoreTogetherThanAnybodyCanLookThrough() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    RecordId first = put(amina, "Dario Marin");
    RecordId last = put(amina, "Dario Marin, the last");
    within(
        amina,
        () -> {
          for (int i = 1; i < Limits.ENTITY_RECORDS; i++) {
            // Smaller than any other, as the left one of a judgement is.
            var id = new RecordId(new UUID(0, i));
            putInside(id, "Dario Marin " + i);
            judged.insert(sameAs(amina, id, first));
          }
          return first;
        });
    assertThatThrownBy(() -> same(amina, first, last)).isInstanceOf(Refused.class);
    assertThat(entity(amina, last)).isNull();
  }

  private static Judged sameAs(SignedIn who, RecordId left, RecordId right) {
    return new Judged(
        new JudgementId(UUID.randomUUID()),
        left,
        right,
        Verdict.SAME,
        "",
        who.id(),
        null,
        Instant.EPOCH,
        null);
  }

  private EntityId known(SignedIn who, RecordId record) {
    EntityId id = entity(who, record);
    assertThat(id).isNotNull();
    return java.util.Objects.requireNonNull(id);
  }

  private @Nullable EntityId entity(SignedIn who, RecordId record) {
    return tenancy.within(who.organisation(), () -> judgements.around(List.of(record)).id(record));
  }

  private EntityPage page(SignedIn who, EntityId id) {
    return within(who, () -> sheets.one(who, id));
  }

  private void same(SignedIn who, RecordId left, RecordId right) {
    judge(who, left, right, Verdict.SAME, "");
  }

  private JudgementId judge(
      SignedIn who, RecordId left, RecordId right, Verdict verdict, String reason) {
    return within(who, () -> judgements.judge(who, left, right, verdict, reason));
  }

  private RecordId put(SignedIn who, String name) {
    return put(who, new RecordId(UUID.randomUUID()), name);
  }

  private RecordId put(SignedIn who, RecordId id, String name) {
    tenancy.within(who.organisation(), () -> putInside(id, name));
    return id;
  }

  private void putInside(RecordId id, String name) {
    records.put(
        RecordSource.ofCase(UUID.randomUUID(), "26-0418"), id, List.of(new Value(Kind.NAME, name)));
  }

  private Answer ask(SignedIn who, String typed) {
    return Tenancy.bind(who.organisation(), () -> knownBefore.ask(who, typed));
  }

  private <T> T within(SignedIn who, Supplier<T> work) {
    return tenancy.within(who.organisation(), work);
  }
}
