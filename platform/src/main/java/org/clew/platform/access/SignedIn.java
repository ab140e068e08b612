package org.clew.platform.access;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.Language;
import org.clew.platform.web.NotAllowed;
import org.clew.platform.web.Visitor;
import org.jspecify.annotations.Nullable;

/// Who is acting, for which organisation, and how far each action reaches for them. Handlers take
/// one as an argument; work of the request is bound to its organisation already.
public final class SignedIn implements Visitor, Serializable {

  private static final long serialVersionUID = 1;

  private final PersonId id;
  private final OrganisationId organisation;
  private final String displayName;
  private final String organisationName;
  private final @Nullable Language language;
  private final EnumMap<Action, Reach> reaches;

  private SignedIn(
      PersonId id,
      OrganisationId organisation,
      String displayName,
      String organisationName,
      @Nullable Language language,
      Map<Action, Reach> reaches) {
    this.id = id;
    this.organisation = organisation;
    this.displayName = displayName;
    this.organisationName = organisationName;
    this.language = language;
    this.reaches = new EnumMap<>(Action.class);
    this.reaches.putAll(reaches);
  }

  /// A person with their roles.
  public static SignedIn person(Person person, String organisationName) {
    return new SignedIn(
        person.id(),
        person.organisation(),
        person.displayName(),
        organisationName,
        person.language(),
        reaches(person.roles()));
  }

  /// A machine that holds a token with these actions for the whole organisation.
  public static SignedIn machine(
      PersonId token, OrganisationId organisation, String tokenName, Set<Action> scopes) {
    var reaches = new EnumMap<Action, Reach>(Action.class);
    scopes.forEach(scope -> reaches.put(scope, Reach.TEAM));
    return new SignedIn(token, organisation, tokenName, "", null, reaches);
  }

  public PersonId id() {
    return id;
  }

  public OrganisationId organisation() {
    return organisation;
  }

  /// How far the action reaches for them.
  public Reach reach(Action action) {
    return reaches.getOrDefault(action, Reach.NONE);
  }

  public boolean may(Action action) {
    return reach(action) != Reach.NONE;
  }

  /// Refuses somebody to whom the action does not belong at all.
  ///
  /// @throws NotAllowed when it is not theirs
  public void demand(Action action) {
    if (!may(action)) {
      throw new NotAllowed(action.name());
    }
  }

  /// All actions that are theirs.
  public Set<Action> actions() {
    return reaches.isEmpty() ? EnumSet.noneOf(Action.class) : EnumSet.copyOf(reaches.keySet());
  }

  @Override
  public String displayName() {
    return displayName;
  }

  @Override
  public String organisationName() {
    return organisationName;
  }

  @Override
  public @Nullable Language language() {
    return language;
  }

  @Override
  public boolean may(String action) {
    return reaches.keySet().stream().anyMatch(known -> known.name().equals(action));
  }

  private static Map<Action, Reach> reaches(Collection<Role> roles) {
    var reaches = new EnumMap<Action, Reach>(Action.class);
    for (Action action : Action.values()) {
      Reach reach = Permissions.reach(roles, action);
      if (reach != Reach.NONE) {
        reaches.put(action, reach);
      }
    }
    return reaches;
  }
}
