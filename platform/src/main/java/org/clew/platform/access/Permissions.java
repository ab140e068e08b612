package org.clew.platform.access;

import static org.clew.platform.access.Action.ANSWER_CONCERN;
import static org.clew.platform.access.Action.ASK_KNOWN_BEFORE;
import static org.clew.platform.access.Action.ASSIGN_CASE;
import static org.clew.platform.access.Action.EXPORT_CASE;
import static org.clew.platform.access.Action.IMPORT_RECORDS;
import static org.clew.platform.access.Action.JUDGE_MATCH;
import static org.clew.platform.access.Action.KEEP_ACCOUNT;
import static org.clew.platform.access.Action.MANAGE_PEOPLE;
import static org.clew.platform.access.Action.MANAGE_SETTINGS;
import static org.clew.platform.access.Action.MANAGE_TOKENS;
import static org.clew.platform.access.Action.OPEN_CASE;
import static org.clew.platform.access.Action.READ_AUDIT;
import static org.clew.platform.access.Action.READ_CASE;
import static org.clew.platform.access.Action.READ_CONCERN;
import static org.clew.platform.access.Action.READ_CONTACT_DETAILS;
import static org.clew.platform.access.Action.READ_RECORDS;
import static org.clew.platform.access.Action.VIEW_INBOX;
import static org.clew.platform.access.Action.WRITE_CASE;
import static org.clew.platform.access.Reach.ASSIGNED;
import static org.clew.platform.access.Reach.NONE;
import static org.clew.platform.access.Reach.OWN;
import static org.clew.platform.access.Reach.TEAM;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// The one table of who may do what, and how far it reaches. `docs/guides/roles.md` is written from
/// it and a test holds the two together.
public final class Permissions {

  private static final Map<Role, Map<Action, Reach>> TABLE = table();

  private Permissions() {}

  /// How far an action reaches for a role.
  public static Reach reach(Role role, Action action) {
    return TABLE.getOrDefault(role, Map.of()).getOrDefault(action, NONE);
  }

  /// The farthest reach that any of the roles gives.
  public static Reach reach(Collection<Role> roles, Action action) {
    return roles.stream().map(role -> reach(role, action)).reduce(NONE, Reach::or);
  }

  private static Map<Role, Map<Action, Reach>> table() {
    var table = new EnumMap<Role, Map<Action, Reach>>(Role.class);
    table.put(Role.RESPONDER, row(OWN, OPEN_CASE, READ_CASE, WRITE_CASE, READ_CONTACT_DETAILS));
    table.put(
        Role.HELPLINE_WORKER,
        row(
            TEAM,
            VIEW_INBOX,
            READ_CONCERN,
            ANSWER_CONCERN,
            OPEN_CASE,
            READ_CASE,
            WRITE_CASE,
            ASSIGN_CASE,
            ASK_KNOWN_BEFORE,
            READ_CONTACT_DETAILS,
            JUDGE_MATCH,
            READ_RECORDS));
    table.put(
        Role.CASEWORKER,
        row(
            ASSIGNED,
            OPEN_CASE,
            READ_CASE,
            WRITE_CASE,
            ASK_KNOWN_BEFORE,
            READ_CONTACT_DETAILS,
            JUDGE_MATCH));
    table.put(Role.ANALYST, row(TEAM, ASK_KNOWN_BEFORE, READ_RECORDS, IMPORT_RECORDS, JUDGE_MATCH));
    table.put(
        Role.SUPERVISOR,
        row(
            TEAM,
            VIEW_INBOX,
            READ_CONCERN,
            ANSWER_CONCERN,
            OPEN_CASE,
            READ_CASE,
            WRITE_CASE,
            ASSIGN_CASE,
            EXPORT_CASE,
            ASK_KNOWN_BEFORE,
            READ_CONTACT_DETAILS,
            JUDGE_MATCH,
            READ_RECORDS,
            IMPORT_RECORDS,
            READ_AUDIT,
            MANAGE_PEOPLE,
            MANAGE_TOKENS));
    table.put(Role.ADMINISTRATOR, row(TEAM, MANAGE_PEOPLE, MANAGE_SETTINGS, MANAGE_TOKENS));
    table.values().forEach(row -> row.put(KEEP_ACCOUNT, OWN));
    return table;
  }

  private static Map<Action, Reach> row(Reach reach, Action... actions) {
    var row = new EnumMap<Action, Reach>(Action.class);
    for (Action action : actions) {
      row.put(action, reach);
    }
    return row;
  }
}
