package org.clew.platform.access.screen;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clew.platform.web.Mistakes;
import org.jspecify.annotations.Nullable;

/// Tokens for machines.
///
/// @param scopes what who looks may let a token do, by action name; none: they make no tokens
public record TokensPage(
    List<Row> rows, List<String> scopes, String name, Set<String> chosen, Mistakes mistakes) {

  public TokensPage {
    rows = List.copyOf(rows);
    scopes = List.copyOf(scopes);
    chosen = Set.copyOf(chosen);
  }

  /// One token.
  public record Row(
      String id,
      String name,
      List<String> scopes,
      String madeBy,
      LocalDate expiresOn,
      @Nullable LocalDate lastUsedOn,
      State state) {

    public Row {
      scopes = List.copyOf(scopes);
    }
  }

  /// Whether a token works.
  public enum State {
    WORKS,
    EXPIRED,
    REVOKED,
    /// Who made it is blocked, or may no longer do what it was made for.
    MAKER_MAY_NOT;

    /// The key of the state's name in the message files.
    public String messageKey() {
      return "access.token.state." + name();
    }
  }
}
