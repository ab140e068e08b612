package org.clew.platform.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clew.platform.access.screen.AddPersonPage;
import org.clew.platform.access.screen.LinkPage;
import org.clew.platform.access.screen.PeoplePage;
import org.clew.platform.access.screen.PersonPage;
import org.clew.platform.web.Column;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The people of the organisation, for those who look after them.
@Controller
final class PeoplePages {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name", "access.people.name"),
          Column.text("email", "access.email"),
          Column.fixed("roles", "access.people.roles"),
          Column.fixed("state", "access.people.state"));

  private final Team team;
  private final People people;
  private final Invitations invitations;
  private final DemoSignIns demo;
  private final Screens screens;

  PeoplePages(
      Team team, People people, Invitations invitations, DemoSignIns demo, Screens screens) {
    this.team = team;
    this.people = people;
    this.invitations = invitations;
    this.demo = demo;
    this.screens = screens;
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @GetMapping("/people")
  ModelAndView list(ListAsk ask) {
    String sort = ask.sortOr(COLUMNS, "name");
    Function<Person, String> by = sort.endsWith("email") ? Person::email : Person::displayName;
    Comparator<Person> order = Comparator.comparing(by, String.CASE_INSENSITIVE_ORDER);
    List<Person> all = people.team();
    Map<PersonId, Invitation> invited = invited();
    Set<PersonId> able = able(all);
    return screens.show(
        "access/people",
        new PeoplePage(
            page(all, sort.startsWith("-") ? order.reversed() : order, ask).stream()
                .map(person -> row(person, state(person, invited, able)))
                .toList(),
            COLUMNS,
            new Listing("/people", Map.of(), sort, ask.pageNumber(), all.size())));
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @GetMapping("/people/add")
  ModelAndView addForm(SignedIn me) {
    return screens.show(
        "access/addPerson", new AddPersonPage("", "", choices(me), Set.of(), Mistakes.NONE));
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @PostMapping("/people/add")
  ModelAndView add(
      SignedIn me,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") Set<String> roles) {
    var wrong = new ArrayList<Mistake>();
    wrong.addAll(Fields.name("name", name));
    wrong.addAll(Fields.email("email", email));
    Set<Role> chosen = roles(roles);
    if (chosen.isEmpty()) {
      wrong.add(new Mistake("roles", "access.people.roles.missing"));
    }
    if (wrong.isEmpty()) {
      try {
        String link = team.add(me, name, email, chosen);
        return link(name.strip(), link, "/people");
      } catch (DuplicateKeyException _) {
        wrong.add(new Mistake("email", "access.email.taken"));
      }
    }
    return screens.show(
        "access/addPerson",
        new AddPersonPage(name, email, choices(me), names(chosen), new Mistakes(wrong)),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @GetMapping("/people/{id}")
  ModelAndView show(SignedIn me, @PathVariable UUID id) {
    return screens.show("access/person", page(me, person(id), Mistakes.NONE));
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @PostMapping("/people/{id}/roles")
  ModelAndView changeRoles(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") Set<String> roles) {
    Set<Role> chosen = roles(roles);
    Person person = person(id);
    if (chosen.isEmpty()) {
      Mistakes wrong = Mistakes.of(new Mistake("roles", "access.people.roles.missing"));
      return screens.show(
          "access/person", page(me, person, wrong), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    team.changeRoles(me, person.id(), chosen);
    return back(id);
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @PostMapping("/people/{id}/block")
  ModelAndView block(SignedIn me, @PathVariable UUID id) {
    team.block(me, new PersonId(id));
    return back(id);
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @PostMapping("/people/{id}/unblock")
  ModelAndView unblock(SignedIn me, @PathVariable UUID id) {
    team.unblock(me, new PersonId(id));
    return back(id);
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @PostMapping("/people/{id}/invitation")
  ModelAndView inviteAgain(SignedIn me, @PathVariable UUID id) {
    Person person = person(id);
    return link(person.displayName(), team.inviteAgain(me, person.id()), "/people/" + id);
  }

  @Allowed(Action.MANAGE_PEOPLE)
  @PostMapping("/people/{id}/reset")
  ModelAndView askReset(SignedIn me, @PathVariable UUID id) {
    team.askReset(me, new PersonId(id));
    return screens.goTo("/people/" + id, "access.people.reset.asked");
  }

  @Allowed(value = Action.MANAGE_PEOPLE, stepUp = true)
  @PostMapping("/people/{id}/agree")
  ModelAndView agreeToReset(SignedIn me, @PathVariable UUID id) {
    Person person = person(id);
    return link(person.displayName(), team.agreeToReset(me, person.id()), "/people/" + id);
  }

  private static List<Person> page(List<Person> all, Comparator<Person> order, ListAsk ask) {
    int from = Math.min(ask.offset(), all.size());
    int to = Math.min(from + ListAsk.PAGE_ROWS, all.size());
    return all.stream().sorted(order).toList().subList(from, to);
  }

  private PersonPage page(SignedIn me, Person person, Mistakes mistakes) {
    Map<PersonId, Invitation> invited = invited();
    Optional<Invitation> waiting =
        Optional.ofNullable(invited.get(person.id())).filter(invitation -> !invitation.linked());
    return new PersonPage(
        "/people/" + person.id(),
        person.displayName(),
        person.email(),
        state(person, invited, able(List.of(person))),
        team.mayChange(me, person),
        choices(me),
        names(person.roles()),
        waiting.flatMap(asked -> people.find(asked.askedBy())).map(Person::displayName).orElse(""),
        waiting.filter(asked -> !asked.askedBy().equals(me.id())).isPresent(),
        mistakes);
  }

  private ModelAndView link(String name, String path, String back) {
    return screens.show("access/link", new LinkPage(name, invitations.whole(path), back));
  }

  private ModelAndView back(UUID id) {
    return screens.goTo("/people/" + id, "access.account.saved");
  }

  private Person person(UUID id) {
    return people.find(new PersonId(id)).orElseThrow(NotFound::new);
  }

  private Map<PersonId, Invitation> invited() {
    return invitations.all().stream()
        .collect(Collectors.toMap(Invitation::person, Function.identity()));
  }

  private List<PersonPage.RoleChoice> choices(SignedIn me) {
    return team.givable(me).stream()
        .sorted()
        .map(
            role ->
                new PersonPage.RoleChoice(
                    role.name(), role.messageKey(), role.messageKey() + ".hint"))
        .toList();
  }

  /// Who of them can sign in, be it with the demo's one click.
  private Set<PersonId> able(List<Person> people) {
    var able = new HashSet<>(team.able());
    people.stream().map(Person::id).filter(demo::isOffered).forEach(able::add);
    return able;
  }

  private static PeoplePage.Row row(Person person, PeoplePage.State state) {
    return new PeoplePage.Row(
        "/people/" + person.id(),
        person.displayName(),
        person.email(),
        person.roles().stream().sorted().map(Role::messageKey).toList(),
        state);
  }

  private static PeoplePage.State state(
      Person person, Map<PersonId, Invitation> invited, Set<PersonId> able) {
    if (person.blocked()) {
      return PeoplePage.State.BLOCKED;
    }
    Invitation invitation = invited.get(person.id());
    if (invitation != null && invitation.kind() == Invitation.Kind.RESET) {
      return PeoplePage.State.RESET_ASKED;
    }
    return able.contains(person.id()) ? PeoplePage.State.HERE : PeoplePage.State.INVITED;
  }

  private static Set<Role> roles(Set<String> names) {
    var roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (names.contains(role.name())) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static Set<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.toSet());
  }
}
