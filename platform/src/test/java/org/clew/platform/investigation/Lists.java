package org.clew.platform.investigation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;

/// Brings in lists for a test, as a person would.
@Component
final class Lists {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Imports imports;

  Lists(Imports imports) {
    this.imports = imports;
  }

  ImportList upload(SignedIn me, String fileName, byte[] content) {
    return bound(
        me,
        () ->
            imports.upload(
                me,
                new ImportList.About(
                    "List of " + fileName,
                    LawfulBasis.PUBLIC_TASK,
                    "A test",
                    LocalDate.of(2199, 1, 1)),
                fileName,
                content));
  }

  ImportList upload(SignedIn me, String text) {
    return upload(me, "list.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes the guesses, or what is made of them.
  ImportList check(SignedIn me, ImportList list, UnaryOperator<List<String>> uses) {
    List<String> guessed = new ArrayList<>(list.columns().stream().map(ListColumn::use).toList());
    return bound(
        me,
        () -> imports.columns(me, list.id(), uses.apply(guessed), ImportList.OddCells.REJECT_ROW));
  }

  ImportList check(SignedIn me, ImportList list) {
    return check(me, list, uses -> uses);
  }

  void start(SignedIn me, ImportList list) {
    bound(
        me,
        () -> {
          imports.start(me, list.id(), false);
          return list;
        });
  }

  /// Uploads, checks, imports, and waits for the end.
  ImportList importAll(SignedIn me, String fileName, byte[] content) {
    ImportList list = check(me, upload(me, fileName, content));
    start(me, list);
    return end(me, list);
  }

  ImportList importAll(SignedIn me, String text) {
    return importAll(me, "list.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  ImportList end(SignedIn me, ImportList list) {
    Instant until = Instant.now().plus(PATIENCE);
    ImportList now = find(me, list);
    while (now.state().goesOn()) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("the import did not end: " + now.state());
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      now = find(me, list);
    }
    return now;
  }

  ImportList find(SignedIn me, ImportList list) {
    return bound(me, () -> imports.find(me, list.id()));
  }

  static <T> T bound(SignedIn me, ScopedValue.CallableOp<T, RuntimeException> work) {
    return Tenancy.bind(me.organisation(), work);
  }
}
