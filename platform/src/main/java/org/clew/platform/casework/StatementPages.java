package org.clew.platform.casework;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.screen.FormPage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Writing down what was said, correcting it, corroborating it, taking it back, undoing that.
@Controller
class StatementPages {

  private final Casework casework;
  private final TellingForms forms;
  private final Statements statements;
  private final CaseScreens cases;
  private final Screens screens;
  private final InstantSource clock;

  StatementPages(
      Casework casework,
      TellingForms forms,
      Statements statements,
      CaseScreens cases,
      Screens screens,
      InstantSource clock) {
    this.casework = casework;
    this.forms = forms;
    this.statements = statements;
    this.cases = cases;
    this.screens = screens;
    this.clock = clock;
  }

  @PostMapping("/cases/{id}/statements")
  @Allowed(Action.WRITE_CASE)
  ModelAndView record(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    var caseId = new CaseId(id);
    Filled filled = Filled.in(form);
    Telling telling = TellingForms.read(filled, clock.instant());
    if (!filled.isRight()) {
      return cases.show(me, caseId, filled, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    forms.write(me, caseId, telling);
    return screens.goTo("/cases/" + id, "casework.said.statement");
  }

  @GetMapping("/cases/{id}/statements/{part}")
  @Allowed(Action.WRITE_CASE)
  ModelAndView ask(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    Case it = casework.read(me, new CaseId(id));
    Statement statement = find(it, part);
    return screens.show(
        "casework/statementForm", new FormPage(it, statement.id(), filled(statement)));
  }

  @PostMapping("/cases/{id}/statements/{part}")
  @Allowed(Action.WRITE_CASE)
  ModelAndView correct(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    var to =
        new Correction(filled.needed("words", Limits.WORDS), filled.codes("facts", Fact.class));
    int version = CaseScreens.version(filled);
    return filled.isRight()
        ? after(
            me,
            new CaseId(id),
            filled,
            statements.correct(me, new CaseId(id), new PartId(part), version, to))
        : again(me, new CaseId(id), new PartId(part), filled, null);
  }

  @PostMapping("/cases/{id}/statements/{part}/corroborate")
  @Allowed(Action.WRITE_CASE)
  ModelAndView corroborate(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> form) {
    return surety(me, new CaseId(id), new PartId(part), Filled.in(form), Surety.CORROBORATED);
  }

  @PostMapping("/cases/{id}/statements/{part}/retract")
  @Allowed(Action.WRITE_CASE)
  ModelAndView retract(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> form) {
    return surety(me, new CaseId(id), new PartId(part), Filled.in(form), Surety.RETRACTED);
  }

  @PostMapping("/cases/{id}/statements/{part}/undo")
  @Allowed(Action.WRITE_CASE)
  ModelAndView undo(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    int version = CaseScreens.version(filled);
    return after(
        me, new CaseId(id), filled, statements.undo(me, new CaseId(id), new PartId(part), version));
  }

  private ModelAndView surety(SignedIn me, CaseId id, PartId part, Filled filled, Surety to) {
    String reason = filled.needed("reason", Limits.NOTE);
    int version = CaseScreens.version(filled);
    if (!filled.isRight()) {
      return again(me, id, part, filled, null);
    }
    return after(
        me,
        id,
        filled,
        to == Surety.RETRACTED
            ? statements.retract(me, id, part, version, reason)
            : statements.corroborate(me, id, part, version, reason));
  }

  private ModelAndView after(SignedIn me, CaseId id, Filled filled, Saved<Statement> saved) {
    return switch (saved) {
      case Saved.Done<Statement> _ -> screens.goTo("/cases/" + id, "casework.said.saved");
      case Saved.Stale<Statement>(Statement now) -> again(me, id, now.id(), filled, now);
    };
  }

  /// The form again: with what they wrote, and with what stands there when somebody was faster.
  private ModelAndView again(
      SignedIn me, CaseId id, PartId part, Filled filled, @Nullable Statement now) {
    Case it = casework.read(me, id);
    Statement standing = find(it, part.value());
    if (filled.text("words").isEmpty()) {
      filled.with("words", standing.words());
      filled.with("facts", names(standing));
    }
    filled.with("version", Integer.toString(standing.version()));
    List<FormPage.Standing> lines =
        now == null
            ? List.of()
            : List.of(new FormPage.Standing("casework.words", standing.words()));
    return screens.show(
        "casework/statementForm",
        new FormPage(it, part, filled, lines),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Filled filled(Statement statement) {
    return Filled.blank()
        .with("words", statement.words())
        .with("facts", names(statement))
        .with("version", Integer.toString(statement.version()));
  }

  private static String[] names(Statement statement) {
    return statement.facts().stream().map(Enum::name).toArray(String[]::new);
  }

  private static Statement find(Case it, UUID part) {
    return it.statements().stream()
        .filter(each -> each.id().value().equals(part))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
