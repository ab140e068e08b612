package org.clew.platform.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clew.platform.access.DemoSignIns;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.People;
import org.clew.platform.access.Person;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.concerns.Answer;
import org.clew.platform.concerns.Answers;
import org.clew.platform.concerns.Report;
import org.clew.platform.concerns.Reports;
import org.clew.platform.concerns.Told;
import org.clew.platform.concerns.Way;
import org.clew.platform.database.Tenancy;
import org.clew.platform.investigation.ImportList;
import org.clew.platform.investigation.Imports;
import org.clew.platform.investigation.LawfulBasis;
import org.clew.platform.investigation.ListColumn;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Fills an empty Clew with the demo's coalition before it says that it is ready, and offers its
/// people for signing in. A start that was cut off goes on with the next organisation; the demo's
/// folder can be removed at any time for a fresh one.
@Component
@ConditionalOnProperty("clew.demo")
final class DemoCoalition implements ApplicationRunner {

  private static final long SEED = 2026;

  private final Organisations organisations;
  private final People people;
  private final DemoSignIns signIns;
  private final Opening opening;
  private final Reports reports;
  private final Imports imports;
  private final Tenancy tenancy;
  private final InstantSource clock;

  DemoCoalition(
      Organisations organisations,
      People people,
      DemoSignIns signIns,
      Opening opening,
      Reports reports,
      Imports imports,
      Tenancy tenancy,
      InstantSource clock) {
    this.organisations = organisations;
    this.people = people;
    this.signIns = signIns;
    this.opening = opening;
    this.reports = reports;
    this.imports = imports;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<DemoMember> members = DemoMember.all();
    for (int i = 0; i < members.size(); i++) {
      DemoMember member = members.get(i);
      make(member, new Stock(SEED + i));
      offer(member, found(member).orElseThrow());
    }
  }

  private Organisation add(DemoMember member) {
    return organisations.add(
        member.name(), member.countries(), member.receivesConcerns(), member.onDuty());
  }

  private Optional<Organisation> found(DemoMember member) {
    return organisations.all().stream().filter(o -> o.name().equals(member.name())).findFirst();
  }

  private void make(DemoMember member, Stock stock) {
    Organisation organisation = found(member).orElseGet(() -> add(member));
    if (!tenancy.within(organisation.id(), people::team).isEmpty()) {
      return;
    }
    tenancy.within(organisation.id(), () -> fill(member, organisation, stock));
    for (String words : concerns(member, stock)) {
      reports.file(
          new Report(
              organisation.id(),
              stock.any(List.of(Way.values())),
              member.language(),
              answers(stock),
              Told.words(words)));
    }
    Tenancy.bind(
        organisation.id(),
        () -> {
          member
              .lists()
              .apply(new Lists(stock))
              .forEach(list -> bringIn(list, analyst(organisation)));
          return organisation;
        });
  }

  private void fill(DemoMember member, Organisation organisation, Stock stock) {
    List<Person> workers =
        member.workers().stream()
            .map(worker -> people.add(worker.name(), worker.email(), Set.of(worker.role())))
            .toList();
    List<SignedIn> openers =
        workers.stream()
            .filter(worker -> worker.roles().stream().anyMatch(DemoCoalition::opensCases))
            .map(worker -> SignedIn.person(worker, organisation.name()))
            .toList();
    new Cases(stock)
        .make(member.cases())
        .forEach(demo -> opening.open(stock.any(openers), demo, stock));
    member.planted().forEach(demo -> opening.open(openers.getFirst(), demo, stock));
  }

  private static boolean opensCases(Role role) {
    return role == Role.HELPLINE_WORKER || role == Role.CASEWORKER;
  }

  private static List<String> concerns(DemoMember member, Stock stock) {
    var cases = new Cases(stock);
    return java.util.stream.IntStream.range(0, member.concerns())
        .mapToObj(i -> i == 0 && !member.planted().isEmpty() ? Threads.CONCERN : cases.concern())
        .toList();
  }

  private static Answers answers(Stock stock) {
    return new Answers(any(stock), any(stock), any(stock));
  }

  private static Answer any(Stock stock) {
    return stock.any(List.of(Answer.values()));
  }

  private SignedIn analyst(Organisation organisation) {
    return people.team().stream()
        .filter(p -> p.roles().contains(Role.ANALYST) || p.roles().contains(Role.SUPERVISOR))
        .map(p -> SignedIn.person(p, organisation.name()))
        .findFirst()
        .orElseThrow();
  }

  private void bringIn(DemoList list, SignedIn me) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ImportList uploaded =
        imports.upload(
            me,
            new ImportList.About(
                list.source(), LawfulBasis.PUBLIC_TASK, "Trying Clew out", today.plusYears(1)),
            list.fileName(),
            list.csv());
    imports.columns(
        me,
        uploaded.id(),
        uploaded.columns().stream().map(ListColumn::use).toList(),
        ImportList.OddCells.REJECT_ROW);
    imports.start(me, uploaded.id(), false);
  }

  private void offer(DemoMember member, Organisation organisation) {
    List<Person> team = tenancy.within(organisation.id(), people::team);
    for (DemoMember.Worker worker : member.workers()) {
      team.stream()
          .filter(person -> person.email().equals(worker.email()))
          .forEach(person -> signIns.offer(person, organisation));
    }
  }
}
