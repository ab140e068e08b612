package org.clew.disclosure.federated;

import java.util.LinkedHashMap;
import java.util.Set;
import org.clew.tables.Json;
import org.clew.tables.Json.Members;
import org.clew.tables.Unseen;

/// An organisation that takes part, as the others know it.
///
/// @param name of the organisation
/// @param exchangeKey its X25519 key (RFC 7748), 64 hexadecimal digits, small ones
/// @param signatureKey its Ed25519 key (RFC 8032), likewise
public record Member(String name, String exchangeKey, String signatureKey) {

  private static final String VERSION_NAME = "clew_federated_member";
  private static final int LONGEST_NAME = 80;

  /// Demands a name that can be read out and keys that are some.
  ///
  /// @throws RoundRefused when it has none
  public Member {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || Unseen.isIn(name)
        || !name.equals(name.strip())) {
      throw new RoundRefused(
          "A member's name has 1 to %d characters, all of which can be seen."
              .formatted(LONGEST_NAME));
    }
    Keys.demandHex(exchangeKey, Keys.BYTES, "A key");
    Keys.demandHex(signatureKey, Keys.BYTES, "A key");
  }

  /// As it is handed out.
  public String written() {
    var all = new LinkedHashMap<String, Json>();
    all.put(VERSION_NAME, Json.of(1));
    all.putAll(json().all());
    return new Members(all).written();
  }

  /// Reads what somebody handed out.
  ///
  /// @throws RoundRefused when it is none
  public static Member read(String text) {
    var all = Read.text(text, "A member");
    all.demandVersion(VERSION_NAME);
    all.demandNames(Set.of(VERSION_NAME, "name", "exchange_key", "signature_key"));
    return of(all);
  }

  Members json() {
    var all = new LinkedHashMap<String, Json>();
    all.put("name", Json.of(name));
    all.put("exchange_key", Json.of(exchangeKey));
    all.put("signature_key", Json.of(signatureKey));
    return new Members(all);
  }

  static Member of(Read all) {
    return new Member(all.text("name"), all.text("exchange_key"), all.text("signature_key"));
  }
}
