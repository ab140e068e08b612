package org.clew.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clew.disclosure.Sha256;
import org.clew.disclosure.account.Account;
import org.clew.disclosure.account.Booked;
import org.clew.disclosure.account.Entry;

/// What a command is about to tell, and the account in which it is booked first.
final class Booking {

  /// There is no account.
  static final Booking NONE = new Booking(Optional.empty());

  private record Due(AccountFile file, Entry.Told told) {}

  private final Optional<Due> due;

  private Booking(Optional<Due> due) {
    this.due = due;
  }

  Booking(AccountFile file, Entry.Told told) {
    this(Optional.of(new Due(file, told)));
  }

  /// Books, writes, and notes what was written. What was booked counts from then on, even where
  /// writing fails or the machine does.
  ///
  /// @param out where it is written: a file or a folder
  /// @param writing hears as what it was booked; empty where there is no account
  /// @throws Ending when it is refused, and nothing is in its place or booked then; or what
  ///   `writing` throws
  void around(Path out, Terminal terminal, Consumer<Optional<Booked>> writing) {
    if (due.isEmpty()) {
      writing.accept(Optional.empty());
      return;
    }
    AccountFile file = due.get().file();
    OutFile.demandRoom(out);
    Booked booked = book(file, due.get().told());
    int number = booked.witness().entry();
    boolean isWritten = false;
    try {
      writing.accept(Optional.of(booked));
      isWritten = true;
    } finally {
      if (!isWritten) {
        terminal.say(
            "It was booked in %s before, as entry %d, and counts as told."
                .formatted(file.place(), number));
      }
    }
    note(file, number, out, terminal);
    terminal.say("Booked in %s as entry %d.".formatted(file.place(), number));
    booked.sentences().forEach(terminal::say);
  }

  private static Booked book(AccountFile file, Entry.Told told) {
    Account[] before = new Account[1];
    Account after =
        file.change(
            account -> {
              before[0] = account;
              return account.book(told);
            });
    return new Booked(before[0], after);
  }

  /// It is told by now, and counts, whether or not this succeeds.
  private static void note(AccountFile file, int number, Path out, Terminal terminal) {
    try {
      var written = new Entry.Written(Instant.now(), number, digests(out));
      file.change(account -> account.written(written));
    } catch (Ending e) {
      terminal.say("That it was written could not be noted: %s".formatted(e.said()));
    }
  }

  /// By name, the digests of what was written; a file that somebody named has no name here.
  private static Map<String, String> digests(Path out) {
    try {
      if (!Files.isDirectory(out)) {
        return Map.of("--out", digest(out));
      }
      List<Path> files;
      try (Stream<Path> walked = Files.walk(out)) {
        files = walked.filter(Files::isRegularFile).toList();
      }
      Map<String, String> digests = new HashMap<>();
      for (Path each : files) {
        digests.put(out.relativize(each).toString(), digest(each));
      }
      return digests;
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be read again.".formatted(out));
    }
  }

  /// However large the file is.
  private static String digest(Path file) throws IOException {
    MessageDigest digest = Sha256.begun();
    try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, into);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
