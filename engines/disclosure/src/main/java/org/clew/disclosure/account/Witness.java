package org.clew.disclosure.account;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.clew.tables.Json;
import org.clew.tables.Json.Members;
import org.clew.tables.Json.Numeral;
import org.clew.tables.Json.Text;

/// As what a release was booked: stands in its report, out of reach of whoever changes the account
/// later. An account that does not have it is another one, an older copy, or was made up anew.
///
/// @param account its id
/// @param entry its number
/// @param digest of the entry and all before it
public record Witness(UUID account, int entry, String digest) {

  private static final String MEMBER = "account";

  /// Finds it in the report of a release for machines.
  ///
  /// @throws AccountRefused when there is none
  public static Witness read(String report) {
    try {
      if (Json.read(report) instanceof Members all
          && all.all().get(MEMBER) instanceof Members told
          && told.all().get("id") instanceof Text id
          && told.all().get("entry") instanceof Numeral entry
          && told.all().get("digest") instanceof Text digest) {
        return new Witness(
            UUID.fromString(id.text()), Integer.parseInt(entry.written()), digest.text());
      }
    } catch (Json.Malformed | IllegalArgumentException _) {
      // Answered below: it is no report.
    }
    throw new AccountRefused("It is no report of a release that was booked in an account.");
  }

  void write(LinkedHashMap<String, Json> members) {
    members.put("id", Json.of(account.toString()));
    members.put("entry", Json.of(entry));
    members.put("digest", Json.of(digest));
  }
}
