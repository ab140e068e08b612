package org.clew.platform.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people of the organisation the work is bound to.
@Component
public final class People {

  private final PersonStore store;
  private final DemoSignIns demo;
  private final Ids ids;

  People(PersonStore store, DemoSignIns demo, Ids ids) {
    this.store = store;
    this.demo = demo;
    this.ids = ids;
  }

  /// Adds somebody to the organisation the work is bound to.
  public Person add(String displayName, String email, Set<Role> roles) {
    OrganisationId organisation = Tenancy.current().orElseThrow();
    var added =
        new Person(
            new PersonId(ids.next()),
            organisation,
            displayName.strip(),
            email.strip().toLowerCase(Locale.ROOT),
            roles,
            null,
            false);
    store.insert(added);
    return added;
  }

  /// The whole team, blocked people included.
  public List<Person> team() {
    return store.all();
  }

  /// Those who may do this and want to hear by mail that something waits: nobody who is kept out,
  /// and nobody who has never come in, whose address nobody has vouched for.
  public List<Person> toTell(Action action) {
    Set<PersonId> able = store.able();
    return store.wantingMail().stream()
        .filter(person -> able.contains(person.id()) || demo.isOffered(person.id()))
        .filter(person -> Permissions.reach(person.roles(), action) != Reach.NONE)
        .toList();
  }

  public Optional<Person> find(PersonId id) {
    return store.find(id);
  }

  /// Names by id, of people and of tokens, for lists that show who did something.
  public Map<PersonId, String> names() {
    return store.names();
  }

  /// Somebody's name, or none when they are not of this organisation.
  public @Nullable String name(PersonId id) {
    return find(id).map(Person::displayName).orElse(null);
  }
}
