package org.clew.disclosure.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.clew.disclosure.Sha256;
import org.clew.disclosure.account.Account.Numbered;
import org.clew.disclosure.account.Account.Opening;
import org.clew.disclosure.codebook.Codebook;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;
import org.clew.tables.Json.Numeral;
import org.clew.tables.Json.Text;
import org.clew.tables.Json.Word;
import org.jspecify.annotations.Nullable;

/// An [Account] as JSON, and back. What was changed by hand is found when it is read: each entry
/// has a SHA-256 over itself and the one before, and the last one stands at the end once more.
public final class AccountText {

  private static final String VERSION_NAME = "clew_account";
  private static final String VERSION = "1";
  private static final String NEIGHBOURS = "two lists, one of which has one person more";

  private AccountText() {}

  static String digest(Opening opening) {
    return digest(members(opening));
  }

  static String digest(int number, Entry entry, String before) {
    return digest(members(number, entry, before));
  }

  private static String digest(Map<String, Json> members) {
    return Sha256.hex(new Members(members).written().getBytes(StandardCharsets.UTF_8));
  }

  /// Written for people to read, and not to change.
  public static String write(Account account) {
    Map<String, Json> all = members(account.opening());
    all.put("digest", Json.of(digest(account.opening())));
    List<Json> entries = new ArrayList<>();
    String before = digest(account.opening());
    for (Numbered each : account.entries()) {
      Map<String, Json> members = members(each.number(), each.entry(), before);
      members.put("digest", Json.of(each.digest()));
      entries.add(new Members(members));
      before = each.digest();
    }
    all.put("entries", new Items(entries));
    all.put("last", Json.of(account.digest()));
    return new Members(all).written();
  }

  private static Map<String, Json> members(Opening opening) {
    var members = new LinkedHashMap<String, Json>();
    members.put(VERSION_NAME, new Numeral(VERSION));
    members.put("id", Json.of(opening.id().toString()));
    members.put("opened", Json.of(opening.opened().toString()));
    members.put("epsilon", Json.of(opening.limit().epsilon()));
    members.put("delta", Json.of(opening.limit().delta()));
    members.put("rho", Json.of(opening.limit().rho()));
    members.put("person", opening.person().map(Json::of).orElse(Word.NULL));
    members.put("neighbours", Json.of(NEIGHBOURS));
    members.put("by", opening.by().map(Json::of).orElse(Word.NULL));
    return members;
  }

  private static Map<String, Json> members(int number, Entry entry, String before) {
    var members = new LinkedHashMap<String, Json>();
    members.put("number", Json.of(number));
    members.put("when", Json.of(entry.when().toString()));
    switch (entry) {
      case Entry.Told told -> members(members, told);
      case Entry.Written written -> {
        members.put("written", Json.of(written.of()));
        var files = new LinkedHashMap<String, Json>();
        written.files().forEach((name, digest) -> files.put(name, Json.of(digest)));
        members.put("files", new Members(files));
      }
    }
    members.put("before", Json.of(before));
    return members;
  }

  private static void members(Map<String, Json> members, Entry.Told told) {
    members.put("told", Json.of(told.kind().said()));
    members.put("slice", Json.of(List.copyOf(told.slice().values())));
    switch (told.promise()) {
      case Promise.DifferentialPrivacy noise -> {
        members.put("epsilon", Json.of(noise.epsilon()));
        members.put("delta", Json.of(noise.delta()));
        members.put("rho", Json.of(noise.rho()));
      }
      case Promise.WithoutNoise without -> members.put("least", Json.of(without.least()));
    }
    members.put("person", told.person().map(Json::of).orElse(Word.NULL));
    members.put("neighbours", Json.of(NEIGHBOURS));
    told.source()
        .ifPresent(
            source -> {
              members.put("codebook", Json.of(source.codebook()));
              members.put("domains", Json.of(source.domains().name()));
            });
    if (!told.despite().isEmpty()) {
      members.put("despite", new Items(told.despite().stream().map(Json::of).toList()));
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws AccountRefused when it is anything else, or was changed
  public static Account read(String text) {
    Members all;
    try {
      all = members(Json.read(text));
    } catch (Json.Malformed e) {
      throw broken(String.valueOf(e.getMessage()));
    }
    if (!(all.all().get(VERSION_NAME) instanceof Numeral version)) {
      throw new AccountRefused("It is no account.");
    }
    if (!version.written().equals(VERSION)) {
      throw new AccountRefused("It is an account of another version than this program knows.");
    }
    Account account = Account.open(opening(all));
    if (!text(all, "digest").equals(account.digest())) {
      throw broken("Its beginning was changed.");
    }
    for (Json each : items(all, "entries")) {
      Members members = members(each);
      int number = account.entries().size() + 1;
      boolean follows =
          whole(members, "number") == number && text(members, "before").equals(account.digest());
      if (follows) {
        account = account.with(entry(members));
      }
      if (!follows || !text(members, "digest").equals(account.digest())) {
        throw broken("Entry %d was changed, or one before it was taken out.".formatted(number));
      }
    }
    if (!text(all, "last").equals(account.digest())) {
      throw broken("Entries at its end were taken out.");
    }
    if (!write(account).equals(text)) {
      throw broken("It was changed.");
    }
    return account;
  }

  private static AccountRefused broken(String how) {
    return new AccountRefused(
        "The account is broken. %s Nothing is released on a broken account: bring back the copy that was kept last."
            .formatted(how));
  }

  private static Opening opening(Members all) {
    try {
      return new Opening(
          UUID.fromString(text(all, "id")),
          Instant.parse(text(all, "opened")),
          new Limit(number(all, "epsilon"), number(all, "delta"), number(all, "rho")),
          optional(all, "person"),
          optional(all, "by"));
    } catch (DateTimeParseException | IllegalArgumentException _) {
      throw broken("Its beginning was changed.");
    }
  }

  private static Entry entry(Members members) {
    try {
      Instant when = Instant.parse(text(members, "when"));
      return members.all().containsKey("written") ? written(members, when) : told(members, when);
    } catch (DateTimeParseException _) {
      throw broken("A time was changed.");
    }
  }

  private static Entry written(Members members, Instant when) {
    Map<String, String> files = new TreeMap<>();
    Members named = members(members.all().get("files"));
    named.all().keySet().forEach(name -> files.put(name, text(named, name)));
    return new Entry.Written(when, whole(members, "written"), files);
  }

  private static Entry told(Members members, Instant when) {
    Set<String> slice = new TreeSet<>();
    for (Json each : items(members, "slice")) {
      slice.add(each instanceof Text text ? text.text() : "");
    }
    Set<Integer> despite = new TreeSet<>();
    if (members.all().containsKey("despite")) {
      items(members, "despite").forEach(each -> despite.add(whole(each)));
    }
    return new Entry.Told(
        when,
        Kind.of(text(members, "told")).orElseThrow(() -> broken("What was told was changed.")),
        new Slice(slice),
        members.all().containsKey("least")
            ? new Promise.WithoutNoise(whole(members, "least"))
            : new Promise.DifferentialPrivacy(
                number(members, "epsilon"), number(members, "delta"), number(members, "rho")),
        optional(members, "person"),
        optional(members, "codebook")
            .map(digest -> new Entry.Source(digest, domains(text(members, "domains")))),
        despite);
  }

  private static Codebook.Domains domains(String named) {
    for (Codebook.Domains domains : Codebook.Domains.values()) {
      if (domains.name().equals(named)) {
        return domains;
      }
    }
    throw broken("An entry was changed.");
  }

  private static Members members(@Nullable Json json) {
    if (json instanceof Members members) {
      return members;
    }
    throw broken("Something that should be in braces is not.");
  }

  private static List<Json> items(Members members, String name) {
    if (members.all().get(name) instanceof Items items) {
      return items.all();
    }
    throw broken("\"%s\" is missing.".formatted(name));
  }

  private static String text(Members members, String name) {
    if (members.all().get(name) instanceof Text text) {
      return text.text();
    }
    throw broken("\"%s\" is missing.".formatted(name));
  }

  private static Optional<String> optional(Members members, String name) {
    return members.all().get(name) instanceof Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private static double number(Members members, String name) {
    if (members.all().get(name) instanceof Numeral numeral) {
      return Double.parseDouble(numeral.written());
    }
    throw broken("\"%s\" is missing.".formatted(name));
  }

  private static int whole(Members members, String name) {
    Json json = members.all().get(name);
    if (json == null) {
      throw broken("\"%s\" is missing.".formatted(name));
    }
    return whole(json);
  }

  private static int whole(Json json) {
    if (json instanceof Numeral numeral && numeral.written().matches("\\d{1,9}")) {
      return Integer.parseInt(numeral.written());
    }
    throw broken("A number was changed.");
  }
}
