package org.clew.platform.investigation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clew.platform.investigation.screen.UploadPage;
import org.clew.platform.web.Dates;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Visible;
import org.springframework.stereotype.Component;

/// The questions asked before a list may come in: whose it is, on what ground, what for, until
/// when.
@Component
final class ImportForm {

  private static final int PURPOSE_CHARS = 500;
  private static final int YEARS_MOST = 10;

  private final InstantSource clock;

  ImportForm(InstantSource clock) {
    this.clock = clock;
  }

  UploadPage empty() {
    return new UploadPage(
        "", LawfulBasis.PUBLIC_TASK.name(), "", today().plusYears(1).toString(), Mistakes.NONE);
  }

  UploadPage check(
      String name, String basis, String purpose, String keepUntil, boolean withoutFile) {
    List<Mistake> mistakes = new ArrayList<>();
    if (withoutFile) {
      mistakes.add(new Mistake("file", "investigation.import.wrong.file"));
    }
    if (!Visible.isIn(name) || name.strip().length() > Limits.NAME_CHARS) {
      mistakes.add(new Mistake("name", "investigation.import.wrong.name", Limits.NAME_CHARS));
    }
    if (basis(basis).isEmpty()) {
      mistakes.add(new Mistake("basis", "investigation.import.wrong.basis"));
    }
    if (!Visible.isIn(purpose) || purpose.strip().length() > PURPOSE_CHARS) {
      mistakes.add(new Mistake("purpose", "investigation.import.wrong.purpose", PURPOSE_CHARS));
    }
    Optional<LocalDate> day = Dates.day(keepUntil);
    LocalDate today = today();
    if (day.isEmpty()
        || !day.get().isAfter(today)
        || day.get().isAfter(today.plusYears(YEARS_MOST))) {
      mistakes.add(new Mistake("keepUntil", "investigation.import.wrong.keepUntil", YEARS_MOST));
    }
    return new UploadPage(
        name.strip(), basis, purpose.strip(), keepUntil.strip(), new Mistakes(mistakes));
  }

  /// What a form without mistakes says.
  ImportList.About about(UploadPage page) {
    return new ImportList.About(
        page.name(),
        basis(page.basis()).orElseThrow(),
        page.purpose(),
        Dates.day(page.keepUntil()).orElseThrow());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Optional<LawfulBasis> basis(String basis) {
    return Arrays.stream(LawfulBasis.values()).filter(b -> b.name().equals(basis)).findFirst();
  }
}
