package org.clew.platform.access.screen;

import java.util.List;
import org.clew.platform.web.Column;
import org.clew.platform.web.Listing;

/// The people of an organisation.
public record PeoplePage(List<Row> rows, List<Column> columns, Listing listing) {

  public PeoplePage {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /// One person.
  ///
  /// @param roles the keys of the names of their roles
  public record Row(String path, String name, String email, List<String> roles, State state) {

    public Row {
      roles = List.copyOf(roles);
    }
  }

  /// How somebody stands.
  public enum State {
    HERE,
    INVITED,
    RESET_ASKED,
    BLOCKED;

    /// The key of the state's name in the message files.
    public String messageKey() {
      return "access.people.state." + name();
    }

    /// The kind of the tag that shows it.
    public String kind() {
      return switch (this) {
        case HERE -> "";
        case INVITED, RESET_ASKED -> "warn";
        case BLOCKED -> "stop";
      };
    }
  }
}
